/** Some editors put their placeholder into the box as text, as if somebody had typed it. */
import { collapseWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { readSelection } from './caret.ts';
import { listTexts, readEditorText } from './editor-text.ts';
import { clearField, isTextField } from './text-field.ts';

/**
 * An editor that takes its placeholder away on focus hears of none while its window has none, as after a click in our
 * panel. When the focus comes at last it would take the reply away instead (measured: CKEditor 4), so it is told now.
 *
 * @returns whether it was
 */
export function announceFocus(composer: HTMLElement, placeholders: readonly string[]): boolean {
  const isDeaf = !isTextField(composer) && !composer.ownerDocument.hasFocus();
  if (!isDeaf || !holdsPlaceholder(composer, placeholders)) return false;
  composer.dispatchEvent(new FocusEvent('focus'));
  return true;
}

/** Makes way for the reply: the placeholder goes, or is selected so that the reply takes its place. */
export function yieldPlaceholder(composer: HTMLElement, placeholders: readonly string[]): boolean {
  if (!holdsPlaceholder(composer, placeholders)) return false;
  if (isTextField(composer)) clearField(composer);
  else selectTexts(composer);
  return true;
}

export function holdsPlaceholder(composer: HTMLElement, placeholders: readonly string[] = []): boolean {
  const text = collapseWhitespace(isTextField(composer) ? composer.value : readEditorText(composer));
  return text !== '' && placeholders.some((placeholder) => collapseWhitespace(placeholder) === text);
}

/** From letter to letter: an editor's own paragraphs stay. */
function selectTexts(editor: HTMLElement): void {
  const texts = listTexts(editor);
  const [first] = texts;
  const last = texts.at(-1);
  if (first && last) readSelection(editor)?.setBaseAndExtent(first, 0, last, last.length);
}
