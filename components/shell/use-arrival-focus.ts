import { useEffect, type RefObject } from 'react';

/** Takes the focus when this appears, if it was lost with what was there before; a hand on something else stays. */
export function useArrivalFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement?.contains(ref.current)) ref.current?.focus();
  }, [ref]);
}
