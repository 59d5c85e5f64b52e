/** Inserting into `<textarea>` and `<input>`: at the caret, undoable, and seen by frameworks. */

export type TextField = HTMLTextAreaElement | HTMLInputElement;

/** By name: what comes from another frame is no instance of this frame's classes. */
export function isTextField(element: Element): element is TextField {
  return element.localName === 'textarea' || element.localName === 'input';
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
  writeValue(field, predictFieldValue(field, text));
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

export function clearField(field: TextField): void {
  writeValue(field, '');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContent' }));
}

export function writeValue(field: TextField, value: string): void {
  const view = field.ownerDocument.defaultView ?? globalThis;
  const { prototype } = view[field.localName === 'textarea' ? 'HTMLTextAreaElement' : 'HTMLInputElement'];
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
}
