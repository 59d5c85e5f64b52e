import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { formatSynonyms, parseSynonyms } from '../../knowledge/synonyms/index.ts';

const MANY = { numRuns: 1_000 };

const word = fc.oneof(
  fc.constantFrom('套餐', '资费', 'log in', 'Ａ', '#', '＃x', '', ' ', '\uFEFF', '\u200B', '\uD83D', '😀'),
  fc.string({ unit: 'binary', maxLength: 24 }),
);
const line = fc
  .array(fc.tuple(word, fc.constantFrom('=', '＝', ',', '，', '、', '/', '\t', ' ')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));
const texts = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\u2028')), { maxLength: 12 })
  .map((lines) => lines.flat().join(''));

test.prop([texts], MANY)('what was read, written and read again is the same', (text) => {
  const { groups } = parseSynonyms(text);
  expect(parseSynonyms(formatSynonyms(groups))).toEqual({ groups, problems: [] });
});

test.prop([texts], MANY)('a group is always two to twelve different words of 1 to 20 characters', (text) => {
  for (const { terms } of parseSynonyms(text).groups) {
    expect(terms.length).toBeGreaterThanOrEqual(2);
    expect(terms.length).toBeLessThanOrEqual(12);
    expect(new Set(terms).size).toBe(terms.length);
    for (const term of terms) expect([...term].length).toBeGreaterThan(0);
    for (const term of terms) expect([...term].length).toBeLessThanOrEqual(20);
  }
});
