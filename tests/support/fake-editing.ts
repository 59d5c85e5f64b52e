/**
 * What jsdom lacks of editing: `execCommand` for text, and paste events. Does what browsers do, no more:
 * acts on the focused field or editor, replaces the selection, fires `beforeinput` and `input`.
 */

export interface FakeEditingOptions {
  /** A page in which editing commands do nothing, as in some embedded views. */
  refuses?: boolean;
}

type Command = 'insertText' | 'insertLineBreak';

/** @returns what takes it away again */
export function installFakeEditing({ refuses = false }: FakeEditingOptions = {}): () => void {
  const stubs: [object, string, unknown][] = [
    [document, 'execCommand', refuses ? () => false : execCommand],
    [globalThis, 'ClipboardEvent', FakeClipboardEvent],
    [globalThis, 'DataTransfer', FakeDataTransfer],
  ];
  for (const [owner, name, value] of stubs) Object.defineProperty(owner, name, { configurable: true, value });
  return () => stubs.forEach(([owner, name]) => void Reflect.deleteProperty(owner, name));
}

function execCommand(command: string, _showUi = false, text = ''): boolean {
  const target = document.activeElement;
  if (command !== 'insertText' && command !== 'insertLineBreak') return false;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) {
    return typeIntoField(target, command, text);
  }
  return target instanceof HTMLElement && isEditor(target) ? typeIntoEditor(target, command, text) : false;
}

function typeIntoField(
  field: HTMLTextAreaElement | HTMLInputElement,
  command: Command,
  text: string,
): boolean {
  if (field.disabled || field.readOnly) return false;
  const typed = command === 'insertLineBreak' ? '\n' : text;
  if (!announce(field, command, typed)) return false;
  const { value, maxLength } = field;
  const start = field.selectionStart ?? value.length;
  const end = field.selectionEnd ?? value.length;
  const room = maxLength < 0 ? typed.length : Math.max(0, maxLength - (value.length - (end - start)));
  field.setRangeText(typed.slice(0, room), start, end, 'end');
  return report(field, command, typed);
}

function typeIntoEditor(editor: HTMLElement, command: Command, text: string): boolean {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || !editor.contains(selection.focusNode)) return false;
  if (!announce(editor, command, text)) return false;
  const range = selection.getRangeAt(0);
  range.deleteContents();
  range.insertNode(
    command === 'insertLineBreak' ? document.createElement('br') : document.createTextNode(text),
  );
  selection.collapseToEnd();
  return report(editor, command, text);
}

function isEditor(element: HTMLElement): boolean {
  return ['', 'true', 'plaintext-only'].includes(element.getAttribute('contenteditable') ?? 'false');
}

function announce(target: HTMLElement, inputType: Command, data: string): boolean {
  return target.dispatchEvent(
    new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType, data }),
  );
}

function report(target: HTMLElement, inputType: Command, data: string): true {
  target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data }));
  return true;
}

class FakeDataTransfer {
  readonly #data = new Map<string, string>();

  setData(format: string, data: string): void {
    this.#data.set(format, data);
  }

  getData(format: string): string {
    return this.#data.get(format) ?? '';
  }
}

class FakeClipboardEvent extends Event {
  readonly clipboardData: FakeDataTransfer | null;

  constructor(type: string, init: EventInit & { clipboardData?: FakeDataTransfer } = {}) {
    super(type, init);
    this.clipboardData = init.clipboardData ?? null;
  }
}

/** Everything that could send a message, written down as it happens. @returns the list, growing */
export function watchForSending(signal: AbortSignal): string[] {
  const seen: string[] = [];
  const kinds = ['keydown', 'keypress', 'keyup', 'mousedown', 'mouseup', 'pointerdown', 'click', 'submit'];
  for (const kind of kinds) {
    document.addEventListener(kind, () => seen.push(kind), { capture: true, signal });
  }
  return seen;
}
