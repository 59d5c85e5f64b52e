import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openRecords } from '../../entrypoints/background/records.ts';
import { listenForReminders } from '../../entrypoints/background/reminders.ts';
import { closePromise, type ServicePromise } from '../../knowledge/promises/index.ts';
import { consoleIn, deliver, ownPanel } from '../support/make-background.ts';
import { customerSays, makeConversation } from '../support/make-conversation.ts';
import { makePromise } from '../support/make-promise.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALARM = 'next-promise-reminder';
const NOON = Date.UTC(2026, 10, 21, 4);

interface Shown {
  id: string;
  title: string;
  message: string;
}

const shown: Shown[] = [];
const opened: unknown[] = [];
let badge = '';
let clicked: (id: string) => void = () => {};
let canNotify = true;
let canOpenPanel = true;

const MESSAGES = JSON.parse(
  readFileSync(new URL('../../public/_locales/zh_CN/messages.json', import.meta.url), 'utf8'),
) as Record<string, { message: string }>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  shown.length = 0;
  opened.length = 0;
  badge = '';
  canNotify = true;
  canOpenPanel = true;
  Object.assign(fakeBrowser.action, {
    setBadgeText: async ({ text }: { text: string }) => void (badge = text),
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  });
  Object.assign(fakeBrowser.i18n, {
    getUILanguage: () => 'zh-CN',
    getMessage: (key: string, values: string[]) =>
      values.reduce((text, value, at) => text.replace(`$${at + 1}`, value), MESSAGES[key]?.message ?? ''),
  });
  Object.assign(fakeBrowser.notifications, {
    create: async (id: string, words: Omit<Shown, 'id'>) => {
      if (!canNotify) throw new Error('notifications are off');
      shown.push({ ...words, id });
    },
    clear: async () => true,
    onClicked: { addListener: (listener: (id: string) => void) => void (clicked = listener) },
  });
  vi.spyOn(fakeBrowser.windows, 'getLastFocused').mockResolvedValue({ id: 5 } as never);
  vi.spyOn(fakeBrowser.windows, 'update').mockResolvedValue({} as never);
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) =>
    opened.push(url)) as never);
  Object.assign(fakeBrowser, {
    sidePanel: {
      open: async (where: object) => {
        if (!canOpenPanel) throw new Error('no such window');
        opened.push(where);
      },
    },
  });
});

afterEach(async () => {
  const promises = await openLedger();
  for (const { id } of await promises.listOpen(100))
    await promises.change(id, (known) => closePromise(known, 'withdrawn', Date.now()));
  vi.useRealTimers();
});

const openLedger = async () => (await openRecords()).openPromises();

let made = 0;

async function promise(change: Partial<ServicePromise> = {}): Promise<ServicePromise> {
  const promises = await openLedger();
  const id = `p${(made += 1)}`;
  return promises.add(
    makePromise({ id, words: `我会给您回电 ${id}`, madeAt: NOON, dueAt: NOON + HOUR, ...change }),
  );
}

/** The background wakes, as it does for any event. */
async function wake(at = Date.now()): Promise<void> {
  vi.setSystemTime(at);
  listenForReminders();
  await deliver('promisesChanged', undefined, ownPanel());
}

const alarmNamed = (name: string, scheduledTime: number) => ({
  name,
  scheduledTime,
  persistAcrossSessions: false,
});

/** The one alarm there may be, when it is due. */
async function readAlarm(): Promise<number | null> {
  const alarms = await fakeBrowser.alarms.getAll();
  expect(alarms.length).toBeLessThan(2);
  return alarms.find(({ name }) => name === ALARM)?.scheduledTime ?? null;
}

