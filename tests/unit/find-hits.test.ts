import { describe, expect, test } from 'vitest';
import { makeArticle } from '../support/make-article.ts';
import { makeSearchIndex } from '../support/make-search-index.ts';
import { makeSuggestionHit as hit } from '../support/make-suggestion-inputs.ts';
import { SEARCH_ARTICLES } from '../support/search-articles.ts';
import { findHits, MIN_CONFIDENCE } from '../../knowledge/suggestions/index.ts';
import type { SearchHit } from '../../knowledge/search/index.ts';

const INDEX = makeSearchIndex(SEARCH_ARTICLES);

function find(message: string, ...earlier: string[]) {
  return findHits(INDEX, { message, earlier });
}

const idsOf = (found: ReturnType<typeof find>) => found.hits.map(({ articleId }) => articleId);

/** Answers from a table, and remembers what it was asked. */
function makeIndex(answers: Record<string, SearchHit[]>) {
  const asked: string[] = [];
  const search = (question: string) => {
    asked.push(question);
    return answers[question] ?? [];
  };
  return { index: { search }, asked };
}

describe('what a message asks', () => {
  test('is looked for without the greeting around it', () => {
    const [best] = find('你好，我想问一下，退款多久到账，谢谢').hits;
    expect(best).toMatchObject({ articleId: 'refund-time', confidence: 1, ask: '退款多久到账' });
  });

  test('is looked for without the politeness in it', () => {
    const [best] = find('你好请问一下退款多久到账谢谢').hits;
    expect(best?.articleId).toBe('refund-time');
    expect(best?.confidence).toBeGreaterThan(0.8);
  });

  test('is looked for each by itself', () => {
    const { hits } = find('退款多久到账？公司名称写错了怎么办');
    expect(hits.find(({ articleId }) => articleId === 'refund-time')?.ask).toBe('退款多久到账');
    expect(hits.find(({ articleId }) => articleId === 'invoice-title')?.ask).toBe('公司名称写错了怎么办');
  });

  test('finds an article once, for what it answers best', () => {
    const { index } = makeIndex({
      退款怎么还没到账: [hit('a.1', { confidence: 0.3 }), hit('a.2', { confidence: 0.5 })],
      退款要等多少天: [hit('a.1', { confidence: 0.7 })],
    });
    const { hits } = findHits(index, { message: '退款怎么还没到账，退款要等多少天', earlier: [] });
    expect(hits.map(({ articleId, ask }) => [articleId, ask])).toEqual([
      ['a.1', '退款要等多少天'],
      ['a.2', '退款怎么还没到账'],
    ]);
  });

  test('comes best first, and in the order of ids where two are as likely', () => {
    const { index } = makeIndex({
      退款怎么还没到账: [hit('a.3'), hit('a.1'), hit('a.2', { confidence: 0.9 })],
    });
    const { hits } = findHits(index, { message: '退款怎么还没到账', earlier: [] });
    expect(hits.map(({ articleId }) => articleId)).toEqual(['a.2', 'a.1', 'a.3']);
  });
});

describe('nothing is looked for', () => {
  test.each(['在吗', '好的谢谢', '13800138000', '[微笑]', 'https://item.example.com/1'])('%s', (message) => {
    const { index, asked } = makeIndex({});
    expect(findHits(index, { message, earlier: ['退款多久到账'] })).toEqual({ isAsked: false, hits: [] });
    expect(asked).toEqual([]);
  });

  test('and yet something was asked, when nothing is found', () => {
    expect(findHits(makeIndex({}).index, { message: '退款怎么还没到账', earlier: [] })).toEqual({
      isAsked: true,
      hits: [],
    });
  });
});

describe('one word', () => {
  test('is not yet a question', () => {
    expect(idsOf(find('退款'))).toEqual([]);
    expect(INDEX.search('退款', 5).map(({ articleId }) => articleId)).toContain('refund-time');
  });

  test('unless it is an article’s very name', () => {
    const named = makeArticle({ id: 'sub-card', title: '副卡', aliases: [] });
    const { hits } = findHits(makeSearchIndex([...SEARCH_ARTICLES, named]), { message: '副卡', earlier: [] });
    expect(hits.map(({ articleId, confidence }) => [articleId, confidence])).toEqual([['sub-card', 1]]);
  });
});

describe('pinyin', () => {
  test.each(['tuikuan', 'kuandai', 'haode', 'mingbai le', 'xiexie'])('is for search boxes: %s', (message) => {
    expect(idsOf(find(message))).toEqual([]);
  });

  test('finds in the search box what it does not find in a message', () => {
    expect(INDEX.search('kuandai', 5).map(({ articleId }) => articleId)).toContain('broadband-down');
  });
});

describe('what alone says too little', () => {
  test('is looked for with what was said before as well', () => {
    const { index, asked } = makeIndex({});
    findHits(index, { message: '那多久呢', earlier: ['优惠券用不了', '你好，我要退款，谢谢'] });
    expect(asked).toEqual(['那多久呢', '我要退款 那多久呢']);
  });

  test('finds what is meant', () => {
    expect(find('能换吗').hits.filter(({ confidence }) => confidence >= MIN_CONFIDENCE)).toEqual([]);
    expect(find('能换吗', '衣服买小了，尺码不合适').hits[0]).toMatchObject({
      articleId: 'exchange',
      ask: '能换吗',
    });
  });

  test('is a little less sure: what was said before may be another matter', () => {
    const { index } = makeIndex({
      那多久呢: [hit('a.1', { confidence: 0.4 })],
      '我要退款 那多久呢': [hit('a.1', { confidence: 0.4 }), hit('a.2', { confidence: 0.4 })],
    });
    const { hits } = findHits(index, { message: '那多久呢', earlier: ['我要退款'] });
    expect(hits.map(({ articleId, confidence }) => [articleId, confidence])).toEqual([
      ['a.1', 0.4],
      ['a.2', 0.34],
    ]);
  });

  test.each([
    ['a whole question needs none of it', '这件衣服退款多久才能到账呢', '优惠券用不了'],
    ['thanks said before add nothing', '那多久呢', '好的谢谢'],
  ])('%s', (_what, message, earlier) => {
    const { index, asked } = makeIndex({});
    findHits(index, { message, earlier: [earlier] });
    expect(asked).toEqual([message]);
  });
});
