import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { insertReply } from '../../../entrypoints/console.content/composer/insert-reply.ts';
import { PLAIN_ADAPTER, plainRow, readOnce, showPlainPage } from '../../support/fake-console-page.ts';
import { installFakeEditing } from '../../support/fake-editing.ts';

let uninstall: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  uninstall = installFakeEditing();
  showPlainPage({
    rows: plainRow('1', 'Where is my parcel?'),
    composer: '<div id="composer" contenteditable="true" tabindex="0"></div>',
  });
});

afterEach(() => {
  uninstall();
  vi.useRealTimers();
});

const editor = () => document.querySelector('#composer') as HTMLElement;

function start(text: string) {
  const expected = { conversationId: 'chat-1', lastCustomerMessageId: '1' };
  return insertReply(
    { requestId: 'r1', text, expected },
    { adapter: PLAIN_ADAPTER, readNow: () => readOnce(PLAIN_ADAPTER) },
  );
}

async function insert(text: string) {
  const result = start(text);
  await vi.advanceTimersByTimeAsync(2_000);
  return result;
}

/** Chromium gives a new line its `<br>`. */
const readLines = () =>
  [...editor().childNodes].map((node) => (node instanceof HTMLBRElement ? '\n' : node.textContent)).join('');

function selectInEditor(from: number, to: number): void {
  const text = editor().firstChild as Text;
  editor().focus();
  document.getSelection()?.setBaseAndExtent(text, from, text, to);
}

/** As editors with a model of their own do: they take the paste and draw it themselves. */
function takePastes(draw: (text: string) => void): void {
  editor().addEventListener('paste', (event) => {
    event.preventDefault();
    draw(event.clipboardData?.getData('text/plain') ?? '');
  });
}

describe('a reply into a plain editor', () => {
  it('is typed line by line where nobody takes a paste', async () => {
    expect(await insert('Hello!\n\nOn its way.')).toEqual({ ok: true, text: 'Hello!\n\nOn its way.' });
    expect(readLines()).toBe('Hello!\n\nOn its way.');
    expect(editor().querySelector('div, p')).toBeNull();
  });

  it('goes to the end of the draft when the caret was never in it', async () => {
    editor().textContent = 'Dear Emma, ';
    await insert('hello');
    expect(editor().textContent).toBe('Dear Emma, hello');
  });

  it('goes in at the caret and keeps both sides of the draft', async () => {
    editor().textContent = 'Dear Emma,  Best, Mei';
    selectInEditor(11, 11);
    await insert('hello.');
    expect(editor().textContent).toBe('Dear Emma, hello. Best, Mei');
  });

  it('goes behind a selection and overwrites nothing', async () => {
    editor().textContent = 'Dear Emma, bye';
    selectInEditor(5, 9);
    expect(await insert(' (hello)')).toMatchObject({ ok: true });
    expect(editor().textContent).toBe('Dear Emma (hello), bye');
  });

  it('goes behind a selection made backwards, too', async () => {
    editor().textContent = 'Dear Emma, bye';
    selectInEditor(9, 5);
    expect(await insert(' (hello)')).toMatchObject({ ok: true });
    expect(editor().textContent).toBe('Dear Emma (hello), bye');
  });
});

describe('a reply into an editor that takes pastes', () => {
  it('is inserted once', async () => {
    takePastes((text) => editor().append(text));
    expect(await insert('Hello!\nOn its way.')).toMatchObject({ ok: true });
    expect(editor().textContent).toBe('Hello!\nOn its way.');
  });

  it('is inserted once, also when the editor draws it a moment later', async () => {
    takePastes((text) => setTimeout(() => editor().append(text), 200));
    expect(await insert('Hello')).toMatchObject({ ok: true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(editor().textContent).toBe('Hello');
  });

  it('is called changed when the editor draws something else, and is not typed on top', async () => {
    takePastes(() => editor().append('[link removed]'));
    expect(await insert('https://shop.example')).toEqual({ ok: false, reason: 'changed-by-console' });
    expect(editor().textContent).toBe('[link removed]');
  });
});

describe('an editor that refuses everything', () => {
  it('is reported as such', async () => {
    uninstall();
    uninstall = installFakeEditing({ refuses: true });
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'not-inserted' });
    expect(editor().textContent).toBe('');
  });
});

describe('a customer who writes while the editor gets its focus', () => {
  it('stops the reply', async () => {
    const result = start('Hello');
    await vi.advanceTimersByTimeAsync(50);
    document.querySelector('#list')?.insertAdjacentHTML('beforeend', plainRow('2', 'Forget it'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await result).toEqual({ ok: false, reason: 'customer-wrote-again' });
    expect(editor().textContent).toBe('');
  });
});
