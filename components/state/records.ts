import { createContext, useContext, useEffect, useState } from 'react';
import {
  classifyStorageError,
  openKnowledgeBase,
  type KnowledgeBase,
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

/** Opens the databases once per page. */
export function useOpenRecords(): RecordsState {
  const [state, setState] = useState<RecordsState>({ state: 'opening' });
  useEffect(() => {
    let opened: KnowledgeBase | undefined;
    let isCurrent = true;
    openKnowledgeBase()
      .then((records) => {
        if (!isCurrent) return records.close();
        opened = records;
        return setState({ state: 'open', records });
      })
      .catch((error: unknown) => {
        reportError('panel/open-records', error);
        setState({ state: 'failed', reason: classifyStorageError(error) ?? 'unavailable' });
      });
    return () => {
      isCurrent = false;
      opened?.close();
    };
  }, []);
  return state;
}
