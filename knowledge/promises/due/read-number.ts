/** Small numbers as people write them in time limits: `24`, `二十四`, `两`, `半`, `一两`, `two`. */

const DIGITS = '零一二三四五六七八九';
const ENGLISH: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  'forty-eight': 48,
  sixty: 60,
  'twenty-four': 24,
};

/** What a pattern takes for a number; folded to simplified characters and half width. */
export const CHINESE_NUMBER = String.raw`(?:\d{1,4}(?:\.\d)?|[零〇一二两三四五六七八九十百俩半]{1,6})`;
export const ENGLISH_NUMBER = String.raw`(?:\d{1,4}(?:\.\d)?|${Object.keys(ENGLISH)
  .toSorted((left, right) => right.length - left.length)
  .join('|')})`;

/** Of two in a row, as in `一两天` and `三五天`, the larger one counts. */
export function readChineseNumber(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  if (written === '半') return 0.5;
  const text = written.replace('〇', '零').replace(/[两俩]/g, '二');
  const [, hundreds, tens, ones = ''] = /^(?:(.?)百)?(?:(.?)十)?(.*)$/u.exec(text) ?? [];
  return readPlace(hundreds, 100) + readPlace(tens, 10) + readDigit(ones, 0);
}

/** "十" alone is one ten. */
function readPlace(digit: string | undefined, worth: number): number {
  return digit === undefined ? 0 : readDigit(digit.replace('零', ''), 1) * worth;
}

export function readEnglishNumber(written: string): number {
  return /^\d/.test(written) ? Number(written) : (ENGLISH[written.toLowerCase()] ?? 1);
}

function readDigit(text: string, absent: number): number {
  const last = text.at(-1);
  return last === undefined ? absent : Math.max(0, DIGITS.indexOf(last));
}
