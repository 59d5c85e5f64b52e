/** Which promises to speak of now, and when to look again. One pass over the open ones, however many there are. */
import { MINUTE } from '../../utils/time/clock.ts';
import type { ServicePromise } from './service-promise.ts';

export type ReminderKind = 'soon' | 'overdue';

export interface Reminder {
  promise: ServicePromise;
  kind: ReminderKind;
}

export interface ReminderPlan {
  /** Not told yet; the longest overdue first. Many at once are one notification. */
  tell: Reminder[];
  /** Null: nothing is waiting. Never in the past. */
  nextAt: number | null;
}

/** Alarms come no more often. */
const SHORTEST_WAIT = MINUTE / 2;

/**
 * A promise that fell due while the browser was closed is told as overdue, once, and not first as due soon. After a
 * clock was set back nothing is told twice.
 */
export function planReminders(promises: Iterable<ServicePromise>, now: number): ReminderPlan {
  const tell: Reminder[] = [];
  let nextAt = Infinity;
  for (const promise of promises) {
    if (promise.state !== 'open') continue;
    const kind = findReminder(promise, now);
    if (kind) tell.push({ promise, kind });
    nextAt = Math.min(nextAt, findNext(kind ? markTold(promise, kind) : promise, now));
  }
  tell.sort((left, right) => readOrder(left.promise) - readOrder(right.promise));
  return { tell, nextAt: nextAt === Infinity ? null : Math.max(nextAt, now + SHORTEST_WAIT) };
}

function findReminder({ dueAt, remindAt, isReminded, isToldOverdue }: ServicePromise, now: number) {
  if (dueAt !== null && now >= dueAt) return isToldOverdue ? null : 'overdue';
  return now >= remindAt && !isReminded ? 'soon' : null;
}

/** When this one has to be spoken of next, whether or not that is over; null when all was told. */
export function findTellAt({
  state,
  dueAt,
  remindAt,
  isReminded,
  isToldOverdue,
}: ServicePromise): number | null {
  if (state !== 'open') return null;
  if (!isReminded) return remindAt;
  return isToldOverdue ? null : dueAt;
}

function findNext({ dueAt, remindAt, isReminded, isToldOverdue }: ServicePromise, now: number): number {
  if (!isReminded && now < remindAt) return remindAt;
  return dueAt !== null && !isToldOverdue && now < dueAt ? dueAt : Infinity;
}

/** The row to store once the person was told. */
export function markTold(promise: ServicePromise, kind: ReminderKind): ServicePromise {
  // Told that it is overdue, nobody needs to hear that it will be.
  return { ...promise, isReminded: true, isToldOverdue: promise.isToldOverdue || kind === 'overdue' };
}

export type PromiseUrgency = 'overdue' | 'soon' | 'later' | 'undated';

export function readUrgency({ dueAt, remindAt }: ServicePromise, now: number): PromiseUrgency {
  if (dueAt === null) return 'undated';
  if (now >= dueAt) return 'overdue';
  return now >= remindAt ? 'soon' : 'later';
}

/** Open ones by when they are due, those without a time last; what is behind us newest first. */
export function sortPromises(promises: readonly ServicePromise[]): ServicePromise[] {
  const open = promises.filter(({ state }) => state === 'open');
  const closed = promises.filter(({ state }) => state !== 'open');
  return [
    ...open.toSorted((left, right) => readOrder(left) - readOrder(right) || left.madeAt - right.madeAt),
    ...closed.toSorted((left, right) => (right.closedAt ?? 0) - (left.closedAt ?? 0)),
  ];
}

function readOrder({ dueAt }: ServicePromise): number {
  return dueAt ?? Number.MAX_SAFE_INTEGER;
}

export interface PromiseCounts {
  open: number;
  overdue: number;
  kept: number;
  late: number;
  broken: number;
}

/** For the badge and for the wrap-up's evidence. What was withdrawn counts nowhere. */
export function countPromises(promises: Iterable<ServicePromise>, now: number): PromiseCounts {
  const counts: PromiseCounts = { open: 0, overdue: 0, kept: 0, late: 0, broken: 0 };
  for (const promise of promises) {
    if (promise.state !== 'withdrawn') counts[promise.state] += 1;
    if (promise.state === 'open' && readUrgency(promise, now) === 'overdue') counts.overdue += 1;
  }
  return counts;
}
