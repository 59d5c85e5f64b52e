import { describe, expect, test } from 'vitest';
import { buildSegment, matchesLiterally, needsText, readTypedQuery } from '../../knowledge/search/index.ts';
import { filterSegment } from '../../knowledge/search/index/facets.ts';
import { makeArticle } from '../support/make-article.ts';
import { findTypedIds, makeSearchIndex } from '../support/make-search-index.ts';

const NO_FILTERS = { tag: [], in: [], line: [], family: [], state: [] };

describe('what was typed', () => {
  test.each([
    ['before', 'tag:退款 多久到账'],
    ['after', '多久到账 tag:退款'],
    ['between', '多久 tag:退款 到账'],
    ['in capitals', 'TAG:退款 多久到账'],
    ['with a full-width colon', 'tag：退款 多久到账'],
    ['in straight quotes', 'tag:"退款" 多久到账'],
    ['in curly quotes', 'tag:“退款” 多久到账'],
    ['in traditional characters', 'tag:退款 多久到賬'.replace('賬', '账')],
  ])('has its filter %s the words', (_where, query) => {
    const { text, filters, phrases } = readTypedQuery(query);
    expect(filters).toEqual({ ...NO_FILTERS, tag: ['退款'] });
    expect(text.replaceAll(' ', '')).toBe('多久到账');
    expect(phrases).toEqual([]);
  });

  test('can have several filters, and values with spaces', () => {
    expect(
      readTypedQuery('line:号卡 tag:退款 tag:"两个 词" state:validated family:Refund in:title').filters,
    ).toEqual({
      tag: ['退款', '两个 词'],
      in: ['title'],
      line: ['号卡'],
      family: ['refund'],
      state: ['validated'],
    });
  });

  test.each(['"没有到账"', '“没有到账”', '「没有到账」'])('has a phrase in %s', (quoted) => {
    expect(readTypedQuery(`退款${quoted}呢`)).toEqual({
      text: '退款 呢',
      phrases: ['没有到账'],
      filters: NO_FILTERS,
    });
  });

  test.each([
    ['an unknown filter', 'color:red 退款'],
    ['a filter inside a word', 'hashtag:退款'],
    ['a time', '18:30 退款'],
    ['a link', 'https://example.com 退款'],
    ['half a phrase', '"退款'],
  ])('stays text when it is %s', (_what, query) => {
    expect(readTypedQuery(query)).toEqual({ text: query, phrases: [], filters: NO_FILTERS });
  });

  test.each(['tag:', 'tag: ', 'tag:""', '""', '“”', '「」', '" "'])(
    'is nothing when it is only %j',
    (query) => {
      const { filters, phrases } = readTypedQuery(query);
      expect({ filters, phrases }).toEqual({ filters: NO_FILTERS, phrases: [] });
    },
  );

  test('values and phrases are in the form articles are compared in', () => {
    expect(readTypedQuery('tag:ＡＢＣ "簡訊 OK"')).toMatchObject({
      filters: { tag: ['abc'] },
      phrases: ['简讯 ok'],
    });
  });

  test('is cut when it has no end', () => {
    expect(readTypedQuery('退'.repeat(100_000)).text.length).toBeLessThanOrEqual(2_000);
  });
});

const ARTICLE = makeArticle({
  id: 'a.1',
  title: '退款多久到账',
  aliases: ['钱怎么还没退回来', '簡訊說退了'],
  tags: ['售后', '高频'],
  replies: [{ tone: 'formal', text: 'Your refund 已经提交。' }],
  productLine: '号卡',
  complaintFamily: 'refund',
});
const matches = (query: string) => matchesLiterally(ARTICLE, readTypedQuery(query));

