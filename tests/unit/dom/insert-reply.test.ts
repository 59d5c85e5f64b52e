import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_ADAPTER, plainRow, showPlainPage } from '../../support/fake-console-page.ts';
import {
  composer,
  find,
  insert,
  setRefusal,
  showPlainPageBeforeEach,
} from '../../support/insert-into-plain-page.ts';

showPlainPageBeforeEach();

/** A draft as the agent left it. */
function draft(value: string, start = value.length, end = start): void {
  composer().value = value;
  composer().setSelectionRange(start, end);
}

describe.each([
  ['by the browser’s typing command', false],
  ['by the setter, where commands are refused', true],
])('a reply into a text field, %s', (_, refuses) => {
  beforeEach(() => {
    setRefusal(refuses);
  });

  it('goes into the empty composer, line breaks included', async () => {
    expect(await insert('Hello!\n\nIt is on its way.')).toEqual({
      ok: true,
      text: 'Hello!\n\nIt is on its way.',
    });
    expect(composer().value).toBe('Hello!\n\nIt is on its way.');
  });

  it('goes in at the caret and keeps both sides of the draft', async () => {
    draft('Dear Emma,  Best, Mei', 11);
    await insert('it is on its way.');
    expect(composer().value).toBe('Dear Emma, it is on its way. Best, Mei');
    expect(composer().selectionStart).toBe(28);
  });

  it('goes behind a selection and overwrites nothing', async () => {
    draft('Dear Emma, bye', 5, 9);
    expect(await insert(' (hello)')).toMatchObject({ ok: true });
    expect(composer().value).toBe('Dear Emma (hello), bye');
  });

  it('is noticed by the console’s framework', async () => {
    const seen: string[] = [];
    composer().addEventListener('input', () => seen.push(composer().value));
    await insert('Hello');
    expect(seen).toEqual(['Hello']);
  });

  it('focuses the composer, so that the agent can check and send', async () => {
    await insert('Hello');
    expect(document.activeElement).toBe(composer());
  });

  it('is called changed when the console alters the text', async () => {
    composer().addEventListener('input', () => {
      composer().value = composer().value.toUpperCase();
    });
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'changed-by-console' });
  });

  it('is called not inserted when the console puts its own text back', async () => {
    draft('mine');
    composer().addEventListener('input', () => {
      composer().value = 'mine';
    });
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'not-inserted' });
    expect(composer().value).toBe('mine');
  });

  it('is waited for when the console redraws its composer late', async () => {
    composer().addEventListener('input', () => {
      const { value } = composer();
      composer().value = '';
      setTimeout(() => {
        composer().value = value;
      }, 150);
    });
    expect(await insert('Hello')).toMatchObject({ ok: true });
    expect(composer().value).toBe('Hello');
  });
});

describe('a composer with a length limit', () => {
  it('is reported as having changed the text when it cuts it', async () => {
    composer().maxLength = 5;
    expect(await insert('Hello, Emma')).toEqual({ ok: false, reason: 'changed-by-console' });
  });
});

describe('a single-line field', () => {
  it('takes the reply too', async () => {
    showPlainPage({ rows: plainRow('1', 'Hi'), composer: '<input id="composer">' });
    composer().value = 'Dear ';
    expect(await insert('Emma')).toMatchObject({ ok: true });
    expect(composer().value).toBe('Dear Emma');
  });
});

describe('a composer in a shadow root', () => {
  it('takes the reply', async () => {
    // The command cannot be faked in there; the setter takes its place.
    setRefusal(true);
    showPlainPage({ rows: plainRow('1', 'Hi'), composer: '<reply-box></reply-box>' });
    const root = find('reply-box').attachShadow({ mode: 'open' });
    root.append(Object.assign(document.createElement('textarea'), { id: 'composer' }));
    const adapter = { ...PLAIN_ADAPTER, composer: { ...PLAIN_ADAPTER.composer, frame: ['reply-box'] } };
    expect(await insert('Hello', { adapter })).toMatchObject({ ok: true });
    expect((root.querySelector('#composer') as HTMLTextAreaElement).value).toBe('Hello');
    expect(root.activeElement?.id).toBe('composer');
  });
});

describe('a reply is refused, and the draft left alone,', () => {
  beforeEach(() => draft('my draft'));
  afterEach(() => {
    if (composer()) expect(composer().value).toBe('my draft');
  });

  it('when another conversation is open now', async () => {
    find('#plain').dataset['chat'] = 'chat-2';
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'conversation-changed' });
  });

  it('when the customer has written again', async () => {
    find('#list').insertAdjacentHTML('beforeend', plainRow('2', 'Forget it'));
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'customer-wrote-again' });
  });

  it('when no conversation is open', async () => {
    find('#plain').dataset['chat'] = '';
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'no-conversation' });
  });

  it('when the console is not known', async () => {
    expect(await insert('Hello', { adapter: null })).toEqual({ ok: false, reason: 'composer-missing' });
  });

  it.each([
    ['absent', () => composer().remove()],
    ['disabled', () => composer().setAttribute('disabled', '')],
    ['read-only', () => composer().setAttribute('readonly', '')],
    ['hidden', () => composer().style.setProperty('display', 'none')],
  ])('when the composer is %s', async (_, spoil) => {
    spoil();
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'composer-missing' });
  });

  it('when what is typed would stay inside the team', async () => {
    find('#plain').insertAdjacentHTML('beforeend', '<b id="note-mode">Private note</b>');
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'private-note' });
  });
});

describe('an answer of ours', () => {
  it('does not count as the customer writing again', async () => {
    find('#list').insertAdjacentHTML('beforeend', plainRow('2', 'One moment', 'mine'));
    expect(await insert('Hello')).toMatchObject({ ok: true });
  });
});
