/** Dates in slots: `今天+3`, `明天`, `today+2 weeks`, or `日期` for one that is asked for. */
import type { Article } from './article.ts';

/** Counted from the day the reply is sent. */
export interface DateOffset {
  amount: number;
  unit: 'day' | 'month';
}

const DAYS: Readonly<Record<string, number>> = {
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  後天: 2,
  大后天: 3,
  大後天: 3,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
};

const OFFSET = new RegExp(
  String.raw`^(${Object.keys(DAYS).join('|')})(?:\s*([+＋\-－−])\s*(\d{1,4})\s*(.*))?$`,
  'iu',
);
/** Nobody promises anything for longer. */
const MAX_AMOUNT = 3_660;
const UNITS: readonly [RegExp, DateOffset][] = [
  [/^(?:天|日|days?)?$/iu, { amount: 1, unit: 'day' }],
  [/^(?:个?星期|個?星期|周|週|weeks?)$/iu, { amount: 7, unit: 'day' }],
  [/^(?:个?月|個?月|months?)$/iu, { amount: 1, unit: 'month' }],
];

/** @returns null for what is no date: `今天+3个工作日` neither, nobody here knows the holidays */
export function readDateOffset(spec: string): DateOffset | null {
  const match = OFFSET.exec(spec);
  const unit = match && findUnit(match[4]);
  if (!match || !unit) return null;
  const start = DAYS[(match[1] ?? '').toLowerCase()] ?? 0;
  if (unit.unit === 'month' && start !== 0) return null;
  return limit({ amount: start + readCount(match) * unit.amount, unit: unit.unit });
}

function findUnit(word = ''): DateOffset | undefined {
  return UNITS.find(([name]) => name.test(word.trim()))?.[1];
}

function readCount([, , sign = '+', count = '0']: RegExpExecArray): number {
  return (/[+＋]/.test(sign) ? 1 : -1) * Number(count);
}

function limit({ amount, unit }: DateOffset): DateOffset | null {
  // Zero has no sign.
  return Math.abs(amount) > MAX_AMOUNT ? null : { amount: amount || 0, unit };
}

export function printDateOffset({ amount, unit }: DateOffset): string {
  if (amount === 0 && unit === 'day') return '今天';
  return `今天${amount < 0 ? '-' : '+'}${Math.abs(amount)}${unit === 'month' ? '个月' : ''}`;
}

/** @param today YYYY-MM-DD. A month after 31 January is the last of February, not a day in March. */
export function addToDate(today: string, { amount, unit }: DateOffset): string {
  const date = toUtc(today);
  if (unit === 'day') date.setUTCDate(date.getUTCDate() + amount);
  else {
    const day = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + amount, 1);
    date.setUTCDate(Math.min(day, countDays(date)));
  }
  return date.toISOString().slice(0, 10);
}

export function isDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && toUtc(value).toJSON()?.slice(0, 10) === value;
}

/** As people write it in that language: `11月25日`, `November 25`; the year only where it is another. */
export function formatDate(date: string, today: string, locale: Article['locale']): string {
  const isOtherYear = date.slice(0, 4) !== today.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    ...(isOtherYear && { year: 'numeric' }),
  }).format(toUtc(date));
}

function toUtc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function countDays(month: Date): number {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
}
