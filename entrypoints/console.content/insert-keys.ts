/** Our keys while the agent's hands are in the console's composer. */
import { matchesShortcut, REWRITE_KEY } from '../../utils/keyboard/shortcut.ts';
import { followSetting, INSERTION_KEYS } from '../../utils/settings/follow-setting.ts';
import { hearEveryWindow } from './hear-every-window.ts';

export interface InsertKeysOptions {
  signal: AbortSignal;
  isReading: () => boolean;
  /** @param position 1 to 3 */
  request: (position: number) => void;
  /** @returns whether there was anything to ask for: else the key stays the page's */
  requestRewrite: () => boolean;
}

export function listenForInsertKeys({ signal, isReading, request, requestRewrite }: InsertKeysOptions): void {
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
    if (position > 0) request(position);
    else if (!matchesShortcut(event, REWRITE_KEY) || !requestRewrite()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Editors like to live in an iframe.
  hearEveryWindow(signal, (_, view) => view.addEventListener('keydown', hear, { capture: true, signal }));
}
