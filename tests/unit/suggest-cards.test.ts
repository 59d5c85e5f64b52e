import { describe, expect, test } from 'vitest';
import {
  judgeGap,
  MIN_CONFIDENCE,
  NO_USAGE,
  presentHits,
  suggest,
} from '../../knowledge/suggestions/index.ts';
import {
  makePlainArticle as plain,
  makeSuggestionHit as hit,
  makeSuggestionInputs as inputs,
  readCardIds as idsOf,
} from '../support/make-suggestion-inputs.ts';

describe('what a card says', () => {
  test('the reply in the preferred tone, with its slots still open', () => {
    const article = plain('a.1', {
      replies: [
        { tone: 'formal', text: '正式 {{订单号}}' },
        { tone: 'warm', text: '亲切 {{订单号}}' },
      ],
    });
    const all = inputs([hit('a.1')], [article]);
    expect(suggest(all)[0]?.template).toBe('亲切 {{订单号}}');
    expect(suggest({ ...all, tone: 'formal' })[0]?.template).toBe('正式 {{订单号}}');
  });

  test('what the customer said that led here', () => {
    const cards = suggest(inputs([hit('a.1', { matched: ['退款没到', '三天'] })]));
    expect(cards[0]?.matched).toEqual(['退款没到', '三天']);
  });

  test('how often it was used, or that it never was', () => {
    const usage = new Map([['a.1', { inserted: 41, helpedShare: 0.88 }]]);
    const cards = suggest({ ...inputs([hit('a.1'), hit('a.2')]), usage });
    expect(cards.map((card) => card.usage)).toEqual([{ inserted: 41, helpedShare: 0.88 }, NO_USAGE]);
  });
});

describe('search results', () => {
  const hits = [
    hit('a.1'),
    hit('a.2', { confidence: 0.01, coverage: 0.1, matched: [] }),
    hit('a.3'),
    hit('a.4', { confidence: 1 }),
  ];

  test('are all shown, in the order they were found: the agent asked for them', () => {
    const known = inputs(hits, [plain('a.3', { confidence: 'work-in-progress' })]);
    expect(idsOf(presentHits(hits, known))).toEqual(['a.1', 'a.2', 'a.3', 'a.4']);
  });

  test('leave out what was removed meanwhile', () => {
    expect(idsOf(presentHits(hits, inputs([hit('a.2')])))).toEqual(['a.2']);
  });
});

describe('a missing article', () => {
  const judge = (...confidences: number[]) =>
    judgeGap({ isAsked: true, hits: confidences.map((confidence, at) => hit(`a.${at}`, { confidence })) });

  test.each([
    ['nothing was found', [], 'nothing-found'],
    ['nothing near was found', [0.019, 0.01], 'nothing-found'],
    ['only something doubtful was found', [0.01, 0.03], 'unsure'],
    ['it falls just short of a card', [MIN_CONFIDENCE - 0.001], 'unsure'],
    ['something was good enough for a card', [0.05, MIN_CONFIDENCE], null],
  ] as const)('when %s', (_what, confidences, reason) => {
    expect(judge(...confidences)).toBe(reason);
  });

  test('is not shown by a greeting', () => {
    expect(judgeGap({ isAsked: false, hits: [] })).toBeNull();
  });
});
