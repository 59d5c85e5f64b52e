/** What a day, a part of it and an hour come to. The conventions are those of docs/draft-check.md. */
import { readNow, type Said } from './due-span.ts';
import {
  MINUTES_OF_DAY,
  printDay,
  readEndOfMonth,
  readWeekday,
  toDate,
  toDay,
  type WallTime,
} from './zoned-time.ts';

const NOON = 12;
export const END_OF_DAY = MINUTES_OF_DAY - 1;
/** Nobody calls before; "three" is three in the afternoon then. */
const FIRST_HOUR = 7;
const FARTHEST_DATE = 180;
const MAX_WORKING_DAYS = 250;

/** Which part of a day, by its end: what is promised "for the morning" is due at noon. */
export const DAY_PARTS = {
  night: 6 * 60,
  morning: NOON * 60,
  noon: 14 * 60,
  afternoon: 18 * 60,
  dusk: 19 * 60,
  evening: END_OF_DAY,
  work: 18 * 60,
} as const;
export type DayPart = keyof typeof DAY_PARTS;

export interface Clock {
  hour: number;
  minute: number;
  /** Written so that it can mean only one hour: `17:00`, `5 pm`. */
  isCertain: boolean;
}

export interface Point {
  /** Null: not said, so today, or tomorrow when that is over. */
  day: number | null;
  part: DayPart | null;
  clock: Clock | null;
}

export function resolvePoint(point: Point, said: Said): WallTime {
  const now = readNow(said);
  if (!point.clock) return resolvePart(point, now);
  const isToday = point.day === null || point.day === now.day;
  const minute = readMinute(point.clock, point.part, isToday ? now.minute : null);
  if (point.day !== null) return { day: point.day, minute };
  if (minute > now.minute) return { day: now.day, minute };
  return { day: now.day + 1, minute: readMinute(point.clock, point.part, null) };
}

function resolvePart({ day, part }: Point, now: WallTime): WallTime {
  const minute = part ? DAY_PARTS[part] : END_OF_DAY;
  if (day !== null) return { day, minute };
  return { day: minute > now.minute ? now.day : now.day + 1, minute };
}

/** @param passed minutes of the day that are over; null on another day */
function readMinute(clock: Clock, part: DayPart | null, passed: number | null): number {
  const minute = clock.hour * 60 + clock.minute;
  if (clock.isCertain || clock.hour > NOON) return minute;
  if (part) return readMinuteOfPart(clock.hour, part) + clock.minute;
  if (clock.hour === NOON) return minute;
  const isOver = passed === null ? clock.hour < FIRST_HOUR : minute <= passed;
  return isOver ? minute + NOON * 60 : minute;
}

function readMinuteOfPart(hour: number, part: DayPart): number {
  const isEarly = part === 'night' || part === 'morning';
  if (isEarly) return hour * 60;
  if (part === 'noon') return (hour < 10 ? hour + NOON : hour) * 60;
  // Twelve in the evening is midnight.
  if (hour === NOON) return part === 'evening' ? MINUTES_OF_DAY : NOON * 60;
  return (hour + NOON) * 60;
}

/** @param week 0 this one, 1 the next; null: the next time it is that day */
export function resolveWeekday(weekday: number, week: number | null, today: number): number {
  const fromMonday = (day: number) => (day + 6) % 7;
  const ahead = fromMonday(weekday) - fromMonday(readWeekday(today));
  if (week !== null) return today + ahead + 7 * week;
  return today + (ahead > 0 ? ahead : ahead + 7);
}

/**
 * The next such date: in the month after, or the year after, where this one's is over. What would be half a year
 * away was in the past.
 */
export function resolveDate(date: number, month: number | null, today: number): number | null {
  const now = toDate(today);
  const inYear = (year: number) => toDay(year, month ?? now.month, date);
  const day = inYear(now.year);
  if (day !== null && day >= today) return keepNear(day, today);
  if (month !== null) return keepNear(inYear(now.year + 1), today);
  const next = toDate(readEndOfMonth(today) + 1);
  return toDay(next.year, next.month, date);
}

function keepNear(day: number | null, today: number): number | null {
  return day !== null && day - today <= FARTHEST_DATE ? day : null;
}

/** End of the n-th working day after today. */
export function addWorkingDays(count: number, said: Said): WallTime {
  const isWorkday = said.isWorkday ?? isMondayToFriday;
  let { day } = readNow(said);
  let left = Math.min(Math.ceil(count), MAX_WORKING_DAYS);
  // A calendar that knows no working day must not keep us here.
  for (let tries = 0; left > 0 && tries < 2 * MAX_WORKING_DAYS; tries += 1) {
    day += 1;
    if (isWorkday(printDay(day))) left -= 1;
  }
  return { day, minute: END_OF_DAY };
}

function isMondayToFriday(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6;
}
