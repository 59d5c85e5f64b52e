import { describe, expect, it } from 'vitest';
import {
  createReadingMemory,
  readConsole,
} from '../../../entrypoints/console.content/reading/read-console.ts';
import { consoleReadingSchema } from '../../../knowledge/contracts/index.ts';
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
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

const practiceAdapter = findBundled('practice');

const withMessages = (part: Partial<ConsoleAdapter['messages']>): ConsoleAdapter => ({
  ...PLAIN_ADAPTER,
  messages: { ...PLAIN_ADAPTER.messages, ...part },
});

describe('the customer’s name', () => {
  it.each(['王女士', '欧阳娜娜', '买买提·艾力', 'Emma Clarke', 'Éric O’Neil', 'Anne-Marie'])(
    'is reported for %s',
    (customer) => {
      showPlainPage({ customer });
      expect(readConversation(PLAIN_ADAPTER).customerName).toBe(customer);
    },
  );

  it.each(['customer2', 'mei', '#support', 'user_8831', 'emma@example.com', '13800138000', '王先生2', ''])(
    'is not reported for %j, which is no person’s name',
    (customer) => {
      showPlainPage({ customer });
      expect(readConversation(PLAIN_ADAPTER)).not.toHaveProperty('customerName');
    },
  );

  it('is not reported when it is longer than names are', () => {
    showPlainPage({ customer: '王'.repeat(41) });
    expect(readConversation(PLAIN_ADAPTER)).not.toHaveProperty('customerName');
  });
});

describe('the id of a conversation', () => {
  it('leaves the page as it is when it identifies nobody', () => {
    showPlainPage({ chat: 'customer@localhost' });
    expect(readConversation(PLAIN_ADAPTER).id).toBe('customer@localhost');
  });

  it('leaves the page without the address, and two addresses stay two conversations', () => {
    const readId = (chat: string) => {
      showPlainPage({ chat });
      return readConversation(PLAIN_ADAPTER).id;
    };
    const ids = ['emma@example.com', 'ella@example.com', '13800138000', '13900138000'].map(readId);
    expect(new Set(ids).size).toBe(4);
    expect(ids.join(' ')).not.toMatch(/emma|ella|example|138001|139001/);
    expect(readId('emma@example.com')).toBe(ids[0]);
  });
});

describe('health', () => {
  it('is broken without an adapter', () => {
    showPlainPage();
    expect(readConsole(null, createReadingMemory(), 0)).toEqual({
      consoleId: null,
      health: { state: 'broken', problems: ['no-adapter'] },
      conversation: null,
    });
  });

  it('is well without a conversation: none is open', () => {
    showPlainPage({ chat: '' });
    expect(readOnce(PLAIN_ADAPTER)).toEqual({
      consoleId: 'plain',
      readBy: { name: 'Plain', version: 1, trust: 'saved-page' },
      health: { state: 'ok', problems: [] },
      conversation: null,
    });
  });

  it('is broken when a conversation is open but its list is not found', () => {
    showPlainPage();
    document.querySelector('#list')?.remove();
    expect(readOnce(PLAIN_ADAPTER)).toEqual({
      consoleId: 'plain',
      readBy: { name: 'Plain', version: 1, trust: 'saved-page' },
      health: { state: 'broken', problems: ['no-list'] },
      conversation: null,
    });
  });

  it.each([
    ['absent', ''],
    ['hidden', '<textarea id="composer" style="display: none"></textarea>'],
    ['invisible', '<textarea id="composer" style="visibility: hidden"></textarea>'],
  ])('is broken when the composer is %s', (_, composer) => {
    showPlainPage({ composer, rows: plainRow('1', 'Hello') });
    expect(readOnce(PLAIN_ADAPTER).health).toEqual({ state: 'broken', problems: ['no-composer'] });
  });

  it('stays ok when at most one row in five has no known speaker', () => {
    const rows = [1, 2, 3, 4].map((id) => plainRow(`${id}`, 'Hello')).join('');
    showPlainPage({ rows: rows + plainRow('5', 'Survey', 'other') });
    expect(readOnce(PLAIN_ADAPTER).health.state).toBe('ok');
  });
});

