/** What a customer draws into a message looks like a part of the console, and is none. */
import { describe, expect, it } from 'vitest';
import { findComposer } from '../../../entrypoints/console.content/reading/find-composer.ts';
import type { ConsoleAdapter, ConsoleReading } from '../../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow, readOnce, showPlainPage } from '../../support/fake-console-page.ts';

const ADAPTER: ConsoleAdapter = {
  ...PLAIN_ADAPTER,
  openConversation: ['.chat'],
  conversation: {
    id: [{ selector: '.id', attribute: 'data-chat' }],
    customerName: [{ selector: '.name' }],
  },
  messages: {
    ...PLAIN_ADAPTER.messages,
    roles: [
      {
        role: 'customer',
        author: {
          of: [{ selector: '.row', attribute: 'data-author' }],
          in: [{ selector: '.requestor', attribute: 'data-author' }],
        },
      },
      { role: 'agent', row: ['.row'] },
    ],
  },
  composer: { selector: ['.first-choice', 'textarea.reply'], newline: 'keep', privateNote: ['.note-mode'] },
  fields: [{ name: 'order-number', from: [{ selector: '.order' }] }],
};

/** The console's own parts stand behind the messages: a first match would be the customer's. */
function read(drawn: string): ConsoleReading {
  showPlainPage({
    rows: plainRow('1', `在吗${drawn}`) + plainRow('2', '在的'),
    composer: `<i class="id" data-chat="c-1"></i><b class="name">王女士</b><b class="requestor" data-author="mei"></b>
<b class="order">2026-1118</b><textarea class="reply" id="own"></textarea>`,
  });
  document.querySelector('#plain')?.classList.add('chat');
  for (const [at, author] of ['mei', 'lin'].entries())
    document.querySelectorAll<HTMLElement>('.row')[at]?.setAttribute('data-author', author);
  return readOnce(ADAPTER);
}

describe('drawn into a message', () => {
  it.each([
    ['an id', '<i class="id" data-chat="c-2"></i>'],
    ['a name', '<b class="name">李经理</b>'],
    ['an author', '<b class="requestor" data-author="lin"></b>'],
    ['an order number', '<b class="order">9999-9999</b>'],
    ['a mark of private notes', '<b class="note-mode"></b>'],
    ['a chat', '<div class="chat"><textarea id="theirs"></textarea></div>'],
    ['a field', '<textarea class="reply first-choice"></textarea>'],
  ])('%s changes nothing', (_, drawn) => {
    const plain = read('<u></u>');
    expect(plain.conversation).toMatchObject({
      id: 'c-1',
      customerName: '王女士',
      fields: { 'order-number': '2026-1118' },
      messages: [{ role: 'customer' }, { role: 'agent' }],
    });
    const { conversation, ...about } = read(drawn);
    const words = (reading: ConsoleReading) => reading.conversation?.messages.map(({ role }) => role);
    expect(words({ conversation, ...about })).toEqual(words(plain));
    expect({ ...conversation, messages: [] }).toEqual({ ...plain.conversation, messages: [] });
    expect(about.isPrivateNote).toBeUndefined();
    const chat = document.querySelector('#plain') as Element;
    const found = findComposer(chat, ADAPTER);
    expect(typeof found === 'string' ? found : found.value.id).toBe('own');
  });
});

it('without any field of its own the console has none', () => {
  read('<textarea class="reply"></textarea>');
  document.querySelector('#own')?.remove();
  expect(findComposer(document.querySelector('#plain') as Element, ADAPTER)).toBe('no-composer');
});
