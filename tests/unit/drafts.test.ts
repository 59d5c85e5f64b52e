/** What the background keeps of a draft, and for how long. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForConsoleEvents } from '../../entrypoints/background/console-events.ts';
import { listenForDrafts } from '../../entrypoints/background/drafts.ts';
import { waitForRecording } from '../../entrypoints/background/recording-queue.ts';
import { MAX_DRAFT_LENGTH } from '../../knowledge/conversation/index.ts';
import { consoleIn, deliver, ownPanel, readSession } from '../support/make-background.ts';
import { makeConversation, makeReading } from '../support/make-conversation.ts';

beforeEach(() => {
  listenForConsoleEvents();
  listenForDrafts();
});

const DRAFT = { conversationId: 'chat-1', text: '这个肯定能退' };
const tell = (draft: unknown, sender = consoleIn(7)) => deliver('draftObserved', draft, sender);
const readDraft = async () => (await readSession())['draft:7'];

describe('a draft', () => {
  test('is there for the panel of its tab', async () => {
    await tell(DRAFT);
    expect(await readDraft()).toEqual(DRAFT);
    expect((await readSession())['draft:8']).toBeUndefined();
  });

  test.each([
    ['an empty one', { ...DRAFT, text: ' ' }],
    ['one that is too long', { ...DRAFT, text: 'x'.repeat(MAX_DRAFT_LENGTH + 1) }],
    ['one of no conversation', { text: '好' }],
    ['something else', null],
  ])('goes when %s comes', async (_, draft) => {
    await tell(DRAFT);
    await tell(draft);
    expect(await readDraft()).toBeUndefined();
  });

  test('is taken from the console’s page alone', async () => {
    await tell(DRAFT, ownPanel());
    await tell(DRAFT, { ...consoleIn(7), frameId: 3 });
    expect(await readDraft()).toBeUndefined();
  });

  test('stays with its conversation and goes with it', async () => {
    const observe = async (id: string | null) => {
      const reading = makeReading(id === null ? null : makeConversation([], { id }));
      await deliver('conversationObserved', reading, consoleIn(7));
      await waitForRecording();
    };
    await tell(DRAFT);
    await observe('chat-1');
    expect(await readDraft()).toEqual(DRAFT);
    await observe('chat-2');
    expect(await readDraft()).toBeUndefined();
    await tell(DRAFT);
    await observe(null);
    expect(await readDraft()).toBeUndefined();
  });

  test('goes with the tab', async () => {
    await tell(DRAFT);
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false });
    await expect.poll(readDraft).toBeUndefined();
  });
});

test('the key for better words reaches the panel of its tab, if it is one', async () => {
  const request = { requestId: 'r1', pressedAt: 1_000, conversationId: 'chat-1' };
  await deliver('rewriteRequested', { ...request, requestId: '' }, consoleIn(7));
  await deliver('rewriteRequested', request, ownPanel());
  expect((await readSession())['rewriteRequest:7']).toBeUndefined();
  await deliver('rewriteRequested', request, consoleIn(7));
  expect((await readSession())['rewriteRequest:7']).toEqual(request);
});
