/** Consoles that show the messages on one page and have the composer on another. */
import { describe, expect, it } from 'vitest';
import {
  createReadingMemory,
  readConsole,
} from '../../../entrypoints/console.content/reading/read-console.ts';
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import {
  PLAIN_ADAPTER,
  plainRow,
  readOnce,
  showPage,
  showPlainPage,
} from '../../support/fake-console-page.ts';

const FIELD = '<textarea id="composer"></textarea>';
const find = (selector: string) => document.querySelector(selector) as HTMLElement;

describe('a page where one answers', () => {
  const adapter: ConsoleAdapter = {
    ...PLAIN_ADAPTER,
    answerPage: {
      signature: ['#answering'],
      sameChat: [
        { selector: '#to', attribute: 'data-address' },
        { selector: '#plain', attribute: 'data-chat' },
      ],
    },
  };
  const showAnswerPage = (to: string, composer = FIELD) =>
    showPage(
      `<div id="plain"><form id="answering"><b id="to" data-address="${to}"></b>${composer}</form></div>`,
    );
  const readBefore = () => {
    showPlainPage({ rows: plainRow('1', 'Where is my order?'), composer: '', chat: 'mei@example.com' });
    const { sameChat = '', conversation } = readOnce(adapter);
    if (!conversation) throw new Error('nothing was read');
    return { sameChat, conversation };
  };

  it('is missing no composer where one reads, and says no address', () => {
    const { sameChat } = readBefore();
    expect(readOnce(adapter).health).toEqual({ state: 'ok', problems: [] });
    expect(sameChat).toMatch(/^[0-9a-z]+$/);
  });

  it('keeps what was read before of the same chat', () => {
    const before = readBefore();
    showAnswerPage('Mei@example.com');
    const memory = createReadingMemory();
    expect(readConsole(adapter, memory, 0)).toMatchObject({ conversation: null, sameChat: before.sameChat });
    memory.earlier = before;
    const reading = readConsole(adapter, memory, 0);
    expect(reading).toMatchObject({ health: { state: 'ok' }, conversation: before.conversation });
  });

  it('has nothing of another chat, also when its receiver changes', () => {
    const memory = createReadingMemory();
    memory.earlier = readBefore();
    showAnswerPage('tom@example.com');
    expect(readConsole(adapter, memory, 0).conversation).toBeNull();
    find('#to').dataset['address'] = 'mei@example.com';
    expect(readConsole(adapter, memory, 0).conversation).not.toBeNull();
    find('#to').dataset['address'] = 'tom@example.com';
    expect(readConsole(adapter, memory, 0).conversation).toBeNull();
  });

  it('without a composer is broken, and a note is said to be one', () => {
    showAnswerPage('mei@example.com', '');
    expect(readOnce(adapter).health).toEqual({ state: 'broken', problems: ['no-composer'] });
    showAnswerPage('mei@example.com', `${FIELD}<i id="note-mode"></i>`);
    expect(readOnce(adapter).isPrivateNote).toBe(true);
  });
});
