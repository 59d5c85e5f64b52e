/** The picker's frame is the one our script opened, and what is chosen there goes in only while nothing has moved. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closePickerOfAnother, listenForPicker } from '../../entrypoints/background/picker.ts';
import { SESSION_ITEMS, type TabReading } from '../../knowledge/contracts/index.ts';
import { expectNothingMoved, type Conversation } from '../../knowledge/conversation/index.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import type { MessageSender } from '../../utils/messaging/messengers.ts';
import { consoleIn, deliver, readSession } from '../support/make-background.ts';
import { customerSays, makeConversation, makeReading } from '../support/make-conversation.ts';

const TAB = 7;
const TOKEN = 'a1'.repeat(16);
const CHAT = makeConversation([customerSays('m1', '退款呢')]);
const CHOICE = { requestId: 'r1', articleId: 'a', text: '您好', lines: 'join' as const };

const readings = defineSessionItem<TabReading>(SESSION_ITEMS.reading);
const executeScript = vi.fn<(injection: object) => Promise<object[]>>();
let told: { type: string; data: unknown; to: object }[];
let answer: object;

const frameIn = (frameId: number): MessageSender => ({
  id: fakeBrowser.runtime.id,
  tab: { id: TAB },
  frameId,
  origin: `chrome-extension://${fakeBrowser.runtime.id}`,
});

async function show(conversation: Conversation): Promise<void> {
  await readings.write(TAB, { ...makeReading(conversation), origin: 'https://c.example', observedAt: 1 });
}

const send = async (event: Parameters<typeof deliver>[0], data: unknown, sender = consoleIn(TAB)) =>
  ((await deliver(event, data, sender)) as { res?: unknown }).res;

async function open(): Promise<void> {
  await send('pickerTriggered', expectNothingMoved(CHAT));
  await send('pickerOpened', { token: TOKEN });
}

beforeEach(async () => {
  fakeBrowser.reset();
  listenForPicker();
  executeScript.mockReset().mockResolvedValue([]);
  Object.assign(fakeBrowser.scripting, { executeScript });
  told = [];
  answer = { ok: true, text: '您好' };
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
    _tabId: number,
    { type, data }: { type: string; data: unknown },
    to: object,
    done: (answered: object) => void,
  ) => {
    told.push({ type, data, to });
    done({ res: answer });
  }) as never);
  await show(CHAT);
});

describe('the trigger', () => {
  test('brings the script into the top frame of its tab', async () => {
    await send('pickerTriggered', expectNothingMoved(CHAT));
    expect(executeScript).toHaveBeenCalledWith({
      target: { tabId: TAB, frameIds: [0] },
      files: ['/console-picker.js'],
    });
  });

  test('asks the practice console to bring it in itself', async () => {
    executeScript.mockRejectedValue(new Error('no entry'));
    await send('pickerTriggered', expectNothingMoved(CHAT));
    await vi.waitFor(() => expect(told.map(({ type }) => type)).toEqual(['loadPicker']));
  });

  test.each([[{ conversationId: '' }], [null], ['//']])('with %j brings nothing', async (data) => {
    await send('pickerTriggered', data);
    expect(executeScript).not.toHaveBeenCalled();
  });

  test('from a frame brings nothing', async () => {
    await send('pickerTriggered', expectNothingMoved(CHAT), frameIn(3));
    expect(executeScript).not.toHaveBeenCalled();
  });
});

describe('a frame', () => {
  test('that shows the token gets the conversation, also when it asks twice', async () => {
    await open();
    expect(await send('pickerJoined', { token: TOKEN }, frameIn(3))).toEqual({ conversation: CHAT });
    expect(await send('pickerJoined', { token: TOKEN }, frameIn(3))).toEqual({ conversation: CHAT });
  });

  test.each([
    ['with another token', { token: 'b2'.repeat(16) }, frameIn(3)],
    ['with none', { token: '' }, frameIn(3)],
    ['of another tab', { token: TOKEN }, { ...frameIn(3), tab: { id: 8 } }],
    ['of a site', { token: TOKEN }, { ...frameIn(3), origin: 'https://evil.example' }],
    ['that is none', { token: TOKEN }, consoleIn(TAB)],
  ])('%s gets nothing', async (_, data, sender) => {
    await open();
    expect((await send('pickerJoined', data, sender)) ?? null).toBeNull();
  });

  test('that comes second gets nothing, even with the token', async () => {
    await open();
    await send('pickerJoined', { token: TOKEN }, frameIn(3));
    expect((await send('pickerJoined', { token: TOKEN }, frameIn(4))) ?? null).toBeNull();
  });

  test('gets nothing when the conversation is another one by now', async () => {
    await open();
    await show({ ...CHAT, id: 'another' });
    expect((await send('pickerJoined', { token: TOKEN }, frameIn(3))) ?? null).toBeNull();
  });
});

describe('a choice', () => {
  test('goes to the console with what must still be true', async () => {
    await open();
    await send('pickerJoined', { token: TOKEN }, frameIn(3));
    expect(await send('scriptPicked', CHOICE, frameIn(3))).toEqual(answer);
    const { articleId: _, ...command } = CHOICE;
    const expected = expectNothingMoved(CHAT);
    expect(told).toEqual([{ type: 'insertReply', data: { ...command, expected }, to: { frameId: 0 } }]);
  });

  test.each([
    ['a frame that has not joined', CHOICE, frameIn(4)],
    ['our script in the page', CHOICE, consoleIn(TAB)],
    ['the frame itself, without a text', { ...CHOICE, text: '' }, frameIn(3)],
  ])('of %s goes nowhere', async (_, data, sender) => {
    await open();
    await send('pickerJoined', { token: TOKEN }, frameIn(3));
    expect(await send('scriptPicked', data, sender)).toEqual({ ok: false, reason: 'no-conversation' });
    expect(told).toEqual([]);
  });

  test('after a refusal because the customer wrote relies on what is there now', async () => {
    await open();
    await send('pickerJoined', { token: TOKEN }, frameIn(3));
    const later = { ...CHAT, messages: [...CHAT.messages, customerSays('m2', '在吗')] };
    await show(later);
    answer = { ok: false, reason: 'customer-wrote-again' };
    await send('scriptPicked', CHOICE, frameIn(3));
    await send('scriptPicked', { ...CHOICE, requestId: 'r2' }, frameIn(3));
    expect(told.map(({ data }) => data)).toMatchObject([
      { expected: { lastCustomerMessageId: 'm1' } },
      { expected: { lastCustomerMessageId: 'm2' } },
    ]);
  });
});

describe('the end', () => {
  const isOpen = async () => `${SESSION_ITEMS.picker}:${TAB}` in (await readSession());

  test('leaves nothing behind', async () => {
    await open();
    expect(await isOpen()).toBe(true);
    await send('pickerClosed', { token: TOKEN });
    expect(await isOpen()).toBe(false);
  });

  test('that comes late does not end the next one', async () => {
    await open();
    await send('pickerClosed', { token: 'b2'.repeat(16) });
    expect(await isOpen()).toBe(true);
  });

  test('comes with another conversation, and only then', async () => {
    await open();
    closePickerOfAnother(TAB, CHAT);
    await Promise.resolve();
    expect(told).toEqual([]);
    closePickerOfAnother(TAB, { ...CHAT, id: 'another' });
    await vi.waitFor(() => expect(told.map(({ type }) => type)).toEqual(['closePicker']));
    expect(await isOpen()).toBe(false);
  });
});
