/** Making, keeping and closing promises. Pure: rows in, rows out; who stores them is not said here. */
import { fail, succeed, type Result } from '../../utils/errors/result.ts';
import { MINUTE } from '../../utils/time/clock.ts';
import { maskPii } from '../privacy/index.ts';
import type { PromiseRead } from './read-promises.ts';
import type { ServicePromise } from './service-promise.ts';

const MAX_WORDS = 300;
/** Enough to do it still, but not so early that it is forgotten again. */
export const LONGEST_LEAD = 30 * MINUTE;
const SHORTEST_LEAD = 2 * MINUTE;
const LEAD_SHARE = 0.25;
/** "As soon as possible" is asked about after so long. */
const UNDATED_REMINDER = 120 * MINUTE;

export type PromiseFault = 'not-open' | 'not-closed' | 'due-in-the-past';

export interface PromiseMaking {
  id: string;
  contactId: string;
  conversationKey: string;
  /** When the message was sent. */
  madeAt: number;
}

/** The person has confirmed that it is one. */
export function confirmPromise(
  read: Pick<PromiseRead, 'words' | 'dueAt' | 'action'>,
  making: PromiseMaking,
): ServicePromise {
  return {
    ...making,
    v: 1,
    words: maskPii(read.words.trim()).slice(0, MAX_WORDS),
    action: read.action,
    dueAt: read.dueAt,
    state: 'open',
    closedAt: null,
    remindAt: chooseReminder(making.madeAt, read.dueAt),
    isReminded: false,
    isToldOverdue: false,
  };
}

/** The last quarter of the time there is, within bounds. */
function chooseReminder(from: number, dueAt: number | null): number {
  if (dueAt === null) return from + UNDATED_REMINDER;
  const lead = Math.min(LONGEST_LEAD, Math.max(SHORTEST_LEAD, (dueAt - from) * LEAD_SHARE));
  return Math.max(Math.min(from, dueAt), dueAt - lead);
}

/** `done`: kept, or late when its time was over. A clock set back never closes before it was made. */
export function closePromise(
  promise: ServicePromise,
  outcome: 'done' | 'broken' | 'withdrawn',
  now: number,
): Result<ServicePromise, PromiseFault> {
  if (promise.state !== 'open') return fail('not-open');
  const closedAt = Math.max(now, promise.madeAt);
  const isLate = promise.dueAt !== null && closedAt > promise.dueAt;
  const doneAs = isLate ? 'late' : 'kept';
  return succeed({ ...promise, state: outcome === 'done' ? doneAs : outcome, closedAt });
}

/** Takes a mistaken key back. What was told once is not told again. */
export function reopenPromise(promise: ServicePromise): Result<ServicePromise, PromiseFault> {
  if (promise.state === 'open') return fail('not-closed');
  return succeed({ ...promise, state: 'open', closedAt: null });
}

/** The customer agreed to another time: reminders start afresh. */
export function movePromise(
  promise: ServicePromise,
  dueAt: number | null,
  now: number,
): Result<ServicePromise, PromiseFault> {
  if (promise.state !== 'open') return fail('not-open');
  if (dueAt !== null && dueAt <= now) return fail('due-in-the-past');
  const remindAt = chooseReminder(now, dueAt);
  return succeed({ ...promise, dueAt, remindAt, isReminded: false, isToldOverdue: false });
}

/** Two readings of one promise: the composer and the sent message show the same words. */
export function isSamePromise(
  promise: Pick<ServicePromise, 'conversationKey' | 'words' | 'dueAt'>,
  other: Pick<ServicePromise, 'conversationKey' | 'words' | 'dueAt'>,
): boolean {
  const isSameTime = promise.dueAt === other.dueAt || isClose(promise.dueAt, other.dueAt);
  return promise.conversationKey === other.conversationKey && promise.words === other.words && isSameTime;
}

/** "Within two hours" moves with the minute it is read in. */
function isClose(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && Math.abs(left - right) <= 5 * MINUTE;
}
