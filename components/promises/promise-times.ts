/** When a promise could be due, for one press; by the clock on the wall here. */
import { MINUTE } from '../../utils/time/clock.ts';

export const TIME_CHOICES = ['inAnHour', 'endOfWork', 'tomorrowNoon'] as const;
export type TimeChoice = (typeof TIME_CHOICES)[number];

const END_OF_WORK = 18;
const NOON = 12;

/** The end of work is no choice any more when it is near or over. */
export function suggestTimes(now: number): { choice: TimeChoice; at: number }[] {
  const today = new Date(now);
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()] as const;
  const times: Record<TimeChoice, number> = {
    inAnHour: now + 60 * MINUTE,
    endOfWork: new Date(year, month, day, END_OF_WORK).getTime(),
    tomorrowNoon: new Date(year, month, day + 1, NOON).getTime(),
  };
  return TIME_CHOICES.map((choice) => ({ choice, at: times[choice] })).filter(
    ({ at }) => at > now + 15 * MINUTE,
  );
}

/** What a field for date and time calls a moment: 2026-11-22T18:00. */
export function toFieldTime(at: number): string {
  const date = new Date(at);
  const pad = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** @returns epoch milliseconds; null while nothing whole was typed */
export function fromFieldTime(value: string): number | null {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}
