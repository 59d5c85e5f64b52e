/** The picker's keys. The page gets none of them while it is open, and nothing of a press that began then. */
import { isComposing } from '../../utils/keyboard/shortcut.ts';

export type PickerAct = 'up' | 'down' | 'accept' | 'close';

const KEYS: Readonly<Record<string, PickerAct>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'accept',
  Tab: 'accept',
  Escape: 'close',
};

export interface PickerKeysOptions {
  windows: readonly Window[];
  /** Aborted when the picker closes. */
  signal: AbortSignal;
  /** An input method is at work: its keys are its own. */
  isComposing: () => boolean;
  act: (act: PickerAct) => void;
}

export function listenForPickerKeys({ windows, signal, act, ...options }: PickerKeysOptions): void {
  const gone = new AbortController();
  /** Keys that went down for us. An Enter that is still down must not send when the picker has closed. */
  const held = new Set<string>();
  const leaveIfDone = () => signal.aborted && held.size === 0 && gone.abort();
  const take = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const handleDown = (event: KeyboardEvent) => {
    // Scripts of the page must not be able to press our keys.
    if (!event.isTrusted) return;
    if (held.has(event.code) && event.repeat) return take(event);
    held.delete(event.code);
    leaveIfDone();
    const wanted = findAct(event);
    if (signal.aborted || !wanted || options.isComposing()) return;
    held.add(event.code);
    take(event);
    if (!event.repeat || wanted === 'up' || wanted === 'down') act(wanted);
  };
  const handleUp = (event: KeyboardEvent) => {
    if (!event.isTrusted || !held.delete(event.code)) return;
    take(event);
    leaveIfDone();
  };
  signal.addEventListener('abort', leaveIfDone);
  for (const view of windows) {
    view.addEventListener('keydown', handleDown, { capture: true, signal: gone.signal });
    view.addEventListener('keyup', handleUp, { capture: true, signal: gone.signal });
  }
}

function findAct(event: KeyboardEvent): PickerAct | null {
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return isPlain && !isComposing(event) && Object.hasOwn(KEYS, event.key) ? (KEYS[event.key] ?? null) : null;
}
