import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForAlarms } from '../../entrypoints/background/alarms.ts';
import { openRecords } from '../../entrypoints/background/records.ts';
import { listenForStarterKnowledge } from '../../entrypoints/background/starter-knowledge.ts';
import { STARTER_PACKS } from '../../knowledge/starter/index.ts';
import { idleMinutes } from '../../utils/settings/settings.ts';
import { consoleIn, deliver, ownPanel } from '../support/make-background.ts';
import { agentSays, customerSays, makeConversation } from '../support/make-conversation.ts';

const MINUTE = 60_000;

describe('idle contacts', () => {
  test('are looked for every minute by one alarm, however often the background wakes', async () => {
    for (const _wake of [1, 2, 3]) {
      listenForAlarms();
      await vi.waitFor(async () => expect(await fakeBrowser.alarms.getAll()).toHaveLength(1));
    }
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ periodInMinutes: 1 }]);
  });

  test('end after the minutes the person chose, and not by another alarm', async () => {
    const records = await openRecords();
    const asked = customerSays('m1', '退款没到', Date.now() - 6 * MINUTE);
    const contact = await records.contacts.record('idle-key', makeConversation([asked]));
    const answer = agentSays('m2', '我查一下', Date.now() - 6 * MINUTE);
    await records.contacts.record('idle-key', makeConversation([asked, answer]));
    const read = async () => (await records.contacts.find(contact?.id ?? ''))?.state;
    listenForAlarms();
    const alarm = await vi.waitFor(async () => {
      const [first] = await fakeBrowser.alarms.getAll();
      if (!first) throw new Error('no alarm yet');
      return first;
    });

    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await idleMinutes.setValue(5);
    await fakeBrowser.alarms.onAlarm.trigger({ ...alarm, name: 'another' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await read()).toBe('open');

    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await vi.waitFor(async () => expect(await read()).toBe('ended'));
  });
});

describe('starter knowledge', () => {
  const served: string[] = [];
  beforeEach(() => {
    served.length = 0;
    vi.stubGlobal('fetch', async (url: string) => {
      served.push(url);
      const name = url.replace(`chrome-extension://${fakeBrowser.runtime.id}/packs/`, '');
      const file = new URL(`../../knowledge/starter/packs/${name}`, import.meta.url);
      return new Response(readFileSync(file, 'utf8'));
    });
  });
  afterEach(() => {
    vi.stubGlobal('fetch', undefined);
  });

  const registered: string[][] = [];
  beforeEach(() => {
    registered.length = 0;
    Object.assign(fakeBrowser.permissions, { getAll: async () => ({ origins: ['https://chat.example/*'] }) });
    Object.assign(fakeBrowser.scripting, {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async ([script]: { matches: string[] }[]) =>
        void registered.push(script?.matches ?? []),
    });
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  });

  test('is installed when our panel opens, once, and not at a console’s word', async () => {
    const { articles } = await openRecords();
    listenForStarterKnowledge();
    await deliver('panelOpened', undefined, consoleIn(7));
    expect(await articles.countAll()).toBe(0);

    await deliver('panelOpened', undefined, ownPanel());
    const installed = await articles.listPacks();
    expect(installed.map(({ id }) => id).toSorted()).toEqual(STARTER_PACKS.map(({ id }) => id).toSorted());
    expect(await articles.countAll()).toBeGreaterThanOrEqual(200);
    expect(served).toHaveLength(STARTER_PACKS.length);

    await deliver('panelOpened', undefined, ownPanel());
    expect(served).toHaveLength(STARTER_PACKS.length);
  });

  test('comes with a look at what sites are granted: a killed registration goes on, too', async () => {
    listenForStarterKnowledge();
    await deliver('panelOpened', undefined, consoleIn(7));
    expect(registered).toEqual([]);
    await deliver('panelOpened', undefined, ownPanel());
    expect(registered).toEqual([['https://chat.example/*']]);
  });
});
