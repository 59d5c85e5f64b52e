/** We insert; people send. And whatever was in the composer is still there. */
import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { insertReply } from '../../../entrypoints/console.content/composer/insert-reply.ts';
import { PLAIN_ADAPTER, plainRow, readOnce, showPlainPage } from '../../support/fake-console-page.ts';
import { installFakeEditing, watchForSending } from '../../support/fake-editing.ts';

const COMPOSERS = {
  'a text area': '<textarea id="composer"></textarea>',
  'a one-line field': '<input id="composer">',
  'an editor': '<div id="composer" contenteditable="true" tabindex="0"></div>',
};

let uninstall = () => {};

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  uninstall();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function prepare(composer: string, refuses = false): void {
  uninstall();
  uninstall = installFakeEditing({ refuses });
  showPlainPage({
    rows: plainRow('1', 'Hello?'),
    composer: `<form>${composer}<button type="submit">Send</button></form>`,
  });
}

async function insert(text: string) {
  const expected = { conversationId: 'chat-1', lastCustomerMessageId: '1' };
  const page = { adapter: PLAIN_ADAPTER, readNow: () => readOnce(PLAIN_ADAPTER) };
  const result = insertReply({ requestId: 'r1', text, expected }, page);
  await vi.advanceTimersByTimeAsync(2_000);
  return result;
}

const withoutCarriageReturns = (text: string) => text.replaceAll('\r', '');
const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
const manyLines = fc
  .array(anyText, { maxLength: 4 })
  .map((lines) => withoutCarriageReturns(lines.join('\n')));
const someReply = manyLines.map((text) => `好${text}`);

const draftWithCaret = manyLines.chain((draft) =>
  fc.record({ draft: fc.constant(draft), start: fc.nat(draft.length), length: fc.nat(draft.length) }),
);

describe('inserting', () => {
  const cases = Object.entries(COMPOSERS).flatMap(([name, composer]) => [
    { name, how: 'by command', composer, refuses: false },
    { name, how: 'where commands are refused', composer, refuses: true },
  ]);

  it.each(cases)('presses no key, clicks nothing and submits nothing: $name, $how', async (given) => {
    prepare(given.composer, given.refuses);
    const stop = new AbortController();
    const seen = watchForSending(stop.signal);
    const click = vi.spyOn(HTMLElement.prototype, 'click');
    const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {});
    const requestSubmit = vi.spyOn(HTMLFormElement.prototype, 'requestSubmit').mockImplementation(() => {});
    await insert('Hello!\nPlease send me.\n');
    stop.abort();
    expect(seen).toEqual([]);
    expect(click).not.toHaveBeenCalled();
    expect(submit).not.toHaveBeenCalled();
    expect(requestSubmit).not.toHaveBeenCalled();
  });

  it('would be caught if it did: the watch sees a real click and a real submit', () => {
    prepare(COMPOSERS['a text area']);
    const stop = new AbortController();
    const seen = watchForSending(stop.signal);
    document.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    document.querySelector('button')?.click();
    stop.abort();
    expect(seen).toEqual(['click', 'submit']);
  });
});

describe.each([
  ['by command', false],
  ['by the setter', true],
])('whatever the draft, the caret and the reply, %s', (_, refuses) => {
  test.prop([draftWithCaret, someReply], { numRuns: 60 })(
    'the field holds what stood before the caret, the reply, and what stood behind it',
    async ({ draft, start, length }, reply) => {
      prepare(COMPOSERS['a text area'], refuses);
      const field = document.querySelector('textarea') as HTMLTextAreaElement;
      field.value = draft;
      const caret = Math.min(start + length, draft.length);
      field.setSelectionRange(start, caret);
      expect(await insert(reply)).toEqual({ ok: true, text: reply });
      expect(field.value).toBe(draft.slice(0, caret) + reply + draft.slice(caret));
      expect(field.selectionStart).toBe(caret + reply.length);
      expect(field.selectionEnd).toBe(caret + reply.length);
    },
  );
});

test.prop([draftWithCaret, someReply], { numRuns: 60 })(
  'an editor holds both sides of its draft and the reply between them',
  async ({ draft, start, length }, reply) => {
    prepare(COMPOSERS['an editor']);
    const editor = document.querySelector('#composer') as HTMLElement;
    const text = document.createTextNode(draft);
    editor.append(text);
    const caret = Math.min(start + length, draft.length);
    editor.focus();
    document.getSelection()?.setBaseAndExtent(text, start, text, caret);
    expect(await insert(reply)).toEqual({ ok: true, text: reply });
    const typed = reply.replaceAll('\n', '');
    expect(editor.textContent).toBe(draft.slice(0, caret) + typed + draft.slice(caret));
  },
);
