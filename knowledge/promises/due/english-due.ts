/** Time limits in English: `by 5 pm tomorrow`, `within two hours`, `in 3 business days`, `by the end of the week`. */
import { keepOutermost } from './chinese-due.ts';
import { readNow, toDueAt, type Due, type DueSpan, type Said } from './due-span.ts';
import { ENGLISH_NUMBER as N, readEnglishNumber } from './read-number.ts';
import {
  addWorkingDays,
  END_OF_DAY,
  resolveDate,
  resolvePoint,
  resolveWeekday,
  type Clock,
  type DayPart,
  type Point,
} from './resolve.ts';
import { readEndOfMonth } from './zoned-time.ts';

type Groups = Record<string, string | undefined>;
type Token = Point & { start: number; end: number };

const DURATION = new RegExp(
  String.raw`\b(?:(?:with)?in|inside|over|for)\s+(?:(?:the|about|around|under|less|than|at|most|next|another|no|more)\s+){0,4}(?:${N}\s*(?:-|–|to|or)\s*)?(?<count>half\s+an?|${N})?\s*(?:more\s+)?(?<unit>hour|hr|minute|min|business\s+day|working\s+day|workday|day|week|month)s?\b(?<more>\s+and\s+a\s+half)?`,
  'giu',
);
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(?:${MONTHS.join('|')})[a-z]*\\.?`;

const DAY =
  /\b(?:(?<when>this|next|coming)\s+)?(?<word>today|tonight|tomorrow|tmrw|sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)\b/giu;
const DATE = new RegExp(
  String.raw`\b(?:(?<month>${MONTH})\s+(?:the\s+)?(?<date>\d{1,2})(?:st|nd|rd|th)?|(?<date2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month2>${MONTH})|the\s+(?<date3>\d{1,2})(?:st|nd|rd|th))(?![\d:])\b`,
  'giu',
);
const CLOCK =
  /(?:\b(?<before>by|before|at|until|around)\s+)?\b(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s*(?<half>[ap]\.m\b\.?|[ap]m\b|o'?clock)?(?![\d:%]|\s*(?:hours?|days?|min|business|working|%|st|nd|rd|th))/giu;
const PART =
  /\b(?:(?<first>first\s+thing)|(?:this\s+)?(?<part>morning|afternoon|evening|night|noon|midday|lunch(?:time)?|midnight|eod|cob|(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+|my\s+|our\s+)?(?:business\s+|working\s+)?(?:day|business|shift)))\b/giu;
const PERIOD =
  /\b(?:(?:by|before|within)\s+)?(?:(?:the\s+)?end\s+of\s+|later\s+)?(?<which>this|the|next)\s+(?<span>week|month|year|weekend)\b/giu;
/** What may stand between a day and an hour that belong together. */
const JOINT = /^[\s,]*(?:(?:at|by|in|on|before|around|the|no later than|of)\s+){0,3}$/iu;

export function findEnglishDues(text: string, said: Said): DueSpan[] {
  const { day: today } = readNow(said);
  const points = joinTokens(listTokens(text, today), text);
  const found = [
    ...collect(text, DURATION).map(({ start, end, groups }) => ({
      start,
      end,
      due: readDuration(groups, said),
    })),
    ...collect(text, PERIOD).map(({ start, end, groups }) => ({
      start,
      end,
      due: readPeriod(groups, today),
    })),
    ...points.map((point) => ({ start: point.start, end: point.end, due: resolvePoint(point, said) })),
  ];
  const spans = found.flatMap(({ start, end, due }) => {
    const dueAt = toDueAt(due, said);
    return dueAt === null ? [] : [{ start, end, dueAt }];
  });
  return keepOutermost(spans);
}

function collect(text: string, pattern: RegExp): { start: number; end: number; groups: Groups }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    groups: match.groups ?? {},
  }));
}

function readDuration({ count = '1', unit = '', more }: Groups, said: Said): Due {
  const amount = (/^half/iu.test(count) ? 0.5 : readEnglishNumber(count)) + (more ? 0.5 : 0);
  const name = unit.toLowerCase();
  if (amount <= 0) return null;
  if (/^(?:business|work)/u.test(name)) return addWorkingDays(amount, said);
  if (name.startsWith('h')) return { minutes: 60 * amount };
  if (name.startsWith('min')) return { minutes: amount };
  const days = { day: 1, week: 7, month: 30 }[name] ?? 1;
  return { day: readNow(said).day + Math.ceil(amount * days), minute: END_OF_DAY };
}

function readPeriod({ which = '', span = '' }: Groups, today: number): Due {
  const ahead = which.toLowerCase() === 'next' ? 1 : 0;
  const name = span.toLowerCase();
  if (name === 'year') return null;
  const day = name === 'month' ? readEndOfMonth(today, ahead) : resolveWeekday(0, ahead, today);
  return { day, minute: END_OF_DAY };
}

function listTokens(text: string, today: number): Token[] {
  const tokens = [
    ...collect(text, DAY).flatMap((one) =>
      toToken(one, { day: readDay(one.groups, today), part: readNight(one.groups) }),
    ),
    ...collect(text, DATE).flatMap((one) => toToken(one, { day: readDate(one.groups, today) })),
    ...collect(text, CLOCK).flatMap((one) => toToken(one, { clock: readClock(one.groups) })),
    ...collect(text, PART).flatMap((one) => toToken(one, readPart(one.groups))),
  ];
  return keepOutermost(tokens);
}

function toToken({ start, end }: { start: number; end: number }, what: Partial<Point>): Token[] {
  const token = { start, end, day: null, part: null, clock: null, ...what };
  return token.day === null && token.part === null && token.clock === null ? [] : [token];
}

/** "Tomorrow" and "at 5 pm" side by side are one point in time, in either order. An hour alone needs its half of the day. */
function joinTokens(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const isBeside = last !== undefined && JOINT.test(text.slice(last.end, token.start));
    if (last && isBeside && canJoin(last, token)) {
      joined[joined.length - 1] = {
        start: last.start,
        end: token.end,
        day: last.day ?? token.day,
        part: last.part ?? token.part,
        clock: last.clock ?? token.clock,
      };
    } else joined.push(token);
  }
  return joined;
}

function canJoin(left: Point, right: Point): boolean {
  return (['day', 'part', 'clock'] as const).every((key) => left[key] === null || right[key] === null);
}

function readDay({ when = '', word = '' }: Groups, today: number): number {
  const name = word.toLowerCase();
  if (name === 'today' || name === 'tonight') return today;
  if (name === 'tomorrow' || name === 'tmrw') return today + 1;
  const week = { this: 0, next: 1 }[when.toLowerCase()] ?? null;
  return resolveWeekday(WEEKDAYS.indexOf(name.slice(0, 3)), week, today);
}

function readNight({ word = '' }: Groups): DayPart | null {
  return word.toLowerCase() === 'tonight' ? 'evening' : null;
}

function readDate({ month, month2, date, date2, date3 }: Groups, today: number): number | null {
  const name = (month ?? month2)?.slice(0, 3).toLowerCase();
  const number = Number(date ?? date2 ?? date3);
  return resolveDate(number, name === undefined ? null : MONTHS.indexOf(name) + 1, today);
}

/** @returns null for a number that is no hour: "by 5" may be one, "5" is none */
function readClock({ before, hour = '', minute = '', half = '' }: Groups): Clock | null {
  const [hours, minutes] = [Number(hour), Number(minute)];
  const isMarked = before !== undefined || `${minute}${half}` !== '';
  if (!isMarked || hours > 24 || minutes > 59) return null;
  const part = half.slice(0, 1).toLowerCase();
  if (part === 'a' || part === 'p') return readHalf(hours, minutes, part === 'p');
  return { hour: hours, minute: minutes, isCertain: hour.startsWith('0') };
}

function readHalf(hour: number, minute: number, isLate: boolean): Clock | null {
  return hour > 12 ? null : { hour: (hour % 12) + (isLate ? 12 : 0), minute, isCertain: true };
}

function readPart({ first, part = '' }: Groups): Partial<Point> {
  if (first) return { part: 'morning' };
  const name = part.toLowerCase();
  if (/noon$|midday|lunch/u.test(name) && name !== 'afternoon')
    return { clock: atHour(name.startsWith('l') ? 14 : 12) };
  if (/cob|close|business|shift|working/u.test(name)) return { part: 'work' };
  if (/midnight|eod|end|evening|night/u.test(name)) return { part: 'evening' };
  return { part: name === 'afternoon' ? 'afternoon' : 'morning' };
}

function atHour(hour: number): Clock {
  return { hour, minute: 0, isCertain: true };
}
