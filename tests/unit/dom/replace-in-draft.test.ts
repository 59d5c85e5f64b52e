import { describe, expect, it, vi } from 'vitest';
import { maskDraft, readDraft } from '../../../entrypoints/console.content/composer/draft-text.ts';
import { replaceInDraft } from '../../../entrypoints/console.content/composer/replace-in-draft.ts';
import type { ReplaceInDraftCommand } from '../../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow, readOnce, showPlainPage } from '../../support/fake-console-page.ts';
import { watchForSending } from '../../support/fake-editing.ts';
import { composer, find, setRefusal, showPlainPageBeforeEach } from '../../support/insert-into-plain-page.ts';

showPlainPageBeforeEach();

const NOTHING_MOVED = { conversationId: 'chat-1', lastCustomerMessageId: '1' };
const PAGE = { adapter: PLAIN_ADAPTER, readNow: () => readOnce(PLAIN_ADAPTER) };

/** As the panel asks: the words as they were told, where they stood then. */
async function replace(words: string, text: string, change: Partial<ReplaceInDraftCommand> = {}) {
  const at = maskDraft(readDraft(find('#composer')).text).indexOf(words);
  const command = { requestId: 'r1', expected: NOTHING_MOVED, find: words, at, text, ...change };
  const result = replaceInDraft(command, PAGE);
  await vi.advanceTimersByTimeAsync(2_000);
  return result;
}

const REFUSED = { ok: false, reason: 'draft-changed' };

describe.each([
  ['by the browser’s command', false],
  ['by the setter, where commands are refused', true],
])('words in a field, %s', (_, refuses) => {
  it('make way for others, and the caret stays where it was', async () => {
    setRefusal(refuses);
    composer().value = '您好，这个肯定能退。谢谢';
    composer().setSelectionRange(12, 12);
    expect(await replace('肯定能退', '我帮您核实')).toEqual({ ok: true, text: '我帮您核实' });
    expect(composer().value).toBe('您好，这个我帮您核实。谢谢');
    expect(composer().selectionStart).toBe(13);
  });
});

describe('words in a draft', () => {
  it('are taken where they were seen, not where they stand as well', async () => {
    composer().value = '肯定，肯定';
    expect(await replace('肯定', '应该', { at: 3 })).toMatchObject({ ok: true });
    expect(composer().value).toBe('肯定，应该');
  });

  it('stay when they are not those that were seen', async () => {
    composer().value = '这个能退';
    expect(await replace('肯定', '应该', { at: 2 })).toEqual(REFUSED);
    expect(await replace('能退', '应该', { at: 1 })).toEqual(REFUSED);
    expect(composer().value).toBe('这个能退');
  });

  it('keep what was masked on the way to the panel', async () => {
    composer().value = '\u200B回电13800138000，再打１３９００１３９０００，您肯定能收到';
    const words = '再打[手机号*9000]，您肯定能收到';
    expect(await replace(words, '您会收到[手机号*9000]的来电')).toMatchObject({ ok: true });
    expect(composer().value).toBe('\u200B回电13800138000，您会收到13900139000的来电');
  });

  it('never let a mask through that hides nobody knows what', async () => {
    composer().value = '这个肯定能退';
    expect(await replace('肯定', '打[手机号*0000]')).toEqual(REFUSED);
    expect(composer().value).toBe('这个肯定能退');
  });

  it('never take one number for another that ends alike', async () => {
    composer().value = '打13800138000或13900138000，肯定能通';
    const words = '打[手机号*8000]或[手机号*8000]，肯定能通';
    expect(await replace(words, '请打[手机号*8000]')).toEqual(REFUSED);
  });

  it('do not begin within a number', async () => {
    composer().value = '打13800138000';
    expect(await replace('8000]', '9', { at: 6 })).toEqual(REFUSED);
    expect(await replace('138', '9', { at: 1 })).toEqual(REFUSED);
  });

  it('can be left out altogether', async () => {
    composer().value = '王女士【姓名】您好';
    expect(await replace('【姓名】', '')).toMatchObject({ ok: true });
    expect(composer().value).toBe('王女士您好');
    composer().value = '【姓名】您好';
    await replace('【姓名】', '');
    expect(composer().value).toBe('您好');
    composer().value = '【姓名】';
    expect(await replace('【姓名】', '')).toEqual(REFUSED);
  });

  it('get an addition at the end, as long as it is the end', async () => {
    composer().value = '给您添麻烦了 ';
    expect(await replace('', '。我来负责', { at: 6 })).toMatchObject({ ok: true });
    expect(composer().value).toBe('给您添麻烦了。我来负责 ');
    expect(await replace('', '。我来负责', { at: 6 })).toEqual(REFUSED);
  });

  it('stay on one line, which Enter could send', async () => {
    composer().value = '肯定';
    await replace('肯定', '一\n 二');
    expect(composer().value).toBe('一 二');
  });
});

describe('nothing is replaced', () => {
  it('beside another customer, after another line, or in a note', async () => {
    composer().value = '肯定';
    const expected = { ...NOTHING_MOVED, conversationId: 'chat-2' };
    expect(await replace('肯定', '应该', { expected })).toMatchObject({ reason: 'conversation-changed' });
    find('#list').insertAdjacentHTML('beforeend', plainRow('2', '喂'));
    expect(await replace('肯定', '应该')).toMatchObject({ reason: 'customer-wrote-again' });
    showPlainPage({
      rows: plainRow('1', '喂'),
      composer: '<textarea id="composer">肯定</textarea><i id="note-mode"></i>',
    });
    expect(await replace('肯定', '应该')).toMatchObject({ reason: 'private-note' });
    expect(composer().value).toBe('肯定');
  });

  it('without a composer, or in a closed one', async () => {
    composer().value = '肯定';
    composer().readOnly = true;
    expect(await replace('肯定', '应该')).toMatchObject({ reason: 'composer-missing' });
  });
});

describe('words in an editor', () => {
  const show = (html: string) =>
    showPlainPage({
      rows: plainRow('1', '喂'),
      composer: `<div id="composer" contenteditable="true" tabindex="0">${html}</div>`,
    });

  it('make way across its elements, and what stands around stays', async () => {
    show('<p>您好</p><p>这个<b>肯</b>定能退，谢谢</p>');
    expect(await replace('肯定能退', '我帮您核实')).toMatchObject({ ok: true });
    expect(readDraft(find('#composer')).text).toBe('您好\n这个我帮您核实，谢谢');
    expect([...document.querySelectorAll('#composer p')]).toHaveLength(2);
  });

  it('stay when somebody types meanwhile', async () => {
    show('<p>这个肯定能退</p>');
    const command = { requestId: 'r1', expected: NOTHING_MOVED, find: '肯定', at: 2, text: '应该' };
    const result = replaceInDraft(command, PAGE);
    find('#composer p').textContent = '嗯这个肯定能退';
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await result).toEqual(REFUSED);
    expect(find('#composer').textContent).toBe('嗯这个肯定能退');
  });
});

it('presses no key and clicks nothing', async () => {
  const end = new AbortController();
  const seen = watchForSending(end.signal);
  composer().value = '肯定';
  await replace('肯定', '应该');
  expect(seen).toEqual([]);
  end.abort();
});
