import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';

/** The Lounge 4.5 (IRC). Only its own side is marked, and each line of the composer is a message. */
export const theLoungeAdapter: ConsoleAdapter = {
  id: 'the-lounge',
  name: 'The Lounge',
  verified: 'live',
  match: { signature: ['#viewport #chat-container[data-current-channel]', '#viewport #chat-container'] },
  openConversation: ['#chat-container'],
  conversation: {
    // The name survives a restart; the view's number does not.
    id: [{ selector: '#chat-container', attribute: 'data-current-channel' }],
    customerName: [{ selector: '.chat-view[data-type="query"] .header .title' }],
  },
  messages: {
    root: ['.chat-view .messages[role="log"]', '.chat-view .messages'],
    item: ['.msg'],
    idAttribute: 'id',
    roles: [
      { role: 'agent', row: ['.msg.self'] },
      { role: 'customer', row: ['.msg[data-type="message"]', '.msg[data-type="action"]'] },
    ],
    text: ['.content'],
    drop: ['.msg:not([data-type="message"]):not([data-type="action"])'],
  },
  composer: { selector: ['textarea#input'], newline: 'splits' },
};
