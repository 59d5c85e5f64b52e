import { toEpoch, toWallTime, type WallTime } from './zoned-time.ts';

/** The moment something was said, and the calendar it was said by. */
export interface Said {
  /** Epoch milliseconds. */
  at: number;
  timeZone: string;
  /** Whether people work on that day (YYYY-MM-DD); Monday to Friday without it. */
  isWorkday?: (date: string) => boolean;
}

/** A time limit found in a text. */
export interface DueSpan {
  start: number;
  end: number;
  /** Epoch milliseconds, always later than the moment it was said. */
  dueAt: number;
}

/** How a limit is found: null for what is no limit, a wall time, or minutes from now. */
export type Due = WallTime | { minutes: number } | null;

export function readNow({ at, timeZone }: Said): WallTime {
  return toWallTime(at, timeZone);
}

/** What is past already is no limit: "this morning" said in the evening tells of what was. */
export function toDueAt(due: Due, said: Said): number | null {
  if (!due) return null;
  const dueAt = 'minutes' in due ? said.at + due.minutes * 60_000 : toEpoch(due, said.timeZone);
  return dueAt > said.at ? dueAt : null;
}
