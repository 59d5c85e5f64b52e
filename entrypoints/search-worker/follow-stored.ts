/** Hears of what changes in the database, whichever page changed it. */
import { liveQuery } from 'dexie';
import { reportError } from '../../utils/errors/report-error.ts';

/** Acts on what is stored now, and after every change: one after the other. */
export function followStored<TValue>(
  read: () => Promise<TValue>,
  act: (value: TValue) => Promise<void> | void,
): void {
  let last: Promise<void> = Promise.resolve();
  liveQuery(read).subscribe({
    next: (value) => {
      last = last
        .then(() => act(value))
        .catch((error: unknown) => reportError('search-worker/follow', error));
    },
    error: (error: unknown) => reportError('search-worker/live-query', error),
  });
}
