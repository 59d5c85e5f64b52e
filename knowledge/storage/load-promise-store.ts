import type { WorkDatabase } from './databases.ts';
import type { PromiseStore } from './promise-store.ts';
import { guardStorage } from './storage-failure.ts';

/**
 * The ledger brings the logic of promises with it, which the panel can fetch when the cards have had their turn.
 *
 * @returns opens it: fetched once, and again after a failure
 */
export function createPromiseOpener(work: WorkDatabase): () => Promise<PromiseStore> {
  let opening: Promise<PromiseStore> | undefined;
  return () => {
    opening ??= import('./promise-store.ts').then(
      ({ createPromiseStore }) => createPromiseStore(work, guardStorage),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  };
}
