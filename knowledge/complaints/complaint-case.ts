/**
 * What is kept of one complaint, by contact: a restart, another window and the customer's next contact find it again.
 * Every change is a function from case to case, so that a store can do it in one transaction.
 */
import { DAY } from '../../utils/time/clock.ts';
import type { Grant } from './authority.ts';
import type { CaseRecord } from './case-record.ts';
import type { ClockRule, StartEvent } from './clock-rule.ts';
import { startClocks, type StartedClock } from './clocks.ts';
import { SEVERITIES, type Severity } from './conditions.ts';
import type { StageMove } from './playbook.ts';
import type { PromptHistory } from './prompt-governor.ts';
import type { SeverityJudgement, SeverityMatrix } from './severity.ts';

export type KeptGrant = Omit<Grant, 'isThisCase'>;

export interface ComplaintCase {
  /** The contact's. */
  id: string;
  /** Row format, for lazy migration. */
  v: 1;
  /** Recognises the same chat in another contact; no name, no number. */
  conversationKey: string;
  openedAt: number;
  changedAt: number;
  /** What it is about, as first understood; null until then. */
  family: string | null;
  playbookId: string;
  /** The worst level so far, by the rules. */
  highest: Severity;
  /** The agent knows better: `from` is what the rules said then. */
  correction: { from: Severity; to: Severity } | null;
  /** Stages chosen by hand, oldest first; the last one counts. */
  moves: StageMove[];
  /** Musts ticked by hand. */
  ticks: string[];
  clocks: StartedClock[];
  prompts: PromptHistory['shown'];
  /** Cards the agent has put away. */
  closedPrompts: string[];
  /** Rules that shall be silent in this contact. */
  mutedRules: string[];
  grants: KeptGrant[];
  /** Of a severe complaint only. */
  record: CaseRecord | null;
}

const MAX_MOVES = 50;
/** Contacts about the same thing count together for this long. */
const SAME_MATTER_DAYS = 30;

export function openComplaintCase(
  opening: Pick<ComplaintCase, 'id' | 'conversationKey' | 'playbookId'>,
  now: number,
): ComplaintCase {
  return {
    v: 1,
    ...opening,
    openedAt: now,
    changedAt: now,
    family: null,
    highest: 'none',
    correction: null,
    moves: [],
    ticks: [],
    clocks: [],
    prompts: [],
    closedPrompts: [],
    mutedRules: [],
    grants: [],
    record: null,
  };
}

/** What counts: the agent's correction, until something worse is said than what was corrected. */
export function settleLevel(judged: Severity, correction: ComplaintCase['correction']): Severity {
  if (!correction) return judged;
  const isWorse = rank(judged) > rank(correction.from);
  return isWorse && rank(judged) > rank(correction.to) ? judged : correction.to;
}

/** The judgement at another level than the rules found. */
export function judgeAtLevel(
  judgement: SeverityJudgement,
  level: Severity,
  matrix: SeverityMatrix,
): SeverityJudgement {
  if (level === judgement.level) return judgement;
  const quadrant = level === 'none' ? null : matrix.quadrants[level][judgement.urgency];
  return { ...judgement, level, quadrant, clocks: [...matrix.clocks[level]] };
}

export interface Development {
  judged: Severity;
  level: Severity;
  family: string | null;
  /** Ids of the clock rules that the level starts. */
  chosenClocks: readonly string[];
  events: readonly { event: StartEvent; at: number }[];
  rules: readonly ClockRule[];
}

/** Takes in how things stand now. The same case where nothing is new. */
export function developCase(known: ComplaintCase, now: Development): ComplaintCase {
  const highest = rank(now.judged) > rank(known.highest) ? now.judged : known.highest;
  const family = known.family ?? now.family;
  const clocks = now.events.reduce(
    (running, { event, at }) =>
      startClocks(running, now.rules, {
        event,
        at,
        // Limits of law start by what happens; our own by how bad it is.
        chosen: now.rules.filter((rule) => isMeant(rule, { ...now, family }, event)).map(({ id }) => id),
      }),
    known.clocks,
  );
  const isSame =
    highest === known.highest && family === known.family && clocks.length === known.clocks.length;
  return isSame ? known : { ...known, highest, family, clocks };
}

function isMeant(rule: ClockRule, { chosenClocks, family }: Development, event: StartEvent): boolean {
  if (event === 'severity-set') return chosenClocks.includes(rule.id);
  // Limits for telecom operators bind nobody else.
  return !rule.duty.startsWith('telecom-') || TELECOM_FAMILIES.has(family ?? '');
}

/** Families of the telecom pack. */
const TELECOM_FAMILIES: ReadonlySet<string> = new Set([
  'billing',
  'contract-penalty',
  'coverage',
  'delivery-activation',
  'harassment',
  'misleading-plan',
  'agent-promise',
  'porting',
  'remote-cancellation',
  'suspension',
  'throttling',
  'unwanted-subscription',
]);

export function correctLevel(known: ComplaintCase, from: Severity, to: Severity): ComplaintCase {
  return { ...known, correction: from === to ? null : { from, to } };
}

export function moveStage(known: ComplaintCase, move: StageMove): ComplaintCase {
  return { ...known, moves: [...known.moves, move].slice(-MAX_MOVES) };
}

/** Ticks by hand, or takes that back. */
export function toggleTick(known: ComplaintCase, mustId: string): ComplaintCase {
  return { ...known, ticks: toggle(known.ticks, mustId) };
}

export function muteRule(known: ComplaintCase, ruleId: string): ComplaintCase {
  return { ...known, mutedRules: [...new Set([...known.mutedRules, ruleId])] };
}

export function closePrompt(known: ComplaintCase, ruleId: string, isClosed: boolean): ComplaintCase {
  const others = known.closedPrompts.filter((id) => id !== ruleId);
  return { ...known, closedPrompts: isClosed ? [...others, ruleId] : others };
}

/** The same thing offered again is the same grant. */
export function keepGrant(known: ComplaintCase, grant: KeptGrant): ComplaintCase {
  const isKnown = known.grants.some((other) => isSameGrant(other, grant));
  return isKnown ? known : { ...known, grants: [...known.grants, grant] };
}

export function isSameGrant(one: Omit<KeptGrant, 'at'>, other: Omit<KeptGrant, 'at'>): boolean {
  return one.decision === other.decision && one.amount === other.amount;
}

/** What this customer was granted, here and in other contacts. */
export function listGrants(cases: readonly ComplaintCase[], contactId: string | undefined): Grant[] {
  return cases.flatMap(({ id, grants }) =>
    grants.map((grant) => ({ ...grant, isThisCase: id === contactId })),
  );
}

/** Contacts about the same thing, this one included; null while nobody knows what it is about. */
export function countContacts(
  cases: readonly ComplaintCase[],
  current: Pick<ComplaintCase, 'id' | 'family'>,
  now: number,
): number | null {
  if (current.family === null) return null;
  const earlier = cases.filter(
    ({ id, family, openedAt }) =>
      id !== current.id && family === current.family && now - openedAt <= SAME_MATTER_DAYS * DAY,
  );
  return earlier.length + 1;
}

function toggle(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

function rank(level: Severity): number {
  return SEVERITIES.indexOf(level);
}
