/** Days and minutes of a wall clock, so that "today at 18:00" means the same whatever the clocks do that night. */
import { DAY, MINUTE } from '../../../utils/time/clock.ts';

export const MINUTES_OF_DAY = 24 * 60;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

export interface WallTime {
  /** Days since 1 January 1970, as the calendar on the wall counts them. */
  day: number;
  /** Minutes since that day's midnight; 24 × 60 is the midnight after it. */
  minute: number;
}

/** Making one takes longer than all the rest. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function toWallTime(at: number, timeZone: string): WallTime {
  const local = at + readOffset(at, timeZone);
  const day = Math.floor(local / DAY);
  return { day, minute: Math.floor((local - day * DAY) / MINUTE) };
}

/** A time the clocks skip is the one an hour later; of one they show twice, either will do. */
export function toEpoch({ day, minute }: WallTime, timeZone: string): number {
  const local = day * DAY + minute * MINUTE;
  const guess = local - readOffset(local, timeZone);
  const better = local - readOffset(guess, timeZone);
  const isSettled = readOffset(better, timeZone) === readOffset(guess, timeZone);
  return isSettled ? better : Math.max(guess, better);
}

/** 0 is Sunday. */
export function readWeekday(day: number): number {
  return (((day + FIRST_WEEKDAY) % 7) + 7) % 7;
}

export function toDate(day: number): { year: number; month: number; date: number } {
  const utc = new Date(day * DAY);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
}

/** @returns null for 31 November */
export function toDay(year: number, month: number, date: number): number | null {
  const utc = Date.UTC(year, month - 1, date);
  return new Date(utc).getUTCMonth() === month - 1 ? utc / DAY : null;
}

/** Day 0 of a month is the last of the one before. @param months counted from the day's own month */
export function readEndOfMonth(day: number, months = 0): number {
  const { year, month } = toDate(day);
  return Date.UTC(year, month + months, 0) / DAY;
}

/** YYYY-MM-DD */
export function printDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function readOffset(at: number, timeZone: string): number {
  const parts = new Map(
    getFormat(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return local - Math.floor(at / 1_000) * 1_000;
}

function getFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
