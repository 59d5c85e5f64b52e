/** The product's own composer code as a content script, asked by events instead of by the panel. */
import { insertReply } from '../../../entrypoints/console.content/composer/insert-reply.ts';
import type { ConsoleAdapter, ConsoleReading } from '../../../knowledge/conversation/index.ts';

export interface Order {
  text: string;
  composer: ConsoleAdapter['composer'];
}

const CONVERSATION = { id: 'chat-1', consoleId: 'editors', messages: [] };
const READING: ConsoleReading = {
  consoleId: 'editors',
  health: { state: 'ok', problems: [] },
  conversation: CONVERSATION,
};

document.addEventListener('insert-reply', (event) => {
  const order = JSON.parse((event as CustomEvent<string>).detail) as Order;
  const adapter = { id: 'editors', composer: order.composer } as ConsoleAdapter;
  const expected = { conversationId: CONVERSATION.id, lastCustomerMessageId: null };
  insertReply({ requestId: 'r1', text: order.text, expected }, { adapter, readNow: () => READING })
    .catch((error: unknown) => ({ ok: false, reason: String(error) }))
    .then((result) =>
      document.dispatchEvent(new CustomEvent('reply-inserted', { detail: JSON.stringify(result) })),
    )
    .catch(() => undefined);
});
document.dispatchEvent(new CustomEvent('inserter-ready'));
document.documentElement.dataset['inserter'] = 'ready';
