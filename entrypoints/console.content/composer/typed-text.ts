/**
 * Takes away what was just typed in front of the caret, and puts it back: the picker's trigger and what it was asked
 * for. Not in the content script itself, but in what is brought into the page when the picker is called.
 */
import { readBeforeCaret, readSelection } from '../../../utils/keyboard/written-field.ts';
import { formatReply } from '../../../utils/text/format-reply.ts';
import { readAroundCaret, readEditorText } from './editor-text.ts';
import { insertIntoEditor } from './insert-into-editor.ts';
import { readBack, wait } from './read-back.ts';
import { isTextField, typeIntoField, type TextField } from './text-field.ts';

/** Editors with a selection of their own learn of ours after a moment. */
const SELECTION_SETTLES_MS = 60;
/** Editors that read what is about to happen instead of what has. */
const ASKS_BEFORE = '[data-lexical-editor], [data-slate-editor], .ck-editor__editable';

/** @returns whether it is gone, and nothing else with it */
export async function removeTyped(field: HTMLElement, typed: string): Promise<boolean> {
  if (readBeforeCaret(field)?.endsWith(typed) !== true) return false;
  return isTextField(field) ? removeFromField(field, typed) : removeFromEditor(field, typed);
}

/** Where the caret is. */
export async function putBackTyped(field: HTMLElement, typed: string): Promise<void> {
  if (isTextField(field)) typeIntoField(field, typed);
  else await insertIntoEditor(field, formatReply(typed), { isEnterSent: false });
}

async function removeFromField(field: TextField, typed: string): Promise<boolean> {
  const { value, selectionStart } = field;
  const caret = selectionStart ?? 0;
  const expected = value.slice(0, caret - typed.length) + value.slice(caret);
  field.setSelectionRange(caret - typed.length, caret);
  field.ownerDocument.execCommand('delete');
  const isGone = (await readBack({ read: () => field.value, before: value, expected })) === 'inserted';
  if (!isGone) field.setSelectionRange(caret, caret);
  return isGone;
}

async function removeFromEditor(editor: HTMLElement, typed: string): Promise<boolean> {
  const { before, after } = readAroundCaret(editor);
  const change = { before: before + after, expected: before.slice(0, -typed.length) + after };
  if (!before.endsWith(typed) || !selectBack(editor, typed)) return false;
  for (const remove of editor.matches(ASKS_BEFORE) ? [announce, command] : [command, announce]) {
    await wait(SELECTION_SETTLES_MS);
    remove(editor);
    const outcome = await readBack({ ...change, read: () => readEditorText(editor) });
    if (outcome !== 'not-inserted') return outcome === 'inserted';
  }
  readSelection(editor)?.collapseToEnd();
  return false;
}

/** The browser's own command: undo brings it back. */
function command({ ownerDocument }: HTMLElement): void {
  ownerDocument.execCommand('delete');
}

function announce(editor: HTMLElement): void {
  const init = { bubbles: true, cancelable: true, composed: true, inputType: 'deleteContentBackward' };
  editor.dispatchEvent(new InputEvent('beforeinput', init));
}

/** @returns false if what stands there is not what was typed; the caret is then where it was */
function selectBack(editor: HTMLElement, typed: string): boolean {
  const selection = readSelection(editor);
  if (!selection) return false;
  for (let step = 0; step < typed.length && selection.toString().length < typed.length; step += 1)
    selection.modify('extend', 'backward', 'character');
  if (selection.toString().replaceAll('\u00A0', ' ') === typed) return true;
  selection.collapseToEnd();
  return false;
}
