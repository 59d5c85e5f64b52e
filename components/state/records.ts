import { createContext, use, useContext, useEffect, useState } from 'react';
import {
  classifyStorageError,
  type KnowledgeBase,
  type PromiseStore,
  type StorageFailure,
} from '../../knowledge/knowledge-base.ts';
import { reportError } from '../../utils/errors/report-error.ts';

export type RecordsState =
  | { state: 'opening' }
  | { state: 'open'; records: KnowledgeBase }
  | { state: 'failed'; reason: StorageFailure };

const RecordsContext = createContext<KnowledgeBase | null>(null);

export const RecordsProvider = RecordsContext.Provider;

/** Everything stored. Only below a {@link RecordsProvider}. */
export function useRecords(): KnowledgeBase {
  const records = useContext(RecordsContext);
  if (!records) throw new Error('useRecords outside RecordsProvider');
  return records;
}

/** The ledger of promises; whoever asks first waits for its code in a Suspense. */
export function usePromiseStore(): PromiseStore {
  return use(useRecords().openPromises());
}

/** @param opening started with the page, before anything is drawn; it lives as long as the page */
export function useOpenRecords(opening: Promise<KnowledgeBase>): RecordsState {
  const [state, setState] = useState<RecordsState>({ state: 'opening' });
  useEffect(() => {
    let isCurrent = true;
    opening
      .then((records) => isCurrent && setState({ state: 'open', records }))
      .catch((error: unknown) => {
        reportError('panel/open-records', error);
        if (isCurrent) setState({ state: 'failed', reason: classifyStorageError(error) ?? 'unavailable' });
      });
    return () => {
      isCurrent = false;
    };
  }, [opening]);
  return state;
}
