/** Notes what nothing (or nothing good) was found for: evidence for the knowledge manager. */
import { useEffect, useEffectEvent } from 'react';
import type { GapReason } from '../../knowledge/gaps/index.ts';
import { asksSomething } from '../../knowledge/privacy/index.ts';
import { MIN_CONFIDENCE } from '../../knowledge/suggestions/index.ts';
import { hasFilters, readWords } from '../search/typed-query.ts';
import { usePanelStore } from './panel-store.ts';
import { useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';
import { nameDay } from './use-teaching.ts';
import type { SearchResults, SuggestionSet } from './use-suggestions.ts';

/** Nobody has typed for this long: what stands in the box is what was meant. */
const FINISHED_AFTER_MS = 600;

export interface GapInputs {
  /** What the search box shows; null while nothing is typed or found yet. */
  answer: SearchResults | null;
  set: SuggestionSet | null;
}

/**
 * @param contactId undefined for an old chat looked at again: nothing its customer says is recorded then, and all
 *   searches of one day count as one voice
 */
export function useGapNotes({ answer, set }: GapInputs, contactId: string | undefined): void {
  useSearchGaps(answer, contactId);
  useCustomerGaps(set, contactId);
}

function useSearchGaps(answer: SearchResults | null, contactId: string | undefined): void {
  const { gaps } = useRecords();
  const query = usePanelStore((state) => state.query);
  const isComposing = usePanelStore((state) => state.isComposing);
  const noteSearch = useEffectEvent((gap: { question: string; reason: GapReason }) => {
    const voice = contactId ?? nameDay(new Date());
    gaps.note({ ...gap, source: 'search', contactId: voice }).catch(tellNotStored);
  });
  useEffect(() => {
    const gap = answer?.query === query && !isComposing ? judgeAnswer(answer) : null;
    if (!gap) return undefined;
    const timer = setTimeout(() => noteSearch(gap), FINISHED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [answer, query, isComposing]);
}

/** Whether a search that finds nothing says something: what a filter hides may well exist, and symbols ask nothing. */
export function canBeGap(query: string): boolean {
  return !hasFilters(query) && asksSomething(readWords(query));
}

function judgeAnswer({ query, suggestions, confidence }: SearchResults) {
  if (!canBeGap(query)) return null;
  const question = readWords(query);
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
    gaps.note({ question, reason, source: 'customer', contactId }).catch(tellNotStored);
  }, [gaps, contactId, turnId, reason, question]);
}

function tellNotStored(error: unknown): void {
  sayNotStored('panel/note-gap', error);
}
