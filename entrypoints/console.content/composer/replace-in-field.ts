import { moveCaret, type FoundWords } from './find-words.ts';
import { readBack, type Outcome } from './read-back.ts';
import { writeValue, type TextField } from './text-field.ts';

/** These words and no others: by the command, so that undo works, else by the setter. */
export async function replaceInField(field: TextField, words: FoundWords): Promise<Outcome> {
  const { start, end, text } = words;
  const { value, selectionStart, selectionEnd } = field;
  const move = (caret: number | null) => moveCaret(caret ?? value.length, words);
  const expected = value.slice(0, start) + text + value.slice(end);
  const expectation = { read: () => field.value, before: value, expected };
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  field.ownerDocument.execCommand('insertText', false, text);
  let outcome = await readBack(expectation);
  if (outcome === 'not-inserted') {
    writeValue(field, expected);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    outcome = await readBack(expectation);
  }
  if (outcome === 'inserted') field.setSelectionRange(move(selectionStart), move(selectionEnd));
  return outcome;
}
