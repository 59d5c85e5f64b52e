import { describe, expect, it } from 'vitest';
import { completeFilter, listFilterValues, pickFiltered } from '../../components/search/complete-filter.ts';
import { findFilterWord, placeFilterValue } from '../../components/search/filter-word.ts';
import type { ArticleRow } from '../../knowledge/knowledge-base.ts';
import { FIELD_NAMES } from '../../knowledge/search/index.ts';
import { makeArticle } from '../support/make-article.ts';

const row = (change: Partial<ArticleRow>): ArticleRow => ({
  ...makeArticle(change),
  v: 1,
  packId: 'telecom',
  updatedAt: 1,
  ...change,
});

describe('the word at the caret', () => {
  it.each([
    ['tag:退', 5, { name: 'tag', typed: '退', start: 0, end: 5 }],
    ['退款 state:', 9, { name: 'state', typed: '', start: 3, end: 9 }],
    ['TAG：退', 5, { name: 'tag', typed: '退', start: 0, end: 5 }],
    ['tag:退款 多久', 5, { name: 'tag', typed: '退', start: 0, end: 6 }],
    ['退款 line:"after sales" 多久', 19, { name: 'line', typed: 'after sale', start: 3, end: 21 }],
    ['line:"after sales"', 18, { name: 'line', typed: 'after sales', start: 0, end: 18 }],
    ['line:“after sales”', 11, { name: 'line', typed: 'after', start: 0, end: 18 }],
    ['line:"after sa', 14, { name: 'line', typed: 'after sa', start: 0, end: 14 }],
    ['line:"', 6, { name: 'line', typed: '', start: 0, end: 6 }],
    ['tag:a line:"x y" tag:b', 22, { name: 'tag', typed: 'b', start: 17, end: 22 }],
  ] as const)('of %j at %d is a filter', (text, caret, word) => {
    expect(findFilterWord(text, caret)).toEqual(word);
  });

  it.each([
    ['退款', 2],
    ['tag', 3],
    ['tag:退款 多久', 9],
    ['line:"after sales" 多久', 21],
    ['http://x', 8],
    ['', 0],
  ])('of %j at %d is none', (text, caret) => {
    expect(findFilterWord(text, caret)).toBeNull();
  });

  it('gets quotes around a value with spaces', () => {
    const word = { name: 'line', typed: '', start: 3, end: 8 } as const;
    expect(placeFilterValue('退款 line: 多久', word, 'after sales')).toEqual({
      text: '退款 line:"after sales" 多久',
      caret: '退款 line:"after sales" '.length,
    });
  });
});

describe('the values of a filter', () => {
  const values = listFilterValues(
    [
      row({ id: '1', tags: ['退款', '退款'], productLine: 'billing', complaintFamily: 'refund-missing' }),
      row({ id: '2', tags: ['退款', 'refund'], productLine: 'billing', aliases: [] }),
      row({ id: '3', tags: ['发票'], productLine: 'invoice', confidence: 'archived' }),
    ].map(pickFiltered),
    (name, value) => (name === 'state' ? `state ${value}` : value),
  );

  it('count each article once, and archived ones not at all', () => {
    expect(values.tag).toEqual([
      { value: '退款', label: '退款', count: 2 },
      { value: 'refund', label: 'refund', count: 1 },
    ]);
    expect(values.line).toEqual([{ value: 'billing', label: 'billing', count: 2 }]);
    expect(values.family.map(({ value }) => value)).toEqual(['refund-missing']);
    expect(values.in.map(({ value, count }) => [value, count])).toEqual([
      ['reply', 2],
      ['tag', 2],
      ['title', 2],
      ['alias', 1],
    ]);
    expect(values.state).toEqual([{ value: 'validated', label: 'state validated', count: 2 }]);
  });

  it('of `in:` are fields the search knows', () => {
    expect(values.in.map(({ value }) => value).toSorted()).toEqual([...FIELD_NAMES].toSorted());
  });

  it('are found with a typing mistake, and by what people call them', () => {
    const find = (name: 'tag' | 'state', typed: string) =>
      completeFilter(values, { name, typed, start: 0, end: 0 }).map(({ value }) => value);
    expect(find('tag', 'refnud')).toEqual(['refund']);
    expect(find('state', 'state')).toEqual(['validated']);
    expect(find('tag', '没有')).toEqual([]);
  });

  it('are not offered once one stands there in full', () => {
    expect(completeFilter(values, { name: 'tag', typed: '退款', start: 0, end: 0 })).toEqual([]);
  });
});
