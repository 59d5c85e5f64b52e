import { useEffect, useState } from 'react';
import { SESSION_ITEMS, type TabReading } from '../../knowledge/contracts/index.ts';
import type { ObservedDraft } from '../../knowledge/conversation/index.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';

const drafts = defineSessionItem<ObservedDraft>(SESSION_ITEMS.draft);

/** What stands in the composer for the customer on screen, masked; empty when nothing does. */
export function useObservedDraft(tabId: number | undefined, reading: TabReading | null): string {
  const draft = useDraftOf(tabId);
  const isForCustomer = draft?.conversationId === reading?.conversation?.id && !reading?.isPrivateNote;
  return draft && isForCustomer ? draft.text : '';
}

function useDraftOf(tabId: number | undefined): ObservedDraft | null {
  const [known, setKnown] = useState<{ tabId: number; draft: ObservedDraft | null } | null>(null);
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let isCurrent = true;
    let isHeard = false;
    const accept = (draft: ObservedDraft | null) => isCurrent && setKnown({ tabId, draft });
    // What was there at the start can come later than what was typed since.
    void drafts.read(tabId).then((draft) => isHeard || accept(draft));
    const stop = drafts.watch(tabId, (draft) => {
      isHeard = true;
      accept(draft);
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [tabId]);
  return known && known.tabId === tabId ? known.draft : null;
}
