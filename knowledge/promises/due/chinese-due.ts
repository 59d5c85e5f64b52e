/** Time limits in Chinese, in text folded to simplified characters and half width (`utils/text/fold-chinese.ts`). */
import { readNow, toDueAt, type Due, type DueSpan, type Said } from './due-span.ts';
import { CHINESE_NUMBER as N, readChineseNumber } from './read-number.ts';
import {
  addWorkingDays,
  END_OF_DAY,
  resolveDate,
  resolvePoint,
  resolveWeekday,
  type Clock,
  type DayPart,
} from './resolve.ts';
import { readEndOfMonth } from './zoned-time.ts';

type Groups = Record<string, string | undefined>;

/** `24小时内`, `一两天`, `3-5个工作日内`, `一个半小时`. Days and hours without "within" only where something is done in them. */
const DURATION = new RegExp(
  String.raw`(?<past>最近|近|过去|超过|不到)?(?:${N}(?:到|至|[-~—–])+)?(?<count>${N})\s*(?:多)?(?<more>个半|个)?\s*(?<unit>小时|钟头|分钟|分(?=[内钟后])|刻钟|h(?![a-z])|工作[日天]|自然日|天|日(?=[内之后])|周|星期|礼拜|月)\s*(?:时间)?(?:之内|以内|内|之后|以后|后(?!天)|左右|(?=[给为帮就会您你]))`,
  'giu',
);
const DAY_WORDS: Readonly<Record<string, number>> = {
  今: 0,
  当: 0,
  明: 1,
  后: 2,
  大后: 3,
};
const POINT = new RegExp(
  [
    String.raw`(?<both>今明两天)?`,
    String.raw`(?:(?<day>大后|今|当|明|后)(?:(?=[早晚夜])|[天日]|儿个?|个儿?))?`,
    String.raw`(?:(?<week>下下个?|下个?|本|这个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末]))?`,
    String.raw`(?:(?<![\d.])(?:(?<month>${N})月)?(?<date>${N})[日号](?!线|楼|店|机|码))?`,
    String.raw`(?<of>[的之\s(（]{0,2})`,
    String.raw`(?<part>凌晨|早上|早晨|上午|中午|午前|下午|傍晚|晚上|夜里|晚间|早|晚(?!点|些|一)|夜|下班)?\s*`,
    String.raw`(?:(?<hour>${N})(?:(?<mark>点|时(?![间候效段]))(?<chime>钟|整)?|:)(?:(?<half>半)|(?<quarter>[一三])刻|(?<minute>\d{1,2}|[一二三四五]?十[一二三四五六七八九]?|零[五])分?)?)?`,
    String.raw`(?<limit>\s*(?:之前|以前|前|之内|以内|内|左右))?`,
  ].join(''),
  'gu',
);
const PERIOD =
  /(?<which>下下个?|下个?|本|这个?|当)?(?:(?<end>月底|月末|年底)|(?<span>周|星期|礼拜|月)(?![一二三四五六日天末底初\d份]))(?<limit>之前|以前|前|之内|以内|内)?/gu;
const PARTS: Readonly<Record<string, DayPart>> = {
  凌: 'night',
  早: 'morning',
  上: 'morning',
  中: 'noon',
  下: 'afternoon',
  傍: 'dusk',
  晚: 'evening',
  夜: 'evening',
};

/** Every limit that is still ahead, in reading order; none inside another. */
export function findChineseDues(text: string, said: Said): DueSpan[] {
  const found = [
    ...collect(text, DURATION, (groups) => readDuration(groups, said)),
    ...collect(text, POINT, (groups) => readPoint(groups, said)),
    ...collect(text, PERIOD, (groups) => readPeriod(groups, said)),
  ];
  const spans = found.flatMap(({ start, end, due }) => {
    const dueAt = toDueAt(due, said);
    return dueAt === null ? [] : [{ start, end, dueAt }];
  });
  return keepOutermost(spans);
}

interface Found {
  start: number;
  end: number;
  due: Due;
}

function collect(text: string, pattern: RegExp, read: (groups: Groups) => Due): Found[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const words = match[0].trim();
    if (words === '') return [];
    const start = match.index + match[0].indexOf(words);
    return [{ start, end: start + words.length, due: read(match.groups ?? {}) }];
  });
}

