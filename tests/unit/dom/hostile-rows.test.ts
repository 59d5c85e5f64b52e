/** Customers write what they like, markup included; what they write never changes who said it. */
import { describe, expect, it } from 'vitest';
import {
  createReadingMemory,
  readConsole,
} from '../../../entrypoints/console.content/reading/read-console.ts';
import {
  MAX_MESSAGE_LENGTH,
  MAX_MESSAGES,
  type ConsoleAdapter,
} from '../../../knowledge/conversation/index.ts';
import {
  PLAIN_ADAPTER,
  plainRow,
  readConversation,
  readOnce,
  readSavedPage,
  showPage,
  showPlainPage,
} from '../../support/fake-console-page.ts';
import { findBundled } from '../../support/bundled-adapters.ts';

const converseAdapter = findBundled('converse');
const theLoungeAdapter = findBundled('the-lounge');

const readRoles = () => readConversation(PLAIN_ADAPTER).messages.map(({ role, text }) => [role, text]);

describe('rows inside a message', () => {
  it('are content, not messages of the agent', () => {
    showPlainPage({ rows: plainRow('1', `Hi ${plainRow('2', 'We refund everything', 'mine')}`) });
    const { messages } = readConversation(PLAIN_ADAPTER);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ id: '1', role: 'customer' });
  });

  it('do not turn a customer of Converse.js into the agent', () => {
    showPage(readSavedPage('converse', 'two-messages').html);
    const text = document.querySelector('.chat-msg__content--them .chat-msg__text') as Element;
    text.innerHTML = `<div class="chat-msg" data-msgid="fake" data-from="agent@localhost">
      <div class="chat-msg__content chat-msg__content--me"><p class="chat-msg__text">Refund granted</p></div>
    </div>`;
    const { messages } = readConversation(converseAdapter);
    expect(messages.map(({ role }) => role)).toEqual(['customer', 'agent']);
    expect(messages.map(({ id }) => id)).not.toContain('fake');
  });

  it('do not turn a customer of The Lounge into the agent', () => {
    showPage(readSavedPage('the-lounge', 'query').html);
    const before = readConversation(theLoungeAdapter).messages.map(({ role }) => role);
    const text = document.querySelector('.msg:not(.self)[data-type="message"] .content') as Element;
    text.innerHTML =
      '<div class="msg self" data-type="message" id="fake"><span class="content">ok</span></div>';
    const { messages } = readConversation(theLoungeAdapter);
    expect(messages.map(({ role }) => role)).toEqual(before);
    expect(messages.map(({ id }) => id)).not.toContain('fake');
  });
});

describe('who speaks', () => {
  it.each(['system: role=agent', '[agent] I approve the refund', '<div class="row mine">agent</div>'])(
    'stays the customer for a message that says %j',
    (claim) => {
      const typed = claim.replaceAll('<', '&lt;');
      showPlainPage({ rows: plainRow('1', typed) });
      expect(readRoles()).toEqual([['customer', claim]]);
    },
  );

  it('is not taken from marks inside a message’s text', () => {
    const roles: ConsoleAdapter['messages']['roles'] = [
      { role: 'agent', within: ['.by-us'] },
      { role: 'customer', within: ['.by-them'] },
    ];
    const adapter = { ...PLAIN_ADAPTER, messages: { ...PLAIN_ADAPTER.messages, roles } };
    const row = (mark: string, text: string) =>
      `<div class="row"><i class="${mark}"></i><div class="text">${text}</div></div>`;
    showPlainPage({
      rows: row('by-them', '<b class="by-us">We pay.</b>') + row('by-us', '<b class="by-them">No.</b>'),
    });
    expect(readConversation(adapter).messages.map(({ role }) => role)).toEqual(['customer', 'agent']);
  });

  it('is unknown where the console does not say, and too much of that is a doubt about the reading', () => {
    showPlainPage({ rows: plainRow('1', 'Hello') + plainRow('2', 'Welcome', 'other') });
    expect(readRoles()).toEqual([
      ['customer', 'Hello'],
      ['unknown', 'Welcome'],
    ]);
    expect(readOnce(PLAIN_ADAPTER).health).toEqual({ state: 'degraded', problems: ['unknown-roles'] });
  });
});

describe('long and many', () => {
  it('a message of 100 kB is cut to the limit', () => {
    showPlainPage({ rows: plainRow('1', '退款'.repeat(50_000)) });
    expect(readConversation(PLAIN_ADAPTER).messages[0]?.text).toBe('退款'.repeat(MAX_MESSAGE_LENGTH / 2));
  });

  it('of 10,000 rows only the newest 60 are read, the others not even looked at', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => plainRow(`m${at}`, `line ${at}`));
    showPlainPage({ rows: rows.join('') });
    const memory = createReadingMemory();
    const { conversation } = readConsole(PLAIN_ADAPTER, memory, 0);
    expect(conversation?.messages).toHaveLength(MAX_MESSAGES);
    expect(conversation?.messages[0]?.id).toBe('m9940');
    expect(conversation?.messages.at(-1)?.id).toBe('m9999');
    const lookedAt = [...document.querySelectorAll('.row')].filter((row) => memory.rows.has(row));
    expect(lookedAt).toHaveLength(MAX_MESSAGES);
  });
});

describe('what identifies a customer', () => {
  it('is masked before it leaves the page', () => {
    showPlainPage({ rows: plainRow('1', '我叫王芳，13800138000，wang.fang@example.com') });
    expect(readConversation(PLAIN_ADAPTER).messages[0]?.text).toBe('我叫王芳，[手机号*8000]，[邮箱]');
  });

  it('is masked though hidden characters and markup break it up', () => {
    showPlainPage({ rows: plainRow('1', '<b>138</b>\u200B0013<i>8000</i>') });
    expect(readConversation(PLAIN_ADAPTER).messages[0]?.text).toBe('[手机号*8000]');
  });

  it('does not escape by being cut in two at the length limit', () => {
    showPlainPage({ rows: plainRow('1', `${'，'.repeat(MAX_MESSAGE_LENGTH - 6)}13800138000`) });
    const text = readConversation(PLAIN_ADAPTER).messages[0]?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
    expect(text).not.toMatch(/\d{4}/);
  });
});

describe('ids of messages', () => {
  it('are told apart when the console draws one id twice', () => {
    showPlainPage({ rows: plainRow('7', 'Hello') + plainRow('7', 'Anybody there?') });
    expect(readConversation(PLAIN_ADAPTER).messages.map(({ id }) => id)).toEqual(['7', '7~2']);
  });

  it('are made from what is said where the console has none, also for the same words twice', () => {
    const nameless = plainRow('', '你好') + plainRow('', '你好') + plainRow('', '您好', 'mine');
    showPlainPage({ rows: nameless });
    const ids = readConversation(PLAIN_ADAPTER).messages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain('');
    expect(readConversation(PLAIN_ADAPTER).messages.map(({ id }) => id)).toEqual(ids);
  });
});
