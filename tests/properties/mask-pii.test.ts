import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { maskPii, removeMasks } from '../../knowledge/privacy/index.ts';
import {
  cardNumbers,
  identityNumbers,
  mailAddresses,
  phoneNumbers,
  toFullWidth,
  writeInGroups,
} from '../support/make-personal-data.ts';

/** Long enough to meet rare coincidences, such as neighbours that pass the Luhn check together. */
const MANY = { numRuns: 2_000 };

const written = (numbers: fc.Arbitrary<string>) =>
  fc
    .tuple(numbers, fc.constantFrom('', ' ', '-', '　', '.'), fc.constantFrom(3, 4, 6), fc.boolean())
    .map(([value, separator, size, isFullWidth]) => {
      const grouped = writeInGroups(value, separator, size);
      return { value, text: isFullWidth ? toFullWidth(grouped) : grouped };
    });

const spelledNumbers = fc.oneof(written(phoneNumbers), written(identityNumbers), written(cardNumbers));

/** What stands around a number: words, small numbers, other people's numbers, in every kind of spacing. */
const surroundings = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '我的电话是',
        '，',
        '。',
        '：',
        '（',
        '）',
        '😀',
        '\n',
        '-',
        ' ',
        '　',
        '！',
        '+86 ',
        'a@',
      ),
      fc.nat({ max: 99_999 }).map((number) => ` ${number} `),
      fc.constantFrom(' 2026-11-18 ', ' SF1234567890 ', ' 5G ', ' 订单202611180042 '),
      spelledNumbers.map(({ text }) => ` ${text} `),
      fc.string({ unit: fc.constantFrom('卡', '换', '退', '？', '…'), maxLength: 6 }),
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(''));

/** A letter or digit that touches a number makes it part of a longer word: then it is no number. */
const endsOpen = (text: string) => !/[0-9A-Za-z０-９]$/.test(text);
const startsOpen = (text: string) => !/^[0-9A-Za-z０-９]/.test(text);

const onlyDigits = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[ .\-–—\u3000]/g, '')
    .toUpperCase();

describe('no personal data survives, whatever stands around it', () => {
  test.prop([surroundings.filter(endsOpen), spelledNumbers, surroundings.filter(startsOpen)], MANY)(
    'numbers',
    (before, { value, text }, after) => {
      expect(onlyDigits(maskPii(before + text + after))).not.toContain(value);
    },
  );

  test.prop([surroundings.filter(endsOpen), phoneNumbers, surroundings.filter(startsOpen)], MANY)(
    'not even half of a phone number written in groups',
    (before, phone, after) => {
      const lastEight = writeInGroups(phone.slice(3), ' ');
      const masked = maskPii(`${before} ${phone.slice(0, 3)} ${lastEight} ${after}`);
      expect(masked).not.toContain(lastEight);
    },
  );

  test.prop([surroundings.filter(endsOpen), mailAddresses, surroundings.filter(startsOpen)], MANY)(
    'mail addresses',
    (before, address, after) => {
      expect(maskPii(before + address + after)).not.toContain(address);
    },
  );
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'0123456789Xx+-. @a[]*手机号邮箱'), maxLength: 80 }),
  surroundings,
);

describe('masking any text at all', () => {
  test.prop([anything], MANY)('twice is the same as once', (text) => {
    const once = maskPii(text);
    expect(maskPii(once)).toBe(once);
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 500 })], MANY)('never throws', (text) => {
    expect(typeof removeMasks(maskPii(text))).toBe('string');
  });

  test.prop([anything])('leaves no mask behind once masks are removed', (text) => {
    const removed = removeMasks(maskPii(text));
    expect(removed).not.toMatch(/\[(手机号\*\d{4}|身份证号|银行卡\*\d{4}|邮箱)\]/);
  });
});

describe('hostile lengths are read in time', () => {
  const HOSTILE = {
    'one endless number': '1'.repeat(100_000),
    'an endless number before a letter': `${'1'.repeat(100_000)}a`,
    'digits in endless groups': '1 '.repeat(50_000),
    'phone numbers without end': '13800138000 '.repeat(8_000),
    'an address without an end': 'a'.repeat(100_000),
    'an address that never finishes': 'a@'.repeat(50_000),
    'dots after the at sign': `a@${'b.'.repeat(50_000)}`,
  };
  test.each(Object.entries(HOSTILE))('%s', (_what, text) => {
    const start = performance.now();
    maskPii(text);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
