/** How long something may take, as versioned data with its source. Law shows a number only while it is checked. */
import type { LocalText } from './local-text.ts';

export const CLOCK_UNITS = ['hour', 'natural-day', 'working-day'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/** What starts a clock. */
export const START_EVENTS = [
  'complaint-received',
  'severity-set',
  'appeal-filed',
  'materials-complete',
] as const;
export type StartEvent = (typeof START_EVENTS)[number];

export interface ClockRule {
  id: string;
  /** The one duty that versions of a rule are about: of these only one is in force on a day. */
  duty: string;
  name: LocalText;
  /** `law` binds; `target` is the team's own. */
  kind: 'law' | 'target';
  /** “CN”, or “team” for targets. */
  jurisdiction: string;
  unit: ClockUnit;
  startEvent: StartEvent;
  /** Null: no number is known. */
  limit: number | null;
  source: { title: string; address?: string };
  validFrom: string;
  checkedOn: string;
  /** The last day it counts without a new check; null: until changed. */
  expiresOn: string | null;
  isVerified: boolean;
}

export type ClockProblem =
  | 'duplicate-id'
  | 'overlapping-clocks'
  | 'bad-limit'
  | 'ends-before-it-begins'
  | 'law-without-source'
  | 'law-without-expiry'
  | 'number-without-check';

export function checkClocks(rules: readonly ClockRule[]): { problem: ClockProblem; at: string }[] {
  return rules.flatMap((rule, index) => {
    const earlier = rules.slice(0, index);
    const isLaw = rule.kind === 'law';
    const faults: [boolean, ClockProblem][] = [
      [earlier.some(({ id }) => id === rule.id), 'duplicate-id'],
      [earlier.some((other) => areBothInForce(rule, other)), 'overlapping-clocks'],
      [
        rule.limit !== null && !(Number.isInteger(rule.limit) && rule.limit > 0 && rule.limit <= 3_650),
        'bad-limit',
      ],
      [rule.expiresOn !== null && rule.expiresOn < rule.validFrom, 'ends-before-it-begins'],
      [isLaw && rule.source.title.trim() === '', 'law-without-source'],
      [isLaw && rule.expiresOn === null, 'law-without-expiry'],
      [isLaw && !rule.isVerified && rule.limit !== null, 'number-without-check'],
    ];
    return faults.flatMap(([isFault, problem]) => (isFault ? [{ problem, at: rule.id }] : []));
  });
}

function areBothInForce(one: ClockRule, other: ClockRule): boolean {
  const isSameDuty = one.duty === other.duty && one.jurisdiction === other.jurisdiction;
  const endsBefore = (first: ClockRule, second: ClockRule) =>
    first.expiresOn !== null && first.expiresOn < second.validFrom;
  return isSameDuty && !endsBefore(one, other) && !endsBefore(other, one);
}