export function keepOutermost<TSpan extends { start: number; end: number }>(
  spans: readonly TSpan[],
): TSpan[] {
  const kept: TSpan[] = [];
  const byPlace = spans.toSorted((left, right) => left.start - right.start || right.end - left.end);
  for (const span of byPlace) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

function readDuration({ past, count = '', more, unit = '' }: Groups, said: Said): Due {
  const isMonth = unit === '月' && more === undefined;
  if (past || isMonth) return null;
  const amount = readChineseNumber(count) + (more === '个半' ? 0.5 : 0);
  if (amount <= 0) return null;
  if (unit.startsWith('工作')) return addWorkingDays(amount, said);
  const minutes = MINUTES[unit];
  if (minutes !== undefined) return { minutes: amount * minutes };
  return readLongDuration(amount, unit, said);
}

const MINUTES: Readonly<Record<string, number>> = {
  分: 1,
  分钟: 1,
  刻钟: 15,
  小时: 60,
  钟头: 60,
  h: 60,
  H: 60,
};
const DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, 自然日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30 };

function readLongDuration(amount: number, unit: string, said: Said): Due {
  // Half a day is half of a working one.
  if (unit === '天' && amount < 1) return { minutes: 12 * 60 * amount };
  return { day: readNow(said).day + Math.ceil(amount * (DAYS[unit] ?? 1)), minute: END_OF_DAY };
}

function readPoint(groups: Groups, said: Said): Due {
  const day = readDay(groups, readNow(said).day);
  const part = readPart(groups);
  const clock = readClock(groups);
  if (day === undefined || clock === undefined || isAttribute(groups)) return null;
  if (day === null && !isCertainWithoutDay(groups)) return null;
  return resolvePoint({ day, part, clock }, said);
}

/** "Today's result" is no time limit. */
function isAttribute({ of = '', part, hour, limit }: Groups): boolean {
  return of.includes('的') && (part ?? hour ?? limit) === undefined;
}

/** "One point" and "a bit" are written like one o'clock; "the evening" alone is none of ours to promise. */
function isCertainWithoutDay(groups: Groups): boolean {
  const { part, hour, limit } = groups;
  if (part !== undefined && part.length === 1) return false;
  if (hour === undefined) return part === '下班' ? limit !== undefined : part !== undefined;
  const isMarked = ['part', 'limit', 'half', 'minute', 'chime'].some((name) => groups[name] !== undefined);
  return isMarked || (groups['mark'] !== undefined && /^(?:9|1\d|2\d)$/.test(hour));
}

/** @returns null when no day was said, undefined when there is no such day */
function readDay(groups: Groups, today: number): number | null | undefined {
  if (groups['both']) return today + 1;
  if (groups['day']) return today + (DAY_WORDS[groups['day']] ?? 0);
  if (groups['weekday']) return readWeekdayOf(groups, today);
  if (!groups['date']) return null;
  const month = groups['month'] ? readChineseNumber(groups['month']) : null;
  return resolveDate(readChineseNumber(groups['date']), month, today) ?? undefined;
}

function readWeekdayOf({ weekday = '', week, limit = '' }: Groups, today: number): number {
  const weeks = week ? countWeeks(week) : null;
  // Before the weekend is by Friday.
  if (weekday === '末') return resolveWeekday(limit.includes('前') ? 5 : 0, weeks ?? 0, today);
  return resolveWeekday('日一二三四五六'.indexOf(weekday.replace('天', '日')), weeks, today);
}

function countWeeks(which: string): number {
  if (which.startsWith('下下')) return 2;
  return which.startsWith('下') ? 1 : 0;
}

function readPart({ part, limit = '' }: Groups): DayPart | null {
  if (!part) return null;
  // Before the middle of the day is when the morning ends.
  if (part === '中午' && limit.includes('前')) return 'morning';
  if (part === '下班') return 'work';
  if (part === '午前') return 'morning';
  return PARTS[part.slice(0, 1)] ?? null;
}

/** @returns null when no hour was said, undefined when there is no such hour */
function readClock({ hour, mark, half, quarter, minute }: Groups): Clock | null | undefined {
  if (hour === undefined) return null;
  const hours = readChineseNumber(hour);
  const quarters = quarter ? 15 * readChineseNumber(quarter) : 0;
  const minutes = half ? 30 : quarters + (minute ? readChineseNumber(minute) : 0);
  if (hours > 24 || minutes > 59 || !Number.isInteger(hours)) return undefined;
  return { hour: hours, minute: minutes, isCertain: mark === undefined && hour.startsWith('0') };
}

function readPeriod({ which = '', end, span, limit }: Groups, said: Said): Due {
  const { day: today } = readNow(said);
  const ahead = countWeeks(which);
  if (end === '年底') return atEnd(resolveDate(31, 12, today));
  if (end) return atEnd(readEndOfMonth(today, ahead));
  // "This month's bill" is no limit.
  if (which === '' || which === '当' || (span === '月' && limit === undefined)) return null;
  return atEnd(span === '月' ? readEndOfMonth(today, ahead) : resolveWeekday(0, ahead, today));
}

function atEnd(day: number | null): Due {
  return day === null ? null : { day, minute: END_OF_DAY };
}
