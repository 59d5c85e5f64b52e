import { useEffect, useEffectEvent } from 'react';
import { matchesShortcut } from '../../utils/keyboard/shortcut.ts';

/** J as in 记下; no browser has it on any system. */
export function usePromiseKey(onPress: () => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!matchesShortcut(event, 'Alt+J')) return;
    event.preventDefault();
    if (!event.repeat) onPress();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
