/** Days and hours as a place lives them, summer time included. A day is named YYYY-MM-DD. */
import { DAY, MINUTE } from './clock.ts';

export interface ZonedTime {
  date: string;
  /** Since midnight by the clock on the wall. */
  minutes: number;
}

const LAST_MINUTE = 24 * 60 - 1;
const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a time zone that nobody knows; see {@link isTimeZone} */
export function toZonedTime(at: number, timeZone: string): ZonedTime {
  const parts = new Map(
    readFormat(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/**
 * The moment a wall clock shows this. An hour that is skipped in spring is taken as one hour later, the hour that comes
 * twice in autumn as the first.
 */
export function fromZonedTime({ date, minutes }: ZonedTime, timeZone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE;
  const guesses = [wall - DAY, wall + DAY].map((at) => wall - findOffset(at, timeZone));
  const right = guesses.filter((at) => at + findOffset(at, timeZone) === wall);
  return right.length > 0 ? Math.min(...right) : Math.max(...guesses);
}

/** The last minute of a day. */
export function endOfDay(date: string, timeZone: string): number {
  return fromZonedTime({ date, minutes: LAST_MINUTE }, timeZone);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Monday to Friday. */
export function isWeekday(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day !== 0 && day !== 6;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(readFormat(timeZone));
  } catch {
    return false;
  }
}

/** How far the wall clock is ahead of Greenwich, in milliseconds. */
function findOffset(at: number, timeZone: string): number {
  const { date, minutes } = toZonedTime(at, timeZone);
  return Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE - Math.floor(at / MINUTE) * MINUTE;
}

function readFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, fresh);
  return fresh;
}