describe('the alarm', () => {
  test('is one, for whatever comes next, and none when nothing does', async () => {
    await wake();
    expect(await readAlarm()).toBeNull();
    const first = await promise();
    const sooner = await promise({ dueAt: NOON + 40 * MINUTE });
    await deliver('promisesChanged', undefined, ownPanel());
    expect(await readAlarm()).toBe(sooner.remindAt);
    const promises = await openLedger();
    await promises.change(sooner.id, (known) => closePromise(known, 'done', NOON));
    await deliver('promisesChanged', undefined, ownPanel());
    expect(await readAlarm()).toBe(first.remindAt);
    await promises.change(first.id, (known) => closePromise(known, 'done', NOON));
    await deliver('promisesChanged', undefined, ownPanel());
    expect(await readAlarm()).toBeNull();
  });

  test('tells when it rings, and is set again for the hour it is due', async () => {
    const { remindAt } = await promise();
    await wake();
    vi.setSystemTime(remindAt);
    await fakeBrowser.alarms.onAlarm.trigger(alarmNamed('another', remindAt));
    await fakeBrowser.alarms.onAlarm.trigger(alarmNamed(ALARM, remindAt));
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    await deliver('promisesChanged', undefined, ownPanel());
    expect(shown).toHaveLength(1);
    expect(await readAlarm()).toBe(NOON + HOUR);
  });

  test.each(['onStartup', 'onInstalled'] as const)('is set again at %s', async (event) => {
    const { remindAt } = await promise();
    await wake();
    await fakeBrowser.alarms.clearAll();
    await fakeBrowser.runtime[event].trigger({ reason: 'update', temporary: false } as never);
    await vi.waitFor(async () => expect(await readAlarm()).toBe(remindAt));
  });

  test('is set again by whatever wakes the background', async () => {
    const { remindAt } = await promise();
    listenForReminders();
    await vi.waitFor(async () => expect(await readAlarm()).toBe(remindAt));
  });
});

describe('a reminder', () => {
  test('names the kind of promise, its time and the customer as the lists do, and no word of the message', async () => {
    const { contacts } = await openRecords();
    const talk = { ...makeConversation([customerSays('m1', '退款没到', NOON)]), customerName: '王小明' };
    const contact = await contacts.record('key-of-wang', talk);
    await promise({ contactId: contact?.id ?? '', words: '王小明女士，我会在13点前给您回电' });
    await wake(NOON + 50 * MINUTE);
    expect(shown).toMatchObject([{ title: '答应客户的事快到时间了' }]);
    expect(shown[0]?.message).toMatch(/^王\*\* · 回电 · \d\d:\d\d 前$/);
    expect(JSON.stringify(shown)).not.toContain('小明');
  });

  test('of what fell due while the browser was closed is told once, as overdue, whatever the clock does then', async () => {
    await promise();
    await wake(NOON + 3 * HOUR);
    expect(shown).toMatchObject([{ title: '答应客户的事过点了' }]);
    await wake(NOON - HOUR);
    await wake(NOON + 4 * HOUR);
    expect(shown).toHaveLength(1);
  });

  test('of many is one notification', async () => {
    for (const dueAt of [NOON + HOUR, NOON + HOUR, NOON + 3 * HOUR]) await promise({ dueAt });
    await wake(NOON + 2.8 * HOUR);
    expect(shown).toMatchObject([
      { title: '3 件答应客户的事要看一下', message: '其中 2 件已经过点，打开同桌看看' },
    ]);
  });

  test('without a time asks not to forget', async () => {
    await promise({ dueAt: null, contactId: 'gone' });
    await wake(NOON + 3 * HOUR);
    expect(shown).toMatchObject([{ message: '客户 · 回电 · 没说时间，别忘了' }]);
  });

  test('opens the panel of the window it was shown for when it is clicked', async () => {
    await promise();
    await wake(NOON + 2 * HOUR);
    clicked('of another extension part');
    expect(opened).toEqual([]);
    clicked(shown[0]?.id ?? '');
    expect(opened).toEqual([{ windowId: 5 }]);
  });

  test('opens the page in a tab where the panel cannot be opened', async () => {
    await promise();
    await wake(NOON + 2 * HOUR);
    canOpenPanel = false;
    clicked(shown[0]?.id ?? '');
    await vi.waitFor(() => expect(opened).toEqual([fakeBrowser.runtime.getURL('/sidepanel.html')]));
  });
});

describe('the badge', () => {
  test('counts what is due or overdue, also where notifications are off', async () => {
    canNotify = false;
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await promise();
    const { id } = await promise({ dueAt: NOON + 2 * HOUR });
    await promise({ dueAt: NOON + 9 * HOUR });
    await promise({ dueAt: null });
    await wake();
    expect(badge).toBe('');
    await wake(NOON + 1.9 * HOUR);
    expect(badge).toBe('2');
    expect(shown).toEqual([]);
    const promises = await openLedger();
    await promises.change(id, (known) => closePromise(known, 'done', Date.now()));
    await deliver('promisesChanged', undefined, ownPanel());
    expect(badge).toBe('1');
  });

  test('does not change at a console’s word', async () => {
    await wake();
    await promise({ dueAt: NOON + MINUTE });
    vi.setSystemTime(NOON + 2 * MINUTE);
    await deliver('promisesChanged', undefined, consoleIn(7));
    expect(badge).toBe('');
  });
});
