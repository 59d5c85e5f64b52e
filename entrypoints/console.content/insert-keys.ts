/** The insertion keys while the agent's hands are in the console's composer. */
import { matchesShortcut } from '../../utils/keyboard/shortcut.ts';
import { followSetting, INSERTION_KEYS } from '../../utils/settings/follow-setting.ts';
import { hearEveryWindow } from './hear-every-window.ts';

export interface InsertKeysOptions {
  signal: AbortSignal;
  isReading: () => boolean;
  /** @param position 1 to 3 */
  request: (position: number) => void;
}

export function listenForInsertKeys({ signal, isReading, request }: InsertKeysOptions): void {
  let keys: readonly string[] = INSERTION_KEYS.fallback;
  followSetting(INSERTION_KEYS, {
    signal,
    onValue: (value) => {
      keys = value;
    },
  });

  const hear = (event: KeyboardEvent) => {
    // Scripts of the page must not be able to press our keys.
    if (!event.isTrusted || event.repeat || !isReading()) return;
    const position = keys.findIndex((shortcut) => matchesShortcut(event, shortcut)) + 1;
    if (position === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    request(position);
  };
  // Editors like to live in an iframe.
  hearEveryWindow(signal, (_, view) => view.addEventListener('keydown', hear, { capture: true, signal }));
}
