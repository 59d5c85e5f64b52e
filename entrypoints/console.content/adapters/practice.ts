import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';

/** Our own practice console: entrypoints/practice. */
export const practiceAdapter: ConsoleAdapter = {
  id: 'practice',
  name: 'Deskmate practice',
  verified: 'live',
  match: { signature: ['[data-deskmate-practice]'] },
  conversation: {
    id: [{ selector: '[data-practice-conversation]', attribute: 'data-practice-conversation' }],
    customerName: [{ selector: '[data-practice-customer]', attribute: 'data-practice-customer' }],
  },
  messages: {
    root: ['[data-practice-conversation] [role="log"]'],
    item: ['[data-message-id]'],
    idAttribute: 'data-message-id',
    roles: [
      { role: 'customer', row: ['[data-role="customer"]'] },
      { role: 'agent', row: ['[data-role="agent"]'] },
      { role: 'system', row: ['[data-role="system"]'] },
    ],
    text: ['[data-message-text]'],
    time: { selector: 'time', attribute: 'datetime' },
  },
  composer: { selector: ['[data-practice-composer]'], newline: 'keep' },
};
