/** Starting clocks and reading them, whatever time zone, summer time or a clock set back does. */
import { MINUTE } from '../../utils/time/clock.ts';
import { addDays, endOfDay, isWeekday, toZonedTime } from '../../utils/time/zoned-time.ts';
import type { ClockRule, StartEvent } from './clock-rule.ts';

const HOUR = 60 * MINUTE;
/** No table of holidays reaches further; a count that gets here has no end. */
const MAX_DAYS = 10_000;

/** Which days are worked. `isKnown`: the year's table is published. */
export interface WorkCalendar {
  isWorkingDay(date: string): boolean;
  isKnown(date: string): boolean;
}

export const WEEKDAY_CALENDAR: WorkCalendar = { isWorkingDay: isWeekday, isKnown: () => true };

export interface StartedClock {
  ruleId: string;
  startedAt: number;
}

/**
 * The clocks of a case after something happened. One that runs goes on: the same thing said again gains no time.
 *
 * @param chosen ids that the severity starts; null: every rule of this event
 */
export function startClocks(
  running: readonly StartedClock[],
  rules: readonly ClockRule[],
  { event, at, chosen }: { event: StartEvent; at: number; chosen: readonly string[] | null },
): StartedClock[] {
  const duties = new Set(running.map(({ ruleId }) => rules.find(({ id }) => id === ruleId)?.duty ?? ruleId));
  const fresh = rules.filter(
    ({ id, duty, startEvent }) => startEvent === event && (chosen?.includes(id) ?? true) && !duties.has(duty),
  );
  return [...running, ...fresh.map(({ id }) => ({ ruleId: id, startedAt: at }))];
}

export type NoNumberReason = 'unverified' | 'expired' | 'not-yet-valid' | 'no-limit' | 'calendar-unknown';

export type ClockReading =
  | {
      hasNumber: true;
      dueAt: number;
      /** Milliseconds; negative once it has passed. */
      left: number;
      isPassed: boolean;
      /** Holidays of that year are not published yet: the day may move. */
      isEstimate: boolean;
      /** The computer's clock is behind the start: nothing was gained by that. */
      isClockBehind: boolean;
    }
  | { hasNumber: false; reason: NoNumberReason };

export interface ClockContext {
  now: number;
  timeZone: string;
  calendar: WorkCalendar;
}

export function readClock(rule: ClockRule, startedAt: number, context: ClockContext): ClockReading {
  const { now, timeZone } = context;
  const reason = findReasonAgainst(
    rule,
    toZonedTime(startedAt, timeZone).date,
    toZonedTime(now, timeZone).date,
  );
  if (reason) return { hasNumber: false, reason };
  const due = findDue(rule, startedAt, context);
  if (due === null || (rule.kind === 'law' && due.isEstimate))
    return { hasNumber: false, reason: 'calendar-unknown' };
  const seen = Math.max(now, startedAt);
  return {
    hasNumber: true,
    ...due,
    left: due.dueAt - seen,
    isPassed: seen > due.dueAt,
    isClockBehind: now < startedAt,
  };
}

function findReasonAgainst(rule: ClockRule, startDate: string, today: string): NoNumberReason | null {
  if (rule.kind === 'law' && !rule.isVerified) return 'unverified';
  if (rule.expiresOn !== null && rule.expiresOn < today) return 'expired';
  if (startDate < rule.validFrom) return 'not-yet-valid';
  return rule.limit === null ? 'no-limit' : null;
}

/** Hours run on. Days begin on the day after the start, and the last one counts to its last minute. */
function findDue(
  { unit, limit }: ClockRule,
  startedAt: number,
  { timeZone, calendar }: ClockContext,
): { dueAt: number; isEstimate: boolean } | null {
  const count = limit ?? 0;
  if (unit === 'hour') return { dueAt: startedAt + count * HOUR, isEstimate: false };
  const start = toZonedTime(startedAt, timeZone).date;
  if (unit === 'natural-day') return { dueAt: endOfDay(addDays(start, count), timeZone), isEstimate: false };
  const last = countWorkingDays(start, count, calendar);
  return last && { dueAt: endOfDay(last.date, timeZone), isEstimate: last.isEstimate };
}

function countWorkingDays(
  start: string,
  count: number,
  calendar: WorkCalendar,
): { date: string; isEstimate: boolean } | null {
  let left = count;
  let isEstimate = false;
  for (let day = 1; day <= MAX_DAYS; day += 1) {
    const date = addDays(start, day);
    isEstimate ||= !calendar.isKnown(date);
    if (calendar.isWorkingDay(date)) left -= 1;
    if (left === 0) return { date, isEstimate };
  }
  return null;
}
