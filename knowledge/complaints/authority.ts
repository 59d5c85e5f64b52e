/** What each role may decide alone, and what has to be asked for. Limits are data; they are a team's practice, not law. */
import { DAY } from '../../utils/time/clock.ts';
import type { LocalText } from './local-text.ts';
import type { Offer } from './read-offer.ts';

export const DECISIONS = [
  'entitled-refund',
  'goodwill',
  'fee-waiver',
  'fee-waiver-repeat',
  'replacement',
  'credit',
  'payment-plan',
] as const;
export type Decision = (typeof DECISIONS)[number];

/** From the fewest rights to the most. */
export const ROLES = ['new-hire', 'agent', 'team-lead', 'manager'] as const;
export type AuthorityRole = (typeof ROLES)[number];

export interface AuthorityLimit {
  decision: Decision;
  role: AuthorityRole;
  /** Money a case; null: no limit. 0: not at all. */
  perCase: number | null;
  /** For one customer within the days. */
  perCustomer: { money: number | null; count: number | null; days: number };
}

export interface AuthorityRules {
  id: string;
  version: number;
  currency: string;
  /** What an offer that is none of the customer's right is decided as, by kind of offer. */
  names: Record<Decision, LocalText>;
  limits: AuthorityLimit[];
}

/** What was granted to this customer before. */
export interface Grant {
  decision: Decision;
  amount: number | null;
  at: number;
  /** In the same case. */
  isThisCase: boolean;
}

export interface AuthorityContext {
  role: AuthorityRole;
  rules: AuthorityRules;
  history: readonly Grant[];
  now: number;
  /** What was paid, for “three times the price”; a month's fee, for “three months free”. Null: unknown. */
  paid?: number | null;
  monthlyFee?: number | null;
  /** The agent's own reading of what it is; absent: as the words have it. */
  decision?: Decision;
}

export type AskReason = 'above-limit' | 'above-customer-limit' | 'too-often' | 'amount-unknown' | 'no-rule';

export type AuthorityAnswer =
  | { isAllowed: true; decision: Decision; amount: number | null }
  | {
      isAllowed: false;
      decision: Decision;
      amount: number | null;
      reason: AskReason;
      /** The limit that was met; null where there is no number. */
      limit: number | null;
      /** Null: nobody in the rules may. */
      needsRole: AuthorityRole | null;
    };

/** Whether this role may offer that now, else who may. */
export function checkAuthority(offer: Offer, context: AuthorityContext): AuthorityAnswer {
  const decision = context.decision ?? guessDecision(offer, context.history);
  const amount = findAmount(offer, context);
  const objection = findObjection({ decision, amount }, context.role, context);
  if (!objection) return { isAllowed: true, decision, amount };
  const above = ROLES.slice(ROLES.indexOf(context.role) + 1);
  const needsRole = above.find((role) => !findObjection({ decision, amount }, role, context)) ?? null;
  return { isAllowed: false, decision, amount, ...objection, needsRole };
}

/** A fee that was waived for this customer before is a repeat. */
function guessDecision({ kind }: Offer, history: readonly Grant[]): Decision {
  const isRepeat = history.some(({ decision }) => decision.startsWith('fee-waiver'));
  const decisions: Record<Offer['kind'], Decision> = {
    refund: 'entitled-refund',
    compensation: 'goodwill',
    waiver: isRepeat ? 'fee-waiver-repeat' : 'fee-waiver',
    'months-free': isRepeat ? 'fee-waiver-repeat' : 'fee-waiver',
    credit: 'credit',
    replacement: 'replacement',
    'payment-plan': 'payment-plan',
  };
  return decisions[kind];
}

/** Null: the words name no amount that can be worked out. */
function findAmount({ amount }: Offer, { paid, monthlyFee }: AuthorityContext): number | null {
  if (!amount) return null;
  const unit = { money: 1, times: paid, months: monthlyFee, share: paid }[amount.unit];
  return unit === null || unit === undefined ? null : Math.round(amount.value * unit * 100) / 100;
}

interface Objection {
  reason: AskReason;
  limit: number | null;
}

function findObjection(
  { decision, amount }: { decision: Decision; amount: number | null },
  role: AuthorityRole,
  { rules, history, now }: AuthorityContext,
): Objection | null {
  const limit = rules.limits.find((one) => one.decision === decision && one.role === role);
  if (!limit) return { reason: 'no-rule', limit: null };
  const { count, days } = limit.perCustomer;
  const before = history.filter(
    (grant) => isSameKind(grant.decision, decision) && now - grant.at <= days * DAY,
  );
  if (limit.perCase === 0) return { reason: 'above-limit', limit: 0 };
  if (count !== null && before.length >= count) return { reason: 'too-often', limit: count };
  if (amount === null) return isUnlimited(limit) ? null : { reason: 'amount-unknown', limit: limit.perCase };
  return findMoneyObjection(limit, amount, before);
}

function findMoneyObjection(
  { perCase, perCustomer: { money } }: AuthorityLimit,
  amount: number,
  before: readonly Grant[],
): Objection | null {
  const inCase = amount + sum(before.filter(({ isThisCase }) => isThisCase));
  if (perCase !== null && inCase > perCase) return { reason: 'above-limit', limit: perCase };
  const inPeriod = amount + sum(before);
  return money !== null && inPeriod > money ? { reason: 'above-customer-limit', limit: money } : null;
}

/** Replacing a thing has no amount of its own. */
function isUnlimited({ perCase, perCustomer }: AuthorityLimit): boolean {
  return perCase === null && perCustomer.money === null;
}

/** Waivers count together, first or not. */
function isSameKind(one: Decision, other: Decision): boolean {
  return one === other || (one.startsWith('fee-waiver') && other.startsWith('fee-waiver'));
}

function sum(grants: readonly Grant[]): number {
  return grants.reduce((total, { amount }) => total + (amount ?? 0), 0);
}

export type AuthorityProblem = 'duplicate-limit' | 'negative-limit' | 'limit-falls' | 'missing-limit';

/** A role above may never do less: else asking would lead downwards. */
export function checkAuthorityRules({ limits }: AuthorityRules): { problem: AuthorityProblem; at: string }[] {
  const find = (decision: Decision, role: AuthorityRole) =>
    limits.filter((limit) => limit.decision === decision && limit.role === role);
  return DECISIONS.flatMap((decision) =>
    ROLES.flatMap((role, index) => {
      const at = `${decision}/${role}`;
      const [limit, ...others] = find(decision, role);
      if (!limit) return [{ problem: 'missing-limit' as const, at }];
      const below = ROLES[index - 1];
      const lower = below && find(decision, below)[0];
      const numbers = [limit.perCase, limit.perCustomer.money, limit.perCustomer.count];
      const faults: [boolean, AuthorityProblem][] = [
        [others.length > 0, 'duplicate-limit'],
        [numbers.some((number) => number !== null && number < 0), 'negative-limit'],
        [lower !== undefined && (lower.perCase ?? Infinity) > (limit.perCase ?? Infinity), 'limit-falls'],
      ];
      return faults.flatMap(([isFault, problem]) => (isFault ? [{ problem, at }] : []));
    }),
  );
}
