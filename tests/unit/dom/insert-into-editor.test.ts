import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { insertReply } from '../../../entrypoints/console.content/composer/insert-reply.ts';
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
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

function start(text: string, composer: Partial<ConsoleAdapter['composer']> = {}) {
  const expected = { conversationId: 'chat-1', lastCustomerMessageId: '1' };
  const adapter = { ...PLAIN_ADAPTER, composer: { ...PLAIN_ADAPTER.composer, ...composer } };
  return insertReply({ requestId: 'r1', text, expected }, { adapter, readNow: () => readOnce(adapter) });
}

async function insert(text: string, composer: Partial<ConsoleAdapter['composer']> = {}) {
  const result = start(text, composer);
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
function takePastes(draw: (text: string, html: string) => void): void {
  editor().addEventListener('paste', (event) => {
    event.preventDefault();
    draw(event.clipboardData?.getData('text/plain') ?? '', event.clipboardData?.getData('text/html') ?? '');
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

describe('an editor that takes HTML', () => {
  const RICH = 'Dear **Emma**, see [our shop](https://shop.example/).';
  beforeEach(() => editor().classList.add('ql-editor'));

  it('gets bold and links', async () => {
    takePastes((_, html) => editor().insertAdjacentHTML('beforeend', html));
    expect(await insert(RICH)).toMatchObject({ ok: true });
    expect(editor().innerHTML).toBe(
      '<p>Dear <strong>Emma</strong>, see <a href="https://shop.example/">our shop</a>.</p>',
    );
  });

  it('is reported when it drops the link', async () => {
    takePastes(() => editor().append('Dear Emma, see our shop.'));
    expect(await insert(RICH)).toEqual({ ok: false, reason: 'changed-by-console' });
  });

  it('gets no HTML with a reply that needs none', async () => {
    const seen: string[] = [];
    takePastes((text, html) => {
      seen.push(html);
      editor().append(text);
    });
    await insert('Hello <b>');
    expect(seen).toEqual(['']);
  });
});

describe('an editor that is not known to take HTML', () => {
  it('gets the address as text', async () => {
    expect(await insert('See [our shop](https://shop.example/).')).toEqual({
      ok: true,
      text: 'See our shop https://shop.example/.',
    });
  });
});

describe('an editor known to take typing only', () => {
  it('is never pasted into', async () => {
    editor().classList.add('cm-content');
    let pastes = 0;
    takePastes(() => {
      pastes += 1;
    });
    expect(await insert('Hello')).toMatchObject({ ok: true });
    expect(pastes).toBe(0);
  });

  it('gets line breaks as such where the Enter key sends', async () => {
    editor().classList.add('cm-content');
    const kinds: string[] = [];
    editor().addEventListener('beforeinput', ({ inputType, data }) => kinds.push(`${inputType} ${data}`));
    await insert('One\nTwo', { newline: 'sendsOnEnter' });
    expect(kinds).toEqual(['insertText One', 'insertLineBreak ', 'insertText Two']);
  });
});

describe('what stands in an editor', () => {
  it('stays below the reply when it is a quote', async () => {
    editor().innerHTML = '<p><br></p><blockquote>You wrote: where is it?</blockquote>';
    expect(await insert('On its way.')).toMatchObject({ ok: true });
    expect(editor().firstElementChild?.textContent).toBe('On its way.');
    expect(editor().querySelector('blockquote')?.textContent).toBe('You wrote: where is it?');
  });

  it('gives way when it is only a placeholder', async () => {
    editor().innerHTML = '<p>Add your reply here</p>';
    expect(await insert('Hello', { placeholder: ['Add your reply here'] })).toMatchObject({ ok: true });
    expect(editor().textContent).toBe('Hello');
  });

  it('is told of the focus that its window has not got, so that its placeholder takes no reply away later', async () => {
    editor().innerHTML = '<p>Add your reply here</p>';
    // It is the active element already, and nothing says so.
    editor().focus();
    editor().addEventListener('focus', () => editor().querySelector('p')?.replaceChildren(), { once: true });
    const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    expect(await insert('Hello', { placeholder: ['Add your reply here'] })).toMatchObject({ ok: true });
    editor().dispatchEvent(new FocusEvent('focus'));
    expect(editor().textContent).toBe('Hello');
    hasFocus.mockRestore();
  });

  it('does not count when nobody can type into it', async () => {
    editor().innerHTML = '<span contenteditable="false">Write a reply</span>';
    editor().addEventListener('input', () => editor().querySelector('span')?.remove());
    expect(await insert('Hello')).toMatchObject({ ok: true });
  });

  it('gets the reply in its last line, in front of the break that keeps it open', async () => {
    editor().innerHTML = '<p>Dear Emma,</p><p><br></p>';
    await insert('hello');
    expect(editor().lastElementChild?.textContent).toBe('hello');
  });
});

describe('a page that spoils its own classes', () => {
  it('gets no reply, and the agent hears of it', async () => {
    editor().classList.add('ql-editor');
    Object.defineProperty(globalThis, 'DataTransfer', {
      configurable: true,
      value: () => {
        throw new Error('not today');
      },
    });
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await insert('Hello')).toEqual({ ok: false, reason: 'not-inserted' });
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
