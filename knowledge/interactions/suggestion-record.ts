/** What became of one suggestion in one customer turn. The raw material of "how often it helped". */

export const SUGGESTION_OUTCOMES = ['shown', 'opened', 'dismissed', 'inserted'] as const;
export type SuggestionOutcome = (typeof SUGGESTION_OUTCOMES)[number];

export interface SuggestionRecord {
  /** `<contact>:<turn>:<article>`: recording the same thing twice is harmless. */
  id: string;
  v: 1;
  contactId: string;
  articleId: string;
  outcome: SuggestionOutcome;
  /** Known once the contact is wrapped up: was the matter resolved after this was inserted? */
  helped: 0 | 1 | null;
  at: number;
}

/** A later, stronger outcome replaces a weaker one, never the other way round. */
export function mergeOutcome(
  before: SuggestionOutcome | undefined,
  now: SuggestionOutcome,
): SuggestionOutcome {
  if (!before) return now;
  return SUGGESTION_OUTCOMES.indexOf(now) > SUGGESTION_OUTCOMES.indexOf(before) ? now : before;
}

export function identifySuggestionRecord(contactId: string, turnId: string, articleId: string): string {
  return `${contactId}:${turnId}:${articleId}`;
}