describe('exact words', () => {
  test.each([
    ['"多久到账"', true],
    ['"多久到帐"', false],
    ['"到账多久"', false],
    ['"还没退回来"', true],
    ['"YOUR REFUND"', true],
    ['"简讯说退了"', true],
    ['"高频"', true],
    ['"多久到账" "已经提交"', true],
    ['"多久到账" "没有这句"', false],
    ['完全别的话', true],
  ])('%s: %s', (query, isThere) => {
    expect(matches(query)).toBe(isThere);
  });

  test.each([
    ['in:title 到账', true],
    ['in:title 提交', false],
    ['in:reply 提交', true],
    ['in:alias 钱 退回来', true],
    ['in:tag 售后', true],
    ['in:标题 到账', true],
    ['in:相似问 到账', false],
    ['in:话术 提交', true],
    ['in:标签 售后', true],
    ['in:title in:reply 到账 提交', true],
    ['in:title "已经提交"', false],
    ['in:nowhere 到账', true],
    ['in:constructor 到账', true],
    ['in:__proto__ 到账', true],
    ['in:title', true],
  ])('in one field: %s: %s', (query, isThere) => {
    expect(matches(query)).toBe(isThere);
  });

  test('need the article’s text, other queries do not', () => {
    expect(['"退款"', 'in:title 退款'].map((query) => needsText(readTypedQuery(query)))).toEqual([
      true,
      true,
    ]);
    expect(['退款', 'tag:退款', ''].map((query) => needsText(readTypedQuery(query)))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

const OTHER = makeArticle({
  id: 'a.2',
  title: '退款失败怎么办',
  aliases: [],
  tags: ['支付', '售后服务'],
  replies: [{ tone: 'formal', text: '请换一张卡。' }],
  productLine: '宽带',
  confidence: 'not-validated',
});

describe('filters', () => {
  const segment = buildSegment([ARTICLE, OTHER]);
  const pass = (query: string) => {
    const isWanted = filterSegment(segment, readTypedQuery(query).filters);
    return [0, 1].filter((position) => isWanted(position));
  };

  test.each([
    ['', [0, 1]],
    ['tag:高频', [0]],
    ['tag:售后', [0, 1]],
    ['tag:售后服务', [1]],
    ['tag:号卡', []],
    ['line:号卡', [0]],
    ['line:号卡 line:宽带', [0, 1]],
    ['line:号卡 tag:支付', []],
    ['family:refund', [0]],
    ['family:fund', [0]],
    ['state:validated', [0, 1]],
    ['state:not-validated', [1]],
    ['state:not', [1]],
    ['in:title', [0, 1]],
  ])('%j let through %j', (query, positions) => {
    expect(pass(query)).toEqual(positions);
  });

  test('narrow a search, and follow what changes', () => {
    const index = makeSearchIndex([ARTICLE, OTHER]);
    expect(findTypedIds(index, '退款').toSorted()).toEqual(['a.1', 'a.2']);
    expect(findTypedIds(index, '退款 line:宽带')).toEqual(['a.2']);
    index.upsert([{ ...OTHER, productLine: '号卡' }]);
    expect(findTypedIds(index, '退款 line:宽带')).toEqual([]);
    expect(findTypedIds(index, '退款 line:号卡').toSorted()).toEqual(['a.1', 'a.2']);
    index.remove(['a.1']);
    expect(findTypedIds(index, '退款 line:号卡')).toEqual(['a.2']);
  });

  test('alone list everything that passes, in the order of ids, without a guess', () => {
    const index = makeSearchIndex([OTHER, ARTICLE]);
    expect(index.searchTyped('tag:售后', 5)).toMatchObject({
      hits: [{ articleId: 'a.1' }, { articleId: 'a.2' }],
      didYouMean: null,
    });
    expect(findTypedIds(index, 'tag:售后', 1)).toEqual(['a.1']);
    expect(findTypedIds(index, 'tag:没有')).toEqual([]);
  });

  test('nothing typed finds nothing', () => {
    expect(makeSearchIndex([ARTICLE]).searchTyped('  ', 5)).toEqual({ hits: [], didYouMean: null });
  });
});

describe('did you mean', () => {
  const index = makeSearchIndex([
    makeArticle({ id: 'a.app', title: 'app退款', aliases: [], tags: [] }),
    makeArticle({ id: 'a.order', title: '订单退款', aliases: [], tags: [] }),
    makeArticle({ id: 'a.en', title: 'Warranty received', aliases: ['where is my money'], tags: [] }),
  ]);
  const guess = (query: string) => index.searchTyped(query, 5).didYouMean;

  test('writes what sounds the same as the articles do', () => {
    expect(guess('订单退宽')).toBe('订单退款');
    expect(guess('我的订单退宽呢')).toBe('我的订单退款呢');
  });

  test('leaves words in Latin script beside it as they are', () => {
    expect(guess('app退宽')).toBe('app退款');
  });

  test('never proposes what was typed', () => {
    for (const query of ['订单，退宽', '订 单 退 宽', '订单退款', 'warranty', '完全别的', '😀']) {
      expect([query, guess(query)]).not.toEqual([query, query]);
    }
    expect(guess('订单退款')).toBeNull();
  });

  test('mends a word at the end of a name and one at the beginning of the next', () => {
    expect(guess('recieved')).toBe('received');
    expect(guess('wherre')).toBe('where');
  });

  test('mends no word that is known, short or far from all others', () => {
    expect(guess('warranty received')).toBeNull();
    expect(guess('mon')).toBeNull();
    expect(guess('electroencephalogram')).toBeNull();
  });
});
