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

const ANY_MASK = /\[(?:手机号\*\d{4}|身份证号|银行卡\*\d{4}|邮箱)\]/g;

const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}/g;
// A run of digits that may be broken by single spaces, dots or dashes, as people type long numbers.
const DIGIT_RUN = /(?:\+|\b)?\d(?:[ \u3000.\-–—]?\d){9,22}[ -]?[Xx]?(?![0-9A-Za-z])/g;
const PHONE = /^(?:(?:00)?86)?(1[3-9]\d{9})$/;

/** @returns the text with every recognised value replaced; idempotent. */
export function maskPii(text: string): string {
  return foldFullWidth(text)
    .replace(EMAIL, MASKS.email)
    .replace(DIGIT_RUN, (run, offset: number, whole: string) => maskDigitRun(run, whole[offset - 1]));
}

/** Masks carry no meaning of their own: a search for what the customer said leaves them out. */
export function removeMasks(text: string): string {
  return text.replace(ANY_MASK, ' ');
}

function maskDigitRun(run: string, before: string | undefined): string {
  // Part of a longer word such as an order number "A1380013…": not a number a person is known by.
  if (before !== undefined && /[A-Za-z0-9]/.test(before)) return run;
  return maskDigitGroups(run.split(/([^0-9Xx]+)/));
}

/** Two numbers side by side look like one long run: tries the longest stretch of groups first, then shorter ones. */
function maskDigitGroups(pieces: string[]): string {
  for (let start = 0; start < pieces.length; start += 1) {
    for (let end = pieces.length; end > start; end -= 1) {
      const compact = pieces
        .slice(start, end)
        .join('')
        .replace(/[^0-9Xx]/g, '')
        .toUpperCase();
      const kind = recogniseNumber(compact);
      if (!kind) continue;
      const rest = end < pieces.length ? maskDigitGroups(pieces.slice(end)) : '';
      return pieces.slice(0, start).join('') + MASKS[kind](compact) + rest;
    }
  }
  return pieces.join('');
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
  const sum = [...value.slice(0, 17)].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === value[17];
}

/** 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1) and begin like a payment card. */
export function isBankCardNumber(value: string): boolean {
  return /^[2-6]\d{12,18}$/.test(value) && passesLuhn(value);
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Full-width digits, plus, at sign, dot and dash become ordinary ones; nothing else changes. */
function foldFullWidth(text: string): string {
  return text.replace(/[０-９＋＠．－Ａ-Ｚａ-ｚ]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
