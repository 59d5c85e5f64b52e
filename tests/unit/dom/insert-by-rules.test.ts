/** What the adapter and the agent decide about a reply: its lines, placeholders, notes inside the team. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow } from '../../support/fake-console-page.ts';
import { composer, find, insert, showPlainPageBeforeEach } from '../../support/insert-into-plain-page.ts';

const SPLITTING: ConsoleAdapter = {
  ...PLAIN_ADAPTER,
  composer: { ...PLAIN_ADAPTER.composer, newline: 'splits' },
};

showPlainPageBeforeEach();

describe('a console that sends each line by itself', () => {
  const LINES = 'Hello!\n\n  It is on\nits way.';

  it('gets the reply as one line, and the agent is told', async () => {
    const text = 'Hello! It is on its way.';
    expect(await insert(LINES, { adapter: SPLITTING })).toEqual({ ok: true, text, isJoined: true });
    expect(composer().value).toBe(text);
  });

  it('has nothing to tell of a reply that is one line anyway', async () => {
    expect(await insert('Hello!\n', { adapter: SPLITTING })).toEqual({ ok: true, text: 'Hello!' });
  });

  it('gets nothing while the agent wants to be asked', async () => {
    expect(await insert(LINES, { adapter: SPLITTING, lines: 'ask' })).toEqual({
      ok: false,
      reason: 'would-split',
    });
    expect(composer().value).toBe('');
    expect(await insert('Hello!', { adapter: SPLITTING, lines: 'ask' })).toMatchObject({ ok: true });
  });

  it('gets the lines as they are when the agent said so', async () => {
    expect(await insert(LINES, { adapter: SPLITTING, lines: 'split' })).toEqual({ ok: true, text: LINES });
    expect(composer().value).toBe(LINES);
  });
});

describe('a placeholder that is real text', () => {
  const adapter: ConsoleAdapter = {
    ...PLAIN_ADAPTER,
    composer: { ...PLAIN_ADAPTER.composer, placeholder: ['Add your reply  here'] },
  };

  it('makes way for the reply', async () => {
    composer().value = 'Add your reply here';
    expect(await insert('Hello', { adapter })).toMatchObject({ ok: true });
    expect(composer().value).toBe('Hello');
  });

  it('is a draft as soon as a word was added', async () => {
    composer().value = 'Add your reply here, Emma';
    await insert('Hello', { adapter });
    expect(composer().value).toBe('Add your reply here, EmmaHello');
  });
});

describe('what is typed stays inside the team', () => {
  beforeEach(() => {
    find('#plain').insertAdjacentHTML('beforeend', '<b id="note-mode">Private note</b>');
  });

  it('and the agent was told: then it goes in', async () => {
    expect(await insert('Hello', { isPrivateNote: true })).toMatchObject({ ok: true });
  });

  it('no longer, although the agent was told so: then nothing goes to the customer', async () => {
    find('#note-mode').remove();
    expect(await insert('Hello', { isPrivateNote: true })).toEqual({ ok: false, reason: 'no-private-note' });
    expect(composer().value).toBe('');
  });
});

describe('a conversation that moves on while the reply goes in', () => {
  it.each([
    ['the customer writes', () => find('#list').insertAdjacentHTML('beforeend', plainRow('2', 'Forget it'))],
    ['another chat opens', () => find('#plain').setAttribute('data-chat', 'chat-2')],
  ])('is said: %s', async (_, move) => {
    composer().addEventListener('input', move, { once: true });
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'moved-meanwhile' });
    expect(composer().value).toBe('Hello');
  });
});
