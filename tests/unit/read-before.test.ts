import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForConsoleEvents } from '../../entrypoints/background/console-events.ts';
import type { ConsoleReading, Conversation } from '../../knowledge/conversation/index.ts';
import { consoleIn, deliver, readSession } from '../support/make-background.ts';
import { customerSays, makeConversation, makeReading } from '../support/make-conversation.ts';

describe('a page where one answers, without messages', () => {
  const say = (conversation: Conversation | null, change: Partial<ConsoleReading> = {}, tabId = 7) =>
    deliver(
      'conversationObserved',
      { ...makeReading(conversation), sameChat: 'mei', ...change },
      consoleIn(tabId),
    );

  beforeEach(() => {
    listenForConsoleEvents();
    // The fake browser does not know this one.
    fakeBrowser.runtime.getContexts = () => Promise.resolve([]) as never;
  });

  test('is told what was read in that tab before, and so is the panel', async () => {
    const read = makeConversation([customerSays('m1', '退款没到')], { id: 'chat-1' });
    expect(await say(read)).not.toHaveProperty('res.earlier');
    expect(await say(null)).toMatchObject({ res: { mayRead: true, earlier: read } });
    expect((await readSession())['reading:7']).toMatchObject({ conversation: read });
  });

  test.each<[string, Partial<ConsoleReading>, number]>([
    ['of another chat', { sameChat: 'tom' }, 7],
    ['of another console', { consoleId: 'rt' }, 7],
    ['in another tab', {}, 8],
  ])('is told nothing %s', async (_what, change, tabId) => {
    await say(makeConversation([customerSays('m1', '退款没到')], { id: 'chat-1' }));
    expect(await say(null, change, tabId)).not.toHaveProperty('res.earlier');
    expect((await readSession())[`reading:${tabId}`]).toMatchObject({ conversation: null });
  });
});
