/** The insertion keys while the agent's hands are in the console's composer. */
import { quietly } from '../../utils/errors/quietly.ts';
import { matchesShortcut } from '../../utils/keyboard/shortcut.ts';
import { insertionKeys } from '../../utils/settings/settings.ts';

export interface InsertKeysOptions {
  signal: AbortSignal;
  isReading: () => boolean;
  /** @param position 1 to 3 */
  request: (position: number) => void;
}

export function listenForInsertKeys({ signal, isReading, request }: InsertKeysOptions): void {
  let keys: readonly string[] = insertionKeys.fallback;
  void insertionKeys.getValue().then((value) => {
    keys = value;
  });
  const unwatch = insertionKeys.watch((value) => {
    keys = value;
  });
  signal.addEventListener('abort', quietly(unwatch));

  window.addEventListener(
    'keydown',
    (event) => {
      // Scripts of the page must not be able to press our keys.
      if (!event.isTrusted || event.repeat || !isReading()) return;
      const position = keys.findIndex((shortcut) => matchesShortcut(event, shortcut)) + 1;
      if (position === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      request(position);
    },
    { capture: true, signal },
  );
}
