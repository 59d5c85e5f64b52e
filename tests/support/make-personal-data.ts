/**
 * Arbitraries for what identifies a person. Check digits are computed here from the standards' own
 * tables, not with the code under test.
 */
import fc from 'fast-check';

const digits = (length: number) =>
  fc.array(fc.nat({ max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

export const phoneNumbers = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`);

/** GB 11643-1999, table of weights and of check characters. */
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECKS = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

function completeIdentityNumber(first17: string): string {
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return first17 + IDENTITY_CHECKS[sum % 11];
}

export const identityNumbers = fc
  .tuple(
    fc.integer({ min: 110_000, max: 659_004 }),
    fc.date({
      min: new Date('1930-01-01T00:00:00Z'),
      max: new Date('2026-01-01T00:00:00Z'),
      noInvalidDate: true,
    }),
    digits(3),
  )
  .map(([region, birth, sequence]) =>
    completeIdentityNumber(`${region}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${sequence}`),
  );

/** ISO/IEC 7812-1, annex B: counted from the right, every second digit doubled. */
function completeCardNumber(allButLast: string): string {
  const sum = [...allButLast].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return allButLast + String((10 - (sum % 10)) % 10);
}

/** UnionPay, Visa, Mastercard (both ranges), American Express, JCB; old cards of two Chinese banks. */
export const cardNumbers = fc
  .oneof(
    fc.tuple(fc.constantFrom('62', '4', '51', '2221', '37', '35'), fc.integer({ min: 13, max: 19 })),
    fc.tuple(fc.constantFrom('95588', '95599'), fc.integer({ min: 16, max: 19 })),
  )
  .chain(([prefix, length]) =>
    digits(length - 1 - prefix.length).map((rest) => completeCardNumber(prefix + rest)),
  );

const mailWord = fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/);
export const mailAddresses = fc
  .tuple(mailWord, fc.constantFrom('', '.', '_', '+', '-'), mailWord, mailWord, fc.constantFrom('com', 'cn'))
  .map(([first, joint, second, domain, top]) => `${first}${joint}${second}@${domain}.${top}`);

/** As people type long numbers: in groups of four or three, with one separator. */
export const writeInGroups = (value: string, separator: string, size = 4): string =>
  value.match(new RegExp(`.{1,${size}}`, 'g'))?.join(separator) ?? value;

export const toFullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