describe('a broken selector in an adapter', () => {
  const rows = plainRow('1', 'Hello');

  it.each([
    ['item', withMessages({ item: ['div:nope('] })],
    ['text', withMessages({ text: ['[['] })],
  ])('finds no messages and does not throw: %s', (_, adapter) => {
    showPlainPage({ rows });
    expect(readConversation(adapter).messages).toEqual([]);
  });

  it('leaves the speaker unknown: roles', () => {
    showPlainPage({ rows });
    const adapter = withMessages({ roles: [{ role: 'customer', row: ['>>'], within: ['>>'] }] });
    expect(readConversation(adapter).messages.map(({ role }) => role)).toEqual(['unknown']);
  });

  it('drops nothing: drop', () => {
    showPlainPage({ rows });
    expect(readConversation(withMessages({ drop: ['::'] })).messages).toHaveLength(1);
  });

  it('is passed over for the next in the list', () => {
    showPlainPage({ rows });
    const adapter = withMessages({ root: ['!', '#list'], item: ['!', '.row'], text: ['!', '.text'] });
    expect(readConversation(adapter).messages.map(({ text }) => text)).toEqual(['Hello']);
  });
});

describe('when a message was sent', () => {
  it('is what the console says', () => {
    showPage(readSavedPage('practice', 'opening').html);
    const { messages } = readConversation(practiceAdapter);
    const written = document.querySelector('time')?.getAttribute('datetime') ?? '';
    expect(messages[0]?.sentAt).toBe(Date.parse(written));
  });

  it('is unknown for what was there before us, and now for what comes while we look', () => {
    const memory = createReadingMemory();
    showPlainPage({ rows: plainRow('1', 'Hello') });
    readConsole(PLAIN_ADAPTER, memory, 1_000);
    document.querySelector('#list')?.insertAdjacentHTML('beforeend', plainRow('2', 'Anybody there?'));
    readConsole(PLAIN_ADAPTER, memory, 2_000);
    const { conversation } = readConsole(PLAIN_ADAPTER, memory, 3_000);
    expect(conversation?.messages.map(({ sentAt }) => sentAt)).toEqual([null, 2_000]);
  });

  it('is forgotten with the conversation: another chat’s rows were there before us', () => {
    const memory = createReadingMemory();
    showPlainPage({ chat: 'a', rows: plainRow('1', 'Hello') });
    readConsole(PLAIN_ADAPTER, memory, 1_000);
    showPlainPage({ chat: 'b', rows: plainRow('1', 'Hi') + plainRow('2', 'Help') });
    const { conversation } = readConsole(PLAIN_ADAPTER, memory, 2_000);
    expect(conversation?.messages.map(({ sentAt }) => sentAt)).toEqual([null, null]);
  });

  it.each([
    ['believed when it is two minutes ahead: clocks differ', 120_000, 'kept'],
    ['no time at all when it is further ahead than that', 120_001, null],
  ])('is %s', (_, ahead, expected) => {
    const now = Date.UTC(2026, 10, 18, 9, 30);
    showPlainPage({ rows: plainRow(new Date(now + ahead).toISOString(), 'Hello') });
    const { conversation } = readOnce(withMessages({ time: { attribute: 'data-id' } }), now);
    expect(conversation?.messages[0]?.sentAt).toBe(expected === 'kept' ? now + ahead : null);
  });

  it('is when we saw it, for a message from the future that comes while we look', () => {
    const memory = createReadingMemory();
    const adapter = withMessages({ time: { attribute: 'data-id' } });
    showPlainPage();
    readConsole(adapter, memory, 1_000);
    document
      .querySelector('#list')
      ?.insertAdjacentHTML('beforeend', plainRow('2999-01-01T00:00:00Z', 'Answer me first'));
    const { conversation } = readConsole(adapter, memory, 2_000);
    expect(conversation?.messages[0]?.sentAt).toBe(2_000);
  });

  it('is not a date nobody can read', () => {
    showPlainPage({ rows: plainRow('yesterday', 'Hello') });
    const adapter = withMessages({ time: { attribute: 'data-id' } });
    expect(readConversation(adapter).messages[0]?.sentAt).toBeNull();
  });
});

describe('what is reported', () => {
  it.each([
    ['an ordinary chat', plainRow('1', 'Hello') + plainRow('2', 'Hi', 'mine')],
    ['rows without ids', plainRow('', 'Hello') + plainRow('', 'Hello')],
    ['an id of a thousand characters', plainRow('x'.repeat(1_000), 'Hello')],
    ['a message of 100 kB', plainRow('1', '😀'.repeat(25_000))],
  ])('is accepted by the background: %s', (_, rows) => {
    showPlainPage({ rows, customer: '王'.repeat(300), chat: 'c'.repeat(900) });
    const reading = readOnce(PLAIN_ADAPTER);
    expect(reading.conversation?.messages.length).toBeGreaterThan(0);
    expect(consoleReadingSchema.parse(reading)).toEqual(reading);
  });
});
