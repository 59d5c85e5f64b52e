/** Notes what nothing (or nothing good) was found for: evidence for the knowledge manager. */
import { useEffect } from 'react';
import type { GapReason } from '../../knowledge/gaps/index.ts';
import { MIN_CONFIDENCE } from '../../knowledge/suggestions/index.ts';
import { hasFilters, readWords } from '../search/typed-query.ts';
import { usePanelStore } from './panel-store.ts';
import { useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';
import type { SearchResults, SuggestionSet } from './use-suggestions.ts';

/** Nobody has typed for this long: what stands in the box is what was meant. */
const FINISHED_AFTER_MS = 600;
const MIN_LETTERS = 2;

export interface GapInputs {
  /** What the search box shows; null while nothing is typed or found yet. */
  answer: SearchResults | null;
  set: SuggestionSet | null;
}

/** @param contactId undefined for an old chat looked at again: nothing its customer says is recorded then */
export function useGapNotes({ answer, set }: GapInputs, contactId: string | undefined): void {
  useSearchGaps(answer);
  useCustomerGaps(set, contactId);
}

function useSearchGaps(answer: SearchResults | null): void {
  const { gaps } = useRecords();
  const query = usePanelStore((state) => state.query);
  const isComposing = usePanelStore((state) => state.isComposing);
  useEffect(() => {
    const gap = answer?.query === query && !isComposing ? judgeAnswer(answer) : null;
    if (!gap) return undefined;
    const timer = setTimeout(() => {
      gaps.note({ ...gap, source: 'search' }).catch(tellNotStored);
    }, FINISHED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [answer, query, isComposing, gaps]);
}

/** What a filter hides may well exist, so a filtered search proves nothing. */
function judgeAnswer({ query, suggestions, confidence }: SearchResults) {
  const question = readWords(query);
  if ([...question].length < MIN_LETTERS || hasFilters(query)) return null;
  const reason: GapReason = suggestions.length === 0 ? 'nothing-found' : 'unsure';
  return reason === 'unsure' && confidence >= MIN_CONFIDENCE ? null : { question, reason };
}

function useCustomerGaps(set: SuggestionSet | null, contactId: string | undefined): void {
  const { gaps } = useRecords();
  const reason = set?.gap ?? null;
  const question = set?.turn.text;
  const turnId = set?.turn.id;
  useEffect(() => {
    if (!contactId || !reason || question === undefined) return;
    gaps.note({ question, reason, source: 'customer' }).catch(tellNotStored);
    // One turn is one gap, whatever else is drawn meanwhile.
  }, [gaps, contactId, turnId, reason, question]);
}

function tellNotStored(error: unknown): void {
  sayNotStored('panel/note-gap', error);
}
