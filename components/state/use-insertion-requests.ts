import { useEffect, useEffectEvent } from 'react';
import { SESSION_ITEMS } from '../../knowledge/contracts/index.ts';
import type { InsertionRequest } from '../../knowledge/conversation/index.ts';
import { defineSessionItem, type SessionItem } from '../../utils/browser/session-items.ts';

const requests = defineSessionItem<InsertionRequest>(SESSION_ITEMS.insertionRequest);

/** A request nobody could answer when it was made is not carried out later. */
const MAX_AGE_MS = 2_000;

/** Insertion keys pressed in the console of this tab. Each is acted on once. */
export function useInsertionRequests(
  tabId: number | undefined,
  act: (request: InsertionRequest) => void,
): void {
  usePressedKeys(requests, tabId, act);
}

/** What was asked for by a key in the console of this tab, each time once. */
export function usePressedKeys<TRequest extends { requestId: string; pressedAt: number }>(
  item: SessionItem<TRequest>,
  tabId: number | undefined,
  act: (request: TRequest) => void,
): void {
  const actOnLatest = useEffectEvent(act);
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let lastId = '';
    return item.watch(tabId, (request) => {
      if (!request || request.requestId === lastId || Date.now() - request.pressedAt > MAX_AGE_MS) return;
      lastId = request.requestId;
      actOnLatest(request);
    });
  }, [item, tabId]);
}
