import { classifyStorageError } from '../../knowledge/knowledge-base.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { usePanelStore } from './panel-store.ts';

/** Tells the person that something could not be written, and what to do. @param origin which part noticed */
export function sayNotStored(origin: string, error: unknown): void {
  reportError(origin, error);
  const reason = classifyStorageError(error) === 'full' ? 'full' : 'unavailable';
  usePanelStore.getState().notify({ kind: 'not-stored', reason });
}
