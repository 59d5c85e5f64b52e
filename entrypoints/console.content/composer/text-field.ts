/** Inserting into `<textarea>` and `<input>`: at the caret, undoable, and seen by frameworks. */

export type TextField = HTMLTextAreaElement | HTMLInputElement;

export function isTextField(element: Element): element is TextField {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

/** What the field will hold if the text goes in at the caret. A selection is kept, not replaced. */
export function predictFieldValue(field: TextField, text: string): string {
  const caret = field.selectionEnd ?? field.value.length;
  return field.value.slice(0, caret) + text + field.value.slice(caret);
}

/** The browser's own typing command: undo works and every framework notices. */
export function typeIntoField(field: TextField, text: string): void {
  const caret = field.selectionEnd ?? field.value.length;
  field.setSelectionRange(caret, caret);
  field.ownerDocument.execCommand('insertText', false, text);
}

/** For fields that refuse the command: the prototype's setter, so that React and Vue see a change. */
export function setFieldValue(field: TextField, text: string): void {
  const caret = (field.selectionEnd ?? field.value.length) + text.length;
  const prototype =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, predictFieldValue(field, text));
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
