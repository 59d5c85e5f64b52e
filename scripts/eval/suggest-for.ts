/** How often these questions, as messages of a customer, would get a card. */
import type { SearchIndex } from '../../knowledge/search/index.ts';
import { findHits, MIN_CONFIDENCE } from '../../knowledge/suggestions/index.ts';
import type { SetQuestion } from './question-set.ts';
import { round } from './score-answers.ts';

export function suggestFor(index: SearchIndex, questions: readonly SetQuestion[]): { shownRate: number } {
  const shown = questions.filter(({ q }) =>
    findHits(index, { message: q, earlier: [] }).hits.some(({ confidence }) => confidence >= MIN_CONFIDENCE),
  );
  return { shownRate: round(shown.length / Math.max(1, questions.length)) };
}
