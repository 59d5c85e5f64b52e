import { describe, expect, test } from 'vitest';
import type { Article } from '../../knowledge/articles/index.ts';
import type { SearchHit } from '../../knowledge/search/index.ts';
import {
  MAX_SUGGESTIONS,
  NO_USAGE,
  presentHits,
  suggest,
  type SuggestionInputs,
} from '../../knowledge/suggestions/index.ts';
import { makeArticle } from '../support/make-article.ts';

const hit = (articleId: string, overrides: Partial<SearchHit> = {}): SearchHit => ({
  articleId,
  score: 10,
  coverage: 0.6,
  matched: ['退款'],
  ...overrides,
});

function inputs(hits: SearchHit[], articles?: Article[]): SuggestionInputs {
  const stored = articles ?? hits.map(({ articleId }) => makeArticle({ id: articleId }));
  return { hits, articles: new Map(stored.map((a) => [a.id, a])), usage: new Map(), tone: 'warm' };
}

const idsOf = (list: ReturnType<typeof suggest>) => list.map(({ article }) => article.id);

describe('which articles get a card', () => {
  test('nothing found, no card', () => {
    expect(suggest(inputs([]))).toEqual([]);
  });

  test('one that covers too little of the question gets none, even alone', () => {
    expect(idsOf(suggest(inputs([hit('a.1', { coverage: 0.21 })])))).toEqual([]);
    expect(idsOf(suggest(inputs([hit('a.1', { coverage: 0.22 })])))).toEqual(['a.1']);
  });

  test('one without a word of evidence gets none', () => {
    expect(suggest(inputs([hit('a.1', { matched: [] })]))).toEqual([]);
  });

  test('one far behind the best gets none', () => {
    const hits = [hit('a.1'), hit('a.2', { score: 3.5 }), hit('a.3', { score: 3.4 })];
    expect(idsOf(suggest(inputs(hits)))).toEqual(['a.1', 'a.2']);
  });

  test('never more than three, in the order they were found', () => {
    const hits = ['a.5', 'a.4', 'a.3', 'a.2', 'a.1'].map((id) => hit(id));
    expect(MAX_SUGGESTIONS).toBe(3);
    expect(idsOf(suggest(inputs(hits)))).toEqual(['a.5', 'a.4', 'a.3']);
  });

  test.each(['archived', 'work-in-progress'] as const)(
    'one that is %s gets none, and the next moves up',
    (confidence) => {
      const hits = ['a.1', 'a.2', 'a.3', 'a.4'].map((id) => hit(id));
      const articles = hits.map(({ articleId }) => makeArticle({ id: articleId }));
      articles[0] = makeArticle({ id: 'a.1', confidence });
      expect(idsOf(suggest(inputs(hits, articles)))).toEqual(['a.2', 'a.3', 'a.4']);
    },
  );

  test('one that was removed meanwhile is left out', () => {
    expect(idsOf(suggest(inputs([hit('a.1'), hit('a.2')], [makeArticle({ id: 'a.2' })])))).toEqual(['a.2']);
  });
});

describe('what a card says', () => {
  test('the reply in the preferred tone, with its slots still open', () => {
    const article = makeArticle({
      id: 'a.1',
      replies: [
        { tone: 'formal', text: '正式 {{订单号}}' },
        { tone: 'warm', text: '亲切 {{订单号}}' },
      ],
    });
    expect(suggest(inputs([hit('a.1')], [article]))[0]?.template).toBe('亲切 {{订单号}}');
    const formal = suggest({ ...inputs([hit('a.1')], [article]), tone: 'formal' });
    expect(formal[0]?.template).toBe('正式 {{订单号}}');
  });

  test('what the customer said that led here', () => {
    expect(suggest(inputs([hit('a.1', { matched: ['退款没到', '三天'] })]))[0]?.matched).toEqual([
      '退款没到',
      '三天',
    ]);
  });

  test('how often it was used, or that it never was', () => {
    const usage = new Map([['a.1', { inserted: 41, helpedShare: 0.88 }]]);
    const cards = suggest({ ...inputs([hit('a.1'), hit('a.2')]), usage });
    expect(cards.map((card) => card.usage)).toEqual([{ inserted: 41, helpedShare: 0.88 }, NO_USAGE]);
  });
});

describe('search results', () => {
  test('are shown without a threshold: the agent asked for them', () => {
    const hits = [hit('a.1'), hit('a.2', { coverage: 0.1, score: 0.1, matched: [] }), hit('a.3'), hit('a.4')];
    expect(idsOf(presentHits(inputs(hits)))).toEqual(['a.1', 'a.2', 'a.3', 'a.4']);
  });
});
