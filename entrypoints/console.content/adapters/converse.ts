import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';

/** Converse.js 14 (XMPP). Follow-up messages carry no author; the content's class tells whose they are. */
export const converseAdapter: ConsoleAdapter = {
  id: 'converse',
  name: 'Converse.js',
  verified: 'live',
  match: { signature: ['converse-root converse-chats', 'converse-root'] },
  openConversation: ['converse-chat.chatbox:not(.hidden)', 'converse-chat'],
  conversation: {
    // The URL does not change with the conversation.
    id: [{ selector: 'converse-chat-heading[jid]', attribute: 'jid' }],
    customerName: [{ selector: '.chatbox-title__text .user' }],
  },
  messages: {
    root: ['converse-message-history', '.chat-content__messages'],
    item: ['.chat-msg[data-msgid]'],
    idAttribute: 'data-msgid',
    roles: [
      { role: 'customer', within: ['.chat-msg__content--them'] },
      { role: 'agent', within: ['.chat-msg__content--me'] },
    ],
    text: ['.chat-msg__text'],
    time: { attribute: 'data-isodate' },
  },
  composer: { selector: ['textarea.chat-textarea', 'converse-message-form textarea'], newline: 'keep' },
};
