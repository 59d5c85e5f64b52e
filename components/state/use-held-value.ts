import { useState } from 'react';

/**
 * Keeps what is on screen while a hand is on it. @returns the value to show, whether a newer one waits,
 * and how to let it in.
 *
 * @param mustReplace true when showing the old value any longer would be wrong, not just late
 */
export function useHeldValue<TValue>(
  value: TValue,
  isHeld: boolean,
  mustReplace: (shown: TValue, next: TValue) => boolean,
): { shown: TValue; isNewerWaiting: boolean; letIn: () => void } {
  const [shown, setShown] = useState(value);
  const isOther = !Object.is(shown, value);
  const replaceNow = isOther && (!isHeld || mustReplace(shown, value));
  // Adjusting state while rendering: React's own advice for values derived from changing inputs.
  if (replaceNow) setShown(value);
  return {
    shown: replaceNow ? value : shown,
    isNewerWaiting: isOther && !replaceNow,
    letIn: () => setShown(value),
  };
}
