/** The panel's light reading of a query agrees with the search's own, whatever is typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropFilters, hasFilters, readWords } from '../../components/search/typed-query.ts';
import { readTypedQuery } from '../../knowledge/search/index.ts';
import { foldToLetters } from '../../utils/text/fold-to-letters.ts';

const PIECES = [
  '退款',
  'refund',
  'tag:',
  'tag:退款',
  'in:title',
  'LINE：sim',
  'state:"a b"',
  'family:“甲 乙”',
  '"in full"',
];
const queries = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, '「整句」', 'http://x', 'tag', ':', '"', '”'), fc.string()), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(' '));

const listFilterValues = (query: string) => Object.values(readTypedQuery(query).filters).flat();

describe('a typed query', () => {
  it.each([
    ['退款 tag:发票 多久', '退款 多久', '退款 多久', true],
    ['tag:发票', '', '', true],
    ['tag: 退款', '退款', '退款', false],
    ['state:"" 退款', '退款', '退款', false],
    ['"整句" 退款', '"整句" 退款', '整句 退款', false],
    ['line:"after sales" x', 'x', 'x', true],
    ['http://x', 'http://x', 'http://x', false],
  ])('%j without filters', (query, dropped, words, isFiltered) => {
    expect([dropFilters(query), readWords(query), hasFilters(query)]).toEqual([dropped, words, isFiltered]);
  });

  it('has filters where the search sees some', () => {
    fc.assert(
      fc.property(queries, (query) => {
        // A value without a letter or digit may be nothing after the search has tidied it.
        fc.pre(/^[\p{L}\p{N}\s:："“”「」/]*$/u.test(query));
        expect(hasFilters(query)).toBe(listFilterValues(query).length > 0);
      }),
    );
  });

  it('asks with the words the search looks for', () => {
    fc.assert(
      fc.property(queries, (query) => {
        fc.pre(/^[a-z\p{Script=Han}\s:："“”「」/]*$/u.test(query));
        const { text, phrases } = readTypedQuery(query);
        const sorted = (words: string) => [...foldToLetters(words)].toSorted().join('');
        expect(sorted(readWords(query))).toBe(sorted([text, ...phrases].join(' ')));
      }),
    );
  });

  it('is free of filters once they are dropped', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(hasFilters(dropFilters(query))).toBe(false);
      }),
    );
  });
});
