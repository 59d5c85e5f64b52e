/** Consoles that show several chats side by side: the one the agent types in is the one we mean. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { insertReply } from '../../../entrypoints/console.content/composer/insert-reply.ts';
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { readOnce, showPage } from '../../support/fake-console-page.ts';
import { installFakeEditing } from '../../support/fake-editing.ts';
import { listTexts, startObserving, wait } from '../../support/fake-observer.ts';
import { findBundled } from '../../support/bundled-adapters.ts';

const converseAdapter = findBundled('converse');

const chat = (
  name: string,
  { field = '<textarea class="chat-textarea"></textarea>', look = 'chatbox' } = {},
) =>
  `<converse-chat class="${look}" id="${name}"><converse-chat-heading jid="${name}@localhost"></converse-chat-heading>
  <converse-message-history><div class="chat-msg" data-msgid="${name}-1"><div class="chat-msg__content--them">
  <p class="chat-msg__text">I am ${name}</p></div></div></converse-message-history>${field}</converse-chat>`;

const showChats = (...chats: string[]) => showPage(`<converse-root>${chats.join('')}</converse-root>`);
const field = (name: string) => document.querySelector(`#${name} textarea`) as HTMLTextAreaElement;
const readId = () => readOnce(converseAdapter).conversation?.id;

let uninstall: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  uninstall = installFakeEditing();
});

afterEach(() => {
  uninstall();
  vi.useRealTimers();
});

async function insertInto(name: string, adapter: ConsoleAdapter = converseAdapter) {
  const expected = { conversationId: `${name}@localhost`, lastCustomerMessageId: `${name}-1` };
  const page = { adapter, readNow: () => readOnce(adapter) };
  const result = insertReply({ requestId: 'r1', text: 'Hello', expected }, page);
  await vi.advanceTimersByTimeAsync(2_000);
  return result;
}

describe('of several chats on screen', () => {
  it('the first is read while the agent types in none', () => {
    showChats(chat('ann'), chat('bob'));
    expect(readId()).toBe('ann@localhost');
  });

  it('the one the agent types in is read', () => {
    showChats(chat('ann'), chat('bob'));
    field('bob').focus();
    expect(readId()).toBe('bob@localhost');
    expect(listTexts(readOnce(converseAdapter))).toEqual(['I am bob']);
  });

  it('a hidden one is not read, even with the focus left in it', () => {
    showChats(chat('ann'), chat('bob'));
    field('bob').focus();
    (document.querySelector('#bob') as HTMLElement).style.visibility = 'hidden';
    expect(document.activeElement).toBe(field('bob'));
    expect(readId()).toBe('ann@localhost');
  });

  it('the new one is reported when the agent goes from one to another', async () => {
    showChats(chat('ann'), chat('bob'));
    const { reports } = startObserving(() => converseAdapter);
    await wait(5_000);
    field('bob').focus();
    await wait(5_000);
    expect(reports.map(({ conversation }) => conversation?.id)).toEqual(['ann@localhost', 'bob@localhost']);
  });
});

describe('a reply while several chats are on screen', () => {
  it('goes into the chat the agent types in', async () => {
    showChats(chat('ann'), chat('bob'));
    field('bob').focus();
    expect(await insertInto('bob')).toMatchObject({ ok: true });
    expect([field('ann').value, field('bob').value]).toEqual(['', 'Hello']);
  });

  it('is refused when it was meant for the other chat', async () => {
    showChats(chat('ann'), chat('bob'));
    field('bob').focus();
    expect(await insertInto('ann')).toEqual({ ok: false, reason: 'conversation-changed' });
    expect([field('ann').value, field('bob').value]).toEqual(['', '']);
    expect(document.activeElement).toBe(field('bob'));
  });

  // The second selector of the adapter finds what the first leaves out, such as a box that is being folded away.
  it.each([
    ['text area', '<textarea class="chat-textarea"></textarea>'],
    ['field', '<input class="chat-textarea">'],
    ['editor', '<div class="chat-textarea" contenteditable="true" tabindex="0"></div>'],
  ])('never takes the focus out of a chat that is not read, from a %s', async (_, typedIn) => {
    showChats(chat('ann'), chat('bob', { field: typedIn, look: 'folding' }));
    const other = document.querySelector('#bob .chat-textarea') as HTMLElement;
    other.focus();
    expect(await insertInto('ann')).toEqual({ ok: false, reason: 'conversation-changed' });
    expect(field('ann').value).toBe('');
    expect(document.activeElement).toBe(other);
  });

  it('goes in when the focus is on something in another chat that takes no text', async () => {
    showChats(chat('ann'), chat('bob', { field: '<button id="fold">fold</button>', look: 'folding' }));
    document.querySelector<HTMLElement>('#fold')?.focus();
    expect(await insertInto('ann')).toMatchObject({ ok: true });
    expect(field('ann').value).toBe('Hello');
  });

  it('goes in when chats lie one within the other and the agent types in the inner', async () => {
    const nested: ConsoleAdapter = {
      ...converseAdapter,
      openConversation: ['converse-chat', 'converse-root'],
    };
    showChats(chat('ann'));
    field('ann').focus();
    expect(await insertInto('ann', nested)).toMatchObject({ ok: true });
  });
});
