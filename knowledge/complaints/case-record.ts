/**
 * The record of a severe complaint along the steps of ISO 10002 / GB/T 19012-2019, clauses 7.1 to 7.9. It holds what
 * was said and done, masked, and nothing that was not.
 */
import { maskPii } from '../privacy/index.ts';
import type { Severity } from './conditions.ts';
import type { Quadrant } from './severity.ts';

/** In the standard's order; 7.1 is the first. */
export const RECORD_CLAUSES = [
  'communication',
  'receipt',
  'tracking',
  'acknowledgement',
  'initial-assessment',
  'investigation',
  'response',
  'communicating-decision',
  'closing',
] as const;
export type RecordClause = (typeof RECORD_CLAUSES)[number];

export interface RecordEntry {
  /** Epoch milliseconds; null: not noted. */
  at: number | null;
  who: 'customer' | 'agent' | 'lead' | 'system';
  text: string;
}

export interface CaseRecord {
  id: string;
  v: 1;
  contactId: string;
  /** Id of a family, or what the agent called it. */
  topic: string;
  severity: Severity;
  quadrant: Quadrant | null;
  /** What the customer asks for, in their words. */
  demand: string;
  openedAt: number;
  closedAt: number | null;
  clauses: Record<RecordClause, RecordEntry[]>;
}

export const MAX_ENTRY_LENGTH = 2_000;
const MAX_ENTRIES = 200;

/** An empty record: every clause is there, so that what is missing shows. */
export function openCaseRecord(
  opening: Pick<CaseRecord, 'id' | 'contactId' | 'topic' | 'severity' | 'quadrant' | 'demand' | 'openedAt'>,
): CaseRecord {
  return {
    v: 1,
    ...opening,
    topic: maskPii(opening.topic),
    demand: maskPii(opening.demand),
    closedAt: null,
    clauses: Object.fromEntries(
      RECORD_CLAUSES.map((clause) => [clause, [] as RecordEntry[]]),
    ) as CaseRecord['clauses'],
  };
}

/** A record with one entry more; the same record when the same was noted already, or the clause is full. */
export function noteInRecord(record: CaseRecord, clause: RecordClause, entry: RecordEntry): CaseRecord {
  const known = record.clauses[clause];
  const text = maskPii(entry.text.trim()).slice(0, MAX_ENTRY_LENGTH);
  const isNoted = known.some(
    (other) => other.at === entry.at && other.who === entry.who && other.text === text,
  );
  if (text === '' || isNoted || known.length >= MAX_ENTRIES) return record;
  return { ...record, clauses: { ...record.clauses, [clause]: [...known, { ...entry, text }] } };
}

export function closeCaseRecord(record: CaseRecord, now: number): CaseRecord {
  return record.closedAt === null ? { ...record, closedAt: now } : record;
}

/** Clauses nothing was written under, in order: what is still to be done or noted. */
export function listOpenClauses({ clauses }: CaseRecord): RecordClause[] {
  return RECORD_CLAUSES.filter((clause) => clauses[clause].length === 0);
}
