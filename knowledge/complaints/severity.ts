/** Severity × urgency: how bad, how soon, why, and which clocks that starts. The matrix is data that a team edits. */
import type { ConversationSignals } from '../signals/index.ts';
import {
  holdsCondition,
  SEVERITIES,
  type CaseFacts,
  type Condition,
  type Ground,
  type Severity,
  type Situation,
} from './conditions.ts';
import type { LocalText } from './local-text.ts';

export const QUADRANTS = ['red', 'orange', 'yellow', 'blue'] as const;
export type Quadrant = (typeof QUADRANTS)[number];
export type Urgency = 'urgent' | 'can-wait';

/** All conditions hold: then it is at least this. */
export interface SeverityRule {
  id: string;
  name: LocalText;
  level: Severity;
  all: Condition[];
}

export interface UrgencyRule {
  id: string;
  name: LocalText;
  all: Condition[];
}

export interface SeverityMatrix {
  id: string;
  version: number;
  severityRules: SeverityRule[];
  /** Any of them makes it urgent. */
  urgencyRules: UrgencyRule[];
  quadrants: Record<Exclude<Severity, 'none'>, Record<Urgency, Quadrant>>;
  /** Ids of the clock rules that each level starts. */
  clocks: Record<Severity, string[]>;
}

export interface SeverityReason {
  ruleId: string;
  name: LocalText;
  grounds: Ground[];
}

export interface SeverityJudgement {
  level: Severity;
  urgency: Urgency;
  /** Null: nothing to weigh. */
  quadrant: Quadrant | null;
  /** Of the rules that made the level and of those that made it urgent, in the matrix's order. */
  reasons: SeverityReason[];
  /** Ids of clock rules. */
  clocks: string[];
}

export function judgeSeverity(
  signals: ConversationSignals,
  facts: CaseFacts,
  matrix: SeverityMatrix,
): SeverityJudgement {
  const situation = { signals, facts };
  const hits = matrix.severityRules.flatMap((rule) =>
    applyRule(rule, situation).map((reason) => ({ rule, reason })),
  );
  const top = hits.reduce((most, { rule }) => Math.max(most, SEVERITIES.indexOf(rule.level)), 0);
  const level = SEVERITIES[top] ?? 'none';
  if (level === 'none') {
    return { level, urgency: 'can-wait', quadrant: null, reasons: [], clocks: [...matrix.clocks.none] };
  }
  const hurry = matrix.urgencyRules.flatMap((rule) => applyRule(rule, { ...situation, severity: level }));
  const urgency = hurry.length > 0 ? 'urgent' : 'can-wait';
  return {
    level,
    urgency,
    quadrant: matrix.quadrants[level][urgency],
    reasons: [...hits.filter(({ rule }) => rule.level === level).map(({ reason }) => reason), ...hurry],
    clocks: [...matrix.clocks[level]],
  };
}

function applyRule(rule: SeverityRule | UrgencyRule, situation: Situation): SeverityReason[] {
  const grounds = rule.all.map((condition) => holdsCondition(condition, situation));
  const found = grounds.filter((ground) => ground !== null);
  if (found.length === 0 || found.length < grounds.length) return [];
  return [{ ruleId: rule.id, name: rule.name, grounds: found }];
}

export type MatrixProblem =
  'duplicate-id' | 'rule-without-condition' | 'unknown-clock' | 'rule-about-severity' | 'level-out-of-reach';

/** Mistakes an author can mend, each with the place. */
export function checkMatrix(
  matrix: SeverityMatrix,
  clockIds: ReadonlySet<string>,
): { problem: MatrixProblem; at: string }[] {
  const rules = [...matrix.severityRules, ...matrix.urgencyRules];
  const ids = rules.map(({ id }) => id);
  return [
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((at) => ({ problem: 'duplicate-id' as const, at })),
    ...rules
      .filter(({ all }) => all.length === 0)
      .map(({ id }) => ({ problem: 'rule-without-condition' as const, at: id })),
    ...matrix.severityRules
      .filter(({ all }) => all.some((condition) => 'severity' in condition))
      .map(({ id }) => ({ problem: 'rule-about-severity' as const, at: id })),
    ...Object.values(matrix.clocks)
      .flat()
      .filter((id) => !clockIds.has(id))
      .map((at) => ({ problem: 'unknown-clock' as const, at })),
    ...SEVERITIES.slice(1)
      .filter((level) => !matrix.severityRules.some((rule) => rule.level === level))
      .map((at) => ({ problem: 'level-out-of-reach' as const, at })),
  ];
}
