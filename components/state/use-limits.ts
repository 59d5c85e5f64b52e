import { useEffect, useRef } from 'react';
import { reportError } from '../../utils/errors/report-error.ts';

/**
 * For the list at the caret: whether a text has to be asked for first. It knows no customer, and no approval; the panel
 * does. Fetched once the list is there, which must open at once and stay as it is meanwhile.
 */
export function useLimits(): (text: string) => boolean {
  const exceeds = useRef<((text: string) => boolean) | null>(null);
  useEffect(() => {
    import('./check-limits.ts')
      .then(async ({ loadLimits }) => {
        exceeds.current = await loadLimits();
      })
      .catch((error: unknown) => reportError('picker/limits', error));
  }, []);
  return (text) => exceeds.current?.(text) ?? false;
}
