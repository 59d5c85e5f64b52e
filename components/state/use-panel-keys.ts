import { useEffect, useEffectEvent } from 'react';
import { matchesShortcut } from '../../utils/keyboard/shortcut.ts';

export interface PanelKeys {
  insertionKeys: readonly string[];
  /** @param position counted from 1 */
  onInsert: (position: number) => void;
  onSearch: () => void;
  onEnd: () => void;
  onHelp: () => void;
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
  if (position > 0) return () => keys.onInsert(position);
  if (matchesShortcut(event, 'Ctrl+K') || matchesShortcut(event, 'Meta+K')) return keys.onSearch;
  if (matchesShortcut(event, 'Alt+W')) return keys.onEnd;
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  return !isTyping && matchesShortcut(event, '?') ? keys.onHelp : null;
}
