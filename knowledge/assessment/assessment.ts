import { fail, succeed, type Result } from '../../utils/errors/result.ts';
import { maskPii } from '../privacy/index.ts';
import type { RatingLevel, Rubric } from './rubric.ts';

export const CONTACT_OUTCOMES = ['resolved', 'follow-up', 'escalated', 'customer-left'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** Who rated. The mentor's blind review uses the same row (師徒制). */
export type RaterRole = 'self' | 'mentor';

export interface Assessment {
  /** ULID. */
  id: string;
  /** Row format, for lazy migration. */
  v: 1;
  contactId: string;
  raterRole: RaterRole;
  rubricId: string;
  rubricVersion: number;
  /** Criterion id → level. A criterion that was left out is absent, not 0. */
  ratings: Record<string, RatingLevel>;
  topic: string;
  outcome: ContactOutcome;
  /** The agent's own view (selfResolved); whether the customer came back is measured later. */
  isResolvedFirstTime: boolean;
  /** 1 (drained) to 5 (fine); null when not said. */
  mood: RatingLevel | null;
  /** Masked before it is stored. */
  note: string;
  createdAt: number;
}

/** What the wrap-up form hands over. */
export interface AssessmentDraft {
  ratings: Record<string, RatingLevel>;
  topic: string;
  outcome: ContactOutcome | null;
  mood: RatingLevel | null;
  note: string;
}

export type AssessmentProblem = 'outcome-missing' | 'ratings-missing';

const MAX_TOPIC = 80;
const MAX_NOTE = 2_000;

/** Names of what is still missing, in the order of the form. Empty: it can be saved. */
export function listMissingRatings(draft: AssessmentDraft, rubric: Rubric): string[] {
  return rubric.criteria.flatMap(({ id }) => (draft.ratings[id] === undefined ? [id] : []));
}

/** Turns a finished form into the row that is stored. */
export function assess(
  draft: AssessmentDraft,
  context: { id: string; contactId: string; rubric: Rubric; now: number },
): Result<Assessment, AssessmentProblem> {
  const { rubric } = context;
  if (!draft.outcome) return fail('outcome-missing');
  if (listMissingRatings(draft, rubric).length > 0) return fail('ratings-missing');
  const known = rubric.criteria.map(({ id }) => [id, draft.ratings[id]]);
  return succeed({
    id: context.id,
    v: 1,
    contactId: context.contactId,
    raterRole: 'self',
    rubricId: rubric.id,
    rubricVersion: rubric.version,
    ratings: Object.fromEntries(known) as Record<string, RatingLevel>,
    topic: maskPii(draft.topic.trim()).slice(0, MAX_TOPIC),
    outcome: draft.outcome,
    isResolvedFirstTime: draft.outcome === 'resolved',
    mood: draft.mood,
    note: maskPii(draft.note.trim()).slice(0, MAX_NOTE),
    createdAt: context.now,
  });
}
