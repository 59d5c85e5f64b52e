import { describe, expect, test } from 'vitest';
import { MAX_SUGGESTIONS, MIN_CONFIDENCE, suggest } from '../../knowledge/suggestions/index.ts';
import {
  makePlainArticle as plain,
  makeSuggestionHit as hit,
  makeSuggestionInputs as inputs,
  readCardIds as idsOf,
} from '../support/make-suggestion-inputs.ts';

describe('which articles get a card', () => {
  test('nothing found, no card', () => {
    expect(suggest(inputs([]))).toEqual([]);
  });

  test('one that is less likely than the threshold gets none, even alone', () => {
    expect(idsOf(suggest(inputs([hit('a.1', { confidence: MIN_CONFIDENCE - 0.001 })])))).toEqual([]);
    expect(idsOf(suggest(inputs([hit('a.1', { confidence: MIN_CONFIDENCE })])))).toEqual(['a.1']);
  });

  test('a runner-up of an ask with a likely answer needs only its share of that', () => {
    const hits = [hit('a.1', { confidence: 0.4 }), hit('a.2', { confidence: 0.15 })];
    expect(idsOf(suggest(inputs(hits)))).toEqual(['a.1', 'a.2']);
  });

  test('what speaks for an article does not lift it over the threshold', () => {
    const found = [hit('a.1', { confidence: MIN_CONFIDENCE - 0.001 })];
    const all = inputs(found, [plain('a.1', { confidence: 'validated' })]);
    const usage = new Map([['a.1', { inserted: 400, helpedShare: 1 }]]);
    expect(suggest({ ...all, usage })).toEqual([]);
  });

  test('one far behind the best gets none', () => {
    const hits = [
      hit('a.1', { confidence: 0.9 }),
      hit('a.2', { confidence: 0.5 }),
      hit('a.3', { confidence: 0.2 }),
    ];
    expect(idsOf(suggest(inputs(hits)))).toEqual(['a.1', 'a.2']);
  });

  test('never more than three, the most likely ones', () => {
    const likely = [0.5, 0.7, 0.4, 0.8, 0.6];
    const hits = likely.map((confidence, at) => hit(`a.${at}`, { confidence }));
    expect(MAX_SUGGESTIONS).toBe(3);
    expect(idsOf(suggest(inputs(hits)))).toEqual(['a.3', 'a.1', 'a.4']);
  });

  test.each(['archived', 'work-in-progress'] as const)(
    'one that is %s gets none, and the next moves up',
    (confidence) => {
      const hits = ['a.1', 'a.2', 'a.3', 'a.4'].map((id) => hit(id));
      const cards = suggest(inputs(hits, [plain('a.1', { confidence })]));
      expect(idsOf(cards)).toEqual(['a.2', 'a.3', 'a.4']);
    },
  );

  test('one that was removed meanwhile is left out', () => {
    const all = inputs([hit('a.1'), hit('a.2')]);
    const articles = new Map([...all.articles].filter(([id]) => id === 'a.2'));
    expect(idsOf(suggest({ ...all, articles }))).toEqual(['a.2']);
  });

  test('of two with the same reply only the better one', () => {
    const replies = plain('a.0').replies;
    const hits = [
      hit('a.1', { confidence: 0.5 }),
      hit('a.2', { confidence: 0.6 }),
      hit('a.3', { confidence: 0.4 }),
    ];
    const cards = suggest(inputs(hits, [plain('a.1', { replies }), plain('a.2', { replies })]));
    expect(idsOf(cards)).toEqual(['a.2', 'a.3']);
  });
});

