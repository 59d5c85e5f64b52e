/**
 * Masks what identifies a customer before text leaves the console's page: mainland mobile numbers,
 * resident identity numbers (GB 11643 checksum), bank cards (Luhn) and e-mail addresses.
 * Runs in the content script, so it depends on nothing.
 */

export type PiiKind = 'phone' | 'identity' | 'bank-card' | 'email';

/** Written for the person who reads the transcript; the same in every language of the panel. */
const MASKS: Record<PiiKind, (value: string) => string> = {
  phone: (digits) => `[手机号*${digits.slice(-4)}]`,
  identity: () => '[身份证号]',
  'bank-card': (digits) => `[银行卡*${digits.slice(-4)}]`,
  email: () => '[邮箱]',
};

/** Every mask there is, to find what stands in place of a value. */
export const ANY_MASK = /\[(?:手机号\*\d{4}|身份证号|银行卡\*\d{4}|邮箱)\]/g;

const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}/g;
// Groups of digits with single spaces, dots or dashes between them, as people type long numbers. A group that
// touches a letter belongs to a word such as the order number "A1380013…": nobody is known by that.
const DIGIT_GROUPS = /(?<![0-9A-Za-z])\+?\d+[Xx]?(?:[ \u3000.\-–—](?:\d+[Xx]?|[Xx]))*(?![0-9A-Za-z])/g;
/** Of the longest number recognised here, a bank card. */
const MAX_DIGITS = 19;
const PHONE = /^(?:(?:00)?86)?(1[3-9]\d{9})$/;

/** @returns the text with every recognised value replaced; idempotent. */
export function maskPii(text: string): string {
  return foldFullWidth(text).replace(EMAIL, MASKS.email).replace(DIGIT_GROUPS, maskDigitGroups);
}

/** Masks carry no meaning of their own: a search for what the customer said leaves them out. */
export function removeMasks(text: string): string {
  return text.replace(ANY_MASK, ' ');
}

/** Numbers side by side look like one: every stretch of groups that is a number goes, whatever is beside it. */
function maskDigitGroups(run: string): string {
  // Groups at even places, what separates them at odd ones.
  const pieces = run.split(/([^0-9Xx]+)/);
  let masked = '';
  let at = 0;
  while (at < pieces.length) {
    const number = findNumber(pieces, at);
    masked += number ? MASKS[number.kind](number.compact) : (pieces[at] ?? '');
    at = number ? findEndOfOverlap(pieces, at, number.end) : at + 1;
  }
  return masked;
}

interface FoundNumber {
  kind: PiiKind;
  compact: string;
  /** Place after its last group. */
  end: number;
}

/** The longest stretch of groups from here on that is a number. */
function findNumber(pieces: readonly string[], start: number): FoundNumber | null {
  if (start % 2 !== 0) return null;
  let longest: FoundNumber | null = null;
  let compact = '';
  for (let at = start; at < pieces.length && compact.length < MAX_DIGITS; at += 2) {
    compact += (pieces[at] ?? '').toUpperCase();
    const kind = recogniseNumber(compact);
    if (kind) longest = { kind, compact, end: at + 1 };
  }
  return longest;
}

/** A number and a bit of its neighbour can pass a check by chance: then the neighbour goes as well. */
function findEndOfOverlap(pieces: readonly string[], start: number, firstEnd: number): number {
  let end = firstEnd;
  for (let at = start + 2; at < end; at += 2) end = Math.max(end, findNumber(pieces, at)?.end ?? 0);
  return end;
}

function recogniseNumber(compact: string): PiiKind | null {
  if (PHONE.test(compact)) return 'phone';
  if (isResidentIdentityNumber(compact)) return 'identity';
  if (isBankCardNumber(compact)) return 'bank-card';
  return null;
}

/** 18 characters: region, birth date, sequence, ISO 7064 MOD 11-2 check character (GB 11643-1999). */
export function isResidentIdentityNumber(value: string): boolean {
  const match = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(value);
  if (!match || !isDate(Number(match[1]), Number(match[2]), Number(match[3]))) return false;
  const sum = Array.from(value.slice(0, 17)).reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === value[17];
}

/**
 * 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1) and begin like a payment card. Of what begins
 * with 2 only Mastercard's 22 to 27 does: order numbers that start with a year do not. Of what begins with 9
 * only old cards of two Chinese banks do, 95588 (ICBC) and 95599 (ABC), of 16 digits and more.
 */
export function isBankCardNumber(value: string): boolean {
  return /^(?:(?:2[2-7]|[3-6]\d)\d{11,17}|955(?:88|99)\d{11,14})$/.test(value) && passesLuhn(value);
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Every character keeps its place. Full-width digits, plus, at sign, dot and dash become ordinary ones; nothing else changes. */
export function foldFullWidth(text: string): string {
  return text.replace(/[０-９＋＠．－Ａ-Ｚａ-ｚ]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
