import { useEffect } from 'react';
import { SESSION_ITEMS } from '../../knowledge/contracts/index.ts';
import type { StorageFailure } from '../../knowledge/knowledge-base.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { usePanelStore } from './panel-store.ts';

const troubles = defineSessionItem<StorageFailure>(SESSION_ITEMS.recordingTrouble);

/** Tells the person when the background cannot record what happens in this tab. */
export function useRecordingTrouble(tabId: number | undefined): void {
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let isCurrent = true;
    const tell = (trouble: StorageFailure | null) => {
      if (!trouble || !isCurrent) return;
      const reason = trouble === 'full' ? 'full' : 'unavailable';
      usePanelStore.getState().notify({ kind: 'not-stored', reason });
    };
    troubles
      .read(tabId)
      .then(tell)
      .catch((error: unknown) => reportError('panel/recording-trouble', error));
    const unwatch = troubles.watch(tabId, tell);
    return () => {
      isCurrent = false;
      unwatch();
    };
  }, [tabId]);
}
