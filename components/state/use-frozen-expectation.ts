import { useCallback, useEffect, useRef, useState } from 'react';
import {
  expectNothingMoved,
  type Conversation,
  type InsertionExpectation,
} from '../../knowledge/conversation/index.ts';
import type { SearchResults } from './use-suggestions.ts';

/** Results answer the conversation as it was when they were found; a customer who writes meanwhile is noticed. */
export function useFrozenExpectation(found: SearchResults | null, conversation: Conversation | null) {
  const [frozen, setFrozen] = useState<{ of: SearchResults; expected: InsertionExpectation } | null>(null);
  if (found && conversation && frozen?.of !== found) {
    setFrozen({ of: found, expected: expectNothingMoved(conversation) });
  }
  const latest = useRef({ found, conversation });
  useEffect(() => {
    latest.current = { found, conversation };
  }, [found, conversation]);
  const refresh = useCallback(() => {
    const { found: of, conversation: about } = latest.current;
    if (of && about) setFrozen({ of, expected: expectNothingMoved(about) });
  }, []);
  return { expected: frozen && frozen.of === found ? frozen.expected : null, refresh };
}
