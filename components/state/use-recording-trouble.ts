import { useEffect } from 'react';
import { SESSION_ITEMS } from '../../knowledge/contracts/index.ts';
import type { StorageFailure } from '../../knowledge/knowledge-base.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { usePanelStore } from './panel-store.ts';

const troubles = defineSessionItem<StorageFailure>(SESSION_ITEMS.recordingTrouble);

/** Tells the person when the background cannot record what happens in this tab. */
export function useRecordingTrouble(tabId: number | undefined): void {
  useEffect(() => {
    if (tabId === undefined) return undefined;
    const tell = (trouble: StorageFailure | null) => {
      if (!trouble) return;
      const reason = trouble === 'full' ? 'full' : 'unavailable';
      usePanelStore.getState().notify({ kind: 'not-stored', reason });
    };
    void troubles.read(tabId).then(tell);
    return troubles.watch(tabId, tell);
  }, [tabId]);
}
