import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForConsoleEvents } from '../../entrypoints/background/console-events.ts';
import { waitForRecording } from '../../entrypoints/background/recording-queue.ts';
import { openRecords } from '../../entrypoints/background/records.ts';
import { namePlace, type Message } from '../../knowledge/conversation/index.ts';
import { consoleIn, deliver, ownPanel, readSession } from '../support/make-background.ts';
import { agentSays, customerSays, makeConversation, makeReading } from '../support/make-conversation.ts';

beforeEach(() => listenForConsoleEvents());

let lastChat = 0;
/** A chat of this test's own: the background keeps one database as long as it lives. */
const newChat = () => `chat-${(lastChat += 1)}`;

async function observe(tabId: number, id: string, messages: Message[]) {
  await deliver('conversationObserved', makeReading(makeConversation(messages, { id })), consoleIn(tabId));
  await waitForRecording();
}

async function observeNothing(tabId: number) {
  await deliver('conversationObserved', makeReading(null), consoleIn(tabId));
  await waitForRecording();
}

async function findContact(conversationId: string) {
  const records = await openRecords();
  const place = namePlace(consoleIn(7).origin ?? '', 'practice');
  return records.contacts.findLatest(await records.deriveConversationKey(place, conversationId));
}

const makeRequest = (position: number) => ({
  position,
  requestId: 'r1',
  pressedAt: 1_000,
  seen: { conversationId: 'chat', lastCustomerMessageId: 'm1' },
});

const ASKED = [customerSays('m1', '退款没到')];
const ANSWERED = [...ASKED, agentSays('m2', '我查一下')];

describe('a conversation that was observed', () => {
  test('is there for the panel, with the moment it was seen, and is counted', async () => {
    const chat = newChat();
    await observe(7, chat, ASKED);
    const session = await readSession();
    expect(session['reading:7']).toMatchObject({ ...makeReading(makeConversation(ASKED, { id: chat })) });
    expect(session['reading:7']).toHaveProperty('observedAt', expect.any(Number));
    expect(session['contactId:7']).toBe((await findContact(chat))?.id);
  });

  test('in two tabs stays in two tabs', async () => {
    const [left, right] = [newChat(), newChat()];
    await Promise.all([observe(7, left, ASKED), observe(8, right, [customerSays('m1', '激活不了')])]);
    await observe(7, left, ANSWERED);
    const session = await readSession();
    expect(session['reading:7']).toMatchObject({ conversation: { id: left, messages: ANSWERED } });
    expect(session['reading:8']).toMatchObject({
      conversation: { id: right, messages: [{ text: '激活不了' }] },
    });
    expect(session['contactId:7']).not.toBe(session['contactId:8']);
    expect(await findContact(left)).toMatchObject({ agentTurns: 1, state: 'open' });
    expect(await findContact(right)).toMatchObject({ agentTurns: 0, state: 'open' });
  });

  test('twice is counted once', async () => {
    const chat = newChat();
    await observe(7, chat, ASKED);
    const before = await findContact(chat);
    await observe(7, chat, ASKED);
    expect(await findContact(chat)).toEqual(before);
  });

  test('reaches the panel even when it cannot be counted', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    const records = await openRecords();
    const recording = vi.spyOn(records.contacts, 'record').mockRejectedValue(new Error('disk full'));
    const chat = newChat();
    await observe(7, chat, ASKED);
    expect((await readSession())['reading:7']).toMatchObject({ conversation: { id: chat } });
    expect((await readSession())['recordingTrouble:7'], 'the panel is told').toBe('unavailable');
    expect(printed).toHaveBeenCalledOnce();
    recording.mockRestore();
    await observe(7, chat, ANSWERED);
    expect((await readSession())['recordingTrouble:7'], 'and told no longer').toBeUndefined();
    printed.mockRestore();
  });
});

