import { useEffect, useRef } from 'react';
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
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const act = findAction(event, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
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
