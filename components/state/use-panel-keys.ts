import { useEffect, useEffectEvent } from 'react';
import { matchesShortcut } from '../../utils/keyboard/shortcut.ts';

export interface PanelKeys {
  insertionKeys: readonly string[];
  /** @param position counted from 1 */
  onInsert: (position: number) => void;
  onSearch: () => void;
  onEnd: () => void;
  onHelp: () => void;
  /** Escape that nothing nearer has taken. */
  onBack: () => void;
}

/** Keys that work everywhere in the panel. Typing fields keep theirs. */
export function usePanelKeys(keys: PanelKeys): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const act = findAction(event, keys);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function findAction(event: KeyboardEvent, keys: PanelKeys): (() => void) | null {
  const position = keys.insertionKeys.findIndex((shortcut) => matchesShortcut(event, shortcut)) + 1;
  // A key held down is one wish.
  if (position > 0) return () => event.repeat || keys.onInsert(position);
  if (matchesShortcut(event, 'Ctrl+K') || matchesShortcut(event, 'Meta+K')) return keys.onSearch;
  if (matchesShortcut(event, 'Alt+W')) return keys.onEnd;
  // Escape closes what is nearest first; whoever does that prevents its default.
  if (matchesShortcut(event, 'Escape')) return event.defaultPrevented ? null : keys.onBack;
  return !isTyping(event) && matchesShortcut(event, '?') ? keys.onHelp : null;
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