describe('between articles that answer about equally well', () => {
  /** `a.2` would come second by likeliness alone. */
  const close = [hit('a.1', { confidence: 0.5 }), hit('a.2', { confidence: 0.49 })];

  test('the likelier comes first', () => {
    expect(idsOf(suggest(inputs(close)))).toEqual(['a.1', 'a.2']);
  });

  test('a validated one is preferred', () => {
    expect(idsOf(suggest(inputs(close, [plain('a.2', { confidence: 'validated' })])))).toEqual([
      'a.2',
      'a.1',
    ]);
  });

  test('one nobody has looked at for too long is put behind, from the day after', () => {
    const articles = [
      plain('a.1', { productLine: 'x', verifyBy: '2026-11-02' }),
      plain('a.2', { productLine: 'x', verifyBy: '2027-06-30' }),
    ];
    const all = inputs(close, articles);
    expect(idsOf(suggest({ ...all, today: '2026-11-02' }))).toEqual(['a.1', 'a.2']);
    expect(idsOf(suggest({ ...all, today: '2026-11-03' }))).toEqual(['a.2', 'a.1']);
  });

  test('one this team uses is preferred, as far as it helped', () => {
    // Same line for both: what is asked next to the first is of its kind.
    const sameLine = [plain('a.1', { productLine: 'x' }), plain('a.2', { productLine: 'x' })];
    const withUsage = (helpedShare: number | null) =>
      suggest({ ...inputs(close, sameLine), usage: new Map([['a.2', { inserted: 30, helpedShare }]]) });
    expect(idsOf(withUsage(1))).toEqual(['a.2', 'a.1']);
    expect(idsOf(withUsage(null))).toEqual(['a.2', 'a.1']);
    expect(idsOf(withUsage(0))).toEqual(['a.1', 'a.2']);
  });

  test.each([
    ['product line', { productLine: 'line-a.1' }],
    ['complaint family', { complaintFamily: 'late' }],
  ])('the same %s as the likeliest is preferred', (_what, overrides) => {
    const hits = [
      hit('a.1', { confidence: 0.8 }),
      hit('a.2', { confidence: 0.5 }),
      hit('a.3', { confidence: 0.49 }),
    ];
    const first = plain('a.1', { complaintFamily: 'late' });
    expect(idsOf(suggest(inputs(hits, [first])))).toEqual(['a.1', 'a.2', 'a.3']);
    expect(idsOf(suggest(inputs(hits, [first, plain('a.3', overrides)])))).toEqual(['a.1', 'a.3', 'a.2']);
  });

  test('nothing of this makes up for a worse answer', () => {
    const hits = [hit('a.1', { confidence: 0.75 }), hit('a.2', { confidence: 0.5 })];
    const all = inputs(hits, [plain('a.2', { confidence: 'validated', productLine: 'line-a.1' })]);
    const usage = new Map([['a.2', { inserted: 500, helpedShare: 1 }]]);
    expect(idsOf(suggest({ ...all, usage }))).toEqual(['a.1', 'a.2']);
  });
});

describe('what was said already', () => {
  const replies = [
    { tone: 'warm', text: '{{客户称呼}}您好，退款审核通过后一到三个工作日退回原账户，您再等等。' },
  ] as const;
  const article = plain('a.1', { replies: [...replies] });
  const hits = [hit('a.1', { confidence: 0.7 }), hit('a.2', { confidence: 0.5 })];

  test('comes after what was not, whatever was filled in', () => {
    const said = ['王女士您好，退款审核通过后一到三个工作日退回原账户，您再等等。'];
    expect(idsOf(suggest(inputs(hits, [article])))).toEqual(['a.1', 'a.2']);
    expect(idsOf(suggest({ ...inputs(hits, [article]), said }))).toEqual(['a.2', 'a.1']);
  });

  test('is not what only begins alike', () => {
    const said = ['王女士您好，退款审核通过后会有短信提醒。'];
    expect(idsOf(suggest({ ...inputs(hits, [article]), said }))).toEqual(['a.1', 'a.2']);
  });

  test('is not what is too short to tell', () => {
    const short = plain('a.1', { replies: [{ tone: 'warm', text: '好的，请稍等。' }] });
    expect(idsOf(suggest({ ...inputs(hits, [short]), said: ['好的，请稍等。'] }))).toEqual(['a.1', 'a.2']);
  });
});

describe('a customer who asks two things', () => {
  test('gets a card for each before a second one for either', () => {
    const hits = [
      hit('a.1', { confidence: 0.8, ask: '退款怎么还没到' }),
      hit('a.2', { confidence: 0.7, ask: '退款怎么还没到' }),
      hit('a.3', { confidence: 0.6, ask: '退款怎么还没到' }),
      hit('b.1', { confidence: 0.5, ask: '发票在哪下载' }),
    ];
    expect(idsOf(suggest(inputs(hits)))).toEqual(['a.1', 'b.1', 'a.2']);
  });

  test('gets a card for the one as likely as another would be alone, however certain the first is', () => {
    const hits = [
      hit('a.1', { confidence: 1, ask: '退款怎么还没到' }),
      hit('a.2', { confidence: MIN_CONFIDENCE, ask: '退款怎么还没到' }),
      hit('b.1', { confidence: MIN_CONFIDENCE, ask: '发票在哪下载' }),
    ];
    expect(idsOf(suggest(inputs(hits)))).toEqual(['a.1', 'b.1']);
  });

  test('gets none for the one nothing good was found for', () => {
    const hits = [
      hit('a.1', { confidence: 0.8, ask: '退款怎么还没到' }),
      hit('b.1', { confidence: MIN_CONFIDENCE - 0.001, ask: '发票在哪下载' }),
    ];
    expect(idsOf(suggest(inputs(hits)))).toEqual(['a.1']);
  });
});

describe('the same inputs', () => {
  test('give the same cards, in whatever order they were found', () => {
    const hits = ['a.3', 'a.1', 'a.4', 'a.2'].map((id) => hit(id));
    const cards = suggest(inputs(hits));
    expect(suggest(inputs(hits))).toEqual(cards);
    const same = hits.map((each) => plain(each.articleId, { productLine: 'x' }));
    expect(idsOf(suggest(inputs(hits, same)))).toEqual(['a.1', 'a.2', 'a.3']);
    expect(idsOf(suggest(inputs(hits.toReversed(), same)))).toEqual(['a.1', 'a.2', 'a.3']);
  });
});
