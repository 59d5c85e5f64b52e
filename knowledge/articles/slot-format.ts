/** What may go into a slot: any words, a date, a number with its unit, or one of several choices. */
import { collapseWhitespace } from '../../utils/text/collapse-whitespace.ts';
import type { Article } from './article.ts';
import {
  addToDate,
  formatDate,
  isDate,
  printDateOffset,
  readDateOffset,
  type DateOffset,
} from './slot-date.ts';

export type SlotFormat =
  | { kind: 'text' }
  /** Without an offset somebody picks the day. */
  | { kind: 'date'; offset: DateOffset | null }
  /** The unit goes out with the number, with the space before it where it was written with one. */
  | { kind: 'number'; bounds: { min: number; max: number } | null; unit: string }
  | { kind: 'choice'; options: string[] };

/** What a value depends on besides itself. */
export interface FillContext {
  /** YYYY-MM-DD, where the agent is. */
  today: string;
  /** The language the article is written in. */
  locale: Article['locale'];
}

export type FormatFault = 'unknown-format' | 'bounds-reversed' | 'choices-unfit';

const MAX_CHOICES = 12;

const DATE_WORD = /^(?:日期|date)$/iu;
const DIGITS = String.raw`\d{1,9}(?:\.\d{1,2})?`;
const NUMBER = new RegExp(
  String.raw`^(?<word>数字|數字|number)?(?:\s*(?<min>${DIGITS})\s*[-~—–～－至到]\s*(?<max>${DIGITS}))?(?<unit>\s*[^\d\s+/][^\d+/]{0,15})?$`,
  'iu',
);
/** Looks like one of ours: a mistake then. Anything else after a colon belongs to the name. */
const LIKE_A_FORMAT = /[\d/／+＋]/u;

/** @returns null when this is no format at all, but words that happen to stand after a colon */
export function readFormat(spec: string): SlotFormat | { fault: FormatFault } | null {
  if (DATE_WORD.test(spec)) return { kind: 'date', offset: null };
  const offset = readDateOffset(spec);
  if (offset) return { kind: 'date', offset };
  if (/[/／]/u.test(spec)) return readChoices(spec);
  return readNumber(spec) ?? (LIKE_A_FORMAT.test(spec) ? { fault: 'unknown-format' } : null);
}

function readChoices(spec: string): SlotFormat | { fault: FormatFault } {
  const options = spec.split(/[/／]/u).map(collapseWhitespace);
  const isFit =
    options.every(Boolean) && new Set(options).size === options.length && options.length <= MAX_CHOICES;
  return isFit ? { kind: 'choice', options } : { fault: 'choices-unfit' };
}

function readNumber(spec: string): SlotFormat | { fault: FormatFault } | null {
  const { word, min, max, unit = '' } = NUMBER.exec(spec)?.groups ?? {};
  if (max === undefined) return word === undefined ? null : { kind: 'number', bounds: null, unit };
  const bounds = { min: Number(min), max: Number(max) };
  return bounds.min <= bounds.max ? { kind: 'number', bounds, unit } : { fault: 'bounds-reversed' };
}

/** As it would be written by hand; `readFormat` gives the same format back. */
export function printFormat(format: SlotFormat): string {
  switch (format.kind) {
    case 'text':
      return '';
    case 'date':
      return format.offset ? printDateOffset(format.offset) : '日期';
    case 'number':
      return `数字${format.bounds ? `${format.bounds.min}-${format.bounds.max}` : ''}${format.unit}`;
    case 'choice':
      return format.options.join('/');
  }
}

/** @returns the words for the customer, or null when this is not what the slot takes */
export function showValue(format: SlotFormat, value: string, { today, locale }: FillContext): string | null {
  // One line: a line break could send the first half of a reply.
  const given = collapseWhitespace(value);
  switch (format.kind) {
    case 'text':
      return given || null;
    case 'date':
      return isDate(given) ? formatDate(given, today, locale) : null;
    case 'number':
      return showNumber(format, given);
    case 'choice':
      return format.options.includes(given) ? given : null;
  }
}

/** What a slot holds before anybody types; null where only a person can know. */
export function readOwnValue(format: SlotFormat, { today }: FillContext): string | null {
  return format.kind === 'date' && format.offset ? addToDate(today, format.offset) : null;
}

function showNumber({ bounds, unit }: SlotFormat & { kind: 'number' }, given: string): string | null {
  const plain = given.normalize('NFKC').replace(/,(?=\d{3})/g, '');
  // People type the unit as well.
  const digits = plain.endsWith(unit.trim())
    ? plain.slice(0, plain.length - unit.trim().length).trim()
    : plain;
  if (!/^\d{1,9}(?:\.\d{1,2})?$/.test(digits)) return null;
  const isWithin = !bounds || (Number(digits) >= bounds.min && Number(digits) <= bounds.max);
  return isWithin ? digits + unit : null;
}
