/** The record inside a case: opened when a complaint turns out severe, brought up to date, noted in by hand. */
import {
  MAX_ENTRY_LENGTH,
  noteInRecord,
  openCaseRecord,
  RECORD_CLAUSES,
  type CaseRecord,
  type RecordClause,
  type RecordEntry,
} from './case-record.ts';
import type { ComplaintCase } from './complaint-case.ts';
import { SEVERITIES } from './conditions.ts';
import type { SeverityJudgement } from './severity.ts';

export interface RecordOpening {
  topic: string;
  demand: string;
  judgement: Pick<SeverityJudgement, 'level' | 'quadrant'>;
  /** What can be noted already, by clause. */
  entries: readonly { clause: RecordClause; entry: RecordEntry }[];
}

/** Opens the record of a severe complaint, or brings it up to date; lesser complaints have none. */
export function keepRecord(
  known: ComplaintCase,
  { topic, demand, judgement, entries }: RecordOpening,
): ComplaintCase {
  if (!known.record && SEVERITIES.indexOf(judgement.level) < SEVERITIES.indexOf('major')) return known;
  const { id, openedAt } = known;
  const before =
    known.record ?? openCaseRecord({ id, contactId: id, topic, demand, openedAt, ...pickLevel(judgement) });
  const named: CaseRecord = isSameLevel(before, judgement) ? before : { ...before, ...pickLevel(judgement) };
  const record = entries.reduce(
    (noted, { clause, entry }) => noteInRecord(noted, clause, entry),
    demand && !named.demand ? { ...named, demand: demand.slice(0, MAX_ENTRY_LENGTH) } : named,
  );
  return record === known.record ? known : { ...known, record };
}

export function noteInCase(known: ComplaintCase, clause: RecordClause, entry: RecordEntry): ComplaintCase {
  const record = known.record && noteInRecord(known.record, clause, entry);
  return record === known.record ? known : { ...known, record };
}

export function removeFromRecord(known: ComplaintCase, clause: RecordClause, at: number): ComplaintCase {
  if (!known.record || !RECORD_CLAUSES.includes(clause)) return known;
  const entries = known.record.clauses[clause].filter((_, index) => index !== at);
  return {
    ...known,
    record: { ...known.record, clauses: { ...known.record.clauses, [clause]: entries } },
  };
}

function pickLevel({ level, quadrant }: RecordOpening['judgement']) {
  return { severity: level, quadrant };
}

function isSameLevel(record: CaseRecord, { level, quadrant }: RecordOpening['judgement']): boolean {
  return record.severity === level && record.quadrant === quadrant;
}