describe('moving on to another conversation', () => {
  test('ends the contact that was answered', async () => {
    const [left, next] = [newChat(), newChat()];
    await observe(7, left, ASKED);
    await observe(7, left, ANSWERED);
    await observe(7, next, ASKED);
    expect(await findContact(left)).toMatchObject({ state: 'ended', endReason: 'conversation-changed' });
    expect(await findContact(next)).toMatchObject({ state: 'open' });
  });

  test('does not end the one that still waits for an answer', async () => {
    const [left, next] = [newChat(), newChat()];
    await observe(7, left, ASKED);
    await observe(7, next, ASKED);
    expect(await findContact(left)).toMatchObject({ state: 'open', endReason: null });
  });

  test('and back again goes on with the same contact', async () => {
    const [left, next] = [newChat(), newChat()];
    await observe(7, left, ASKED);
    await observe(7, left, ANSWERED);
    const before = await findContact(left);
    await observe(7, next, ASKED);
    await observe(7, left, [...ANSWERED, customerSays('m3', '好的')]);
    expect(await findContact(left)).toMatchObject({ id: before?.id, state: 'open', customerTurns: 2 });
  });

  test('to none at all ends it as well, and the tab has no contact then', async () => {
    const chat = newChat();
    await observe(7, chat, ASKED);
    await observe(7, chat, ANSWERED);
    await observeNothing(7);
    expect(await findContact(chat)).toMatchObject({ state: 'ended' });
    const session = await readSession();
    expect(session['contactId:7']).toBeUndefined();
    expect(session['reading:7']).toMatchObject({ conversation: null });
  });

  test('leaves alone what the agent has closed', async () => {
    const [left, next] = [newChat(), newChat()];
    await observe(7, left, ASKED);
    await observe(7, left, ANSWERED);
    const records = await openRecords();
    await records.contacts.end((await findContact(left))?.id ?? '', 'closed-by-agent');
    await observe(7, next, ASKED);
    expect(await findContact(left)).toMatchObject({ endReason: 'closed-by-agent' });
  });
});

describe('what nobody may say is as if it had not been said', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a string', 'reading'],
    ['a role that does not exist', { ...makeReading(), conversation: { messages: [{ role: 'admin' }] } }],
    [
      'too many messages',
      makeReading(makeConversation(Array.from({ length: 61 }, (_, at) => customerSays(`m${at}`)))),
    ],
  ])('%s', async (_what, data) => {
    await deliver('conversationObserved', data, consoleIn(7));
    expect(await readSession()).toEqual({});
  });

  test('by a panel, by a frame, by another extension', async () => {
    const frame = { ...consoleIn(7), frameId: 2 };
    for (const sender of [ownPanel(), frame, { ...consoleIn(7), id: 'another' }]) {
      await deliver('conversationObserved', makeReading(), sender);
      await deliver('insertionRequested', makeRequest(1), sender);
    }
    expect(await readSession()).toEqual({});
  });
});

describe('a wish to insert', () => {
  test('is left for the panel of that tab', async () => {
    await deliver('insertionRequested', makeRequest(2), consoleIn(7));
    expect(await readSession()).toEqual({
      'insertionRequest:7': makeRequest(2),
    });
  });

  test.each([{ position: 9, requestId: 'r1' }, { position: 1 }, null])('as %j is ignored', async (data) => {
    await deliver('insertionRequested', data, consoleIn(7));
    expect(await readSession()).toEqual({});
  });
});

describe('a tab', () => {
  const load = (tabId: number) =>
    fakeBrowser.tabs.onUpdated.trigger(tabId, { status: 'loading' }, {} as never);

  test('that loads another page forgets what was read, and the script still there is asked again', async () => {
    const asked: unknown[] = [];
    const sending = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
      tabId: number,
      { type }: { type: string },
      _to: object,
      done: (answer: object) => void,
    ) => {
      asked.push([tabId, type]);
      done({ res: undefined });
    }) as never);
    await observe(7, newChat(), ASKED);
    await observe(8, newChat(), ASKED);
    await load(7);
    await vi.waitFor(() => expect(asked).toEqual([[7, 'reportConversation']]));
    const session = await readSession();
    expect(session['reading:7']).toBeUndefined();
    expect(session['reading:8']).toBeDefined();
    sending.mockRestore();
  });

  test('that loads without ever having been read is left alone', async () => {
    const sending = vi.spyOn(fakeBrowser.tabs, 'sendMessage');
    await load(9);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sending).not.toHaveBeenCalled();
    sending.mockRestore();
  });

  test('that is closed leaves nothing behind', async () => {
    await observe(7, newChat(), ASKED);
    await deliver('insertionRequested', makeRequest(1), consoleIn(7));
    await observe(8, newChat(), ASKED);
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false });
    await vi.waitFor(async () =>
      expect(Object.keys(await readSession()).toSorted()).toEqual(['contactId:8', 'reading:8']),
    );
  });
});
