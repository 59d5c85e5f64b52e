/** With vectors a question finds what shares no word with it; without them nothing changes. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  createHybridSearch,
  createSimilarFinder,
  createVectorIndex,
  EmbedderError,
  refreshVectors,
  type Embedder,
  type HybridSearchOptions,
  type OnnxEmbedder,
  type VectorIndex,
} from '../../../knowledge/embeddings/index.ts';
import type { SearchAnswer } from '../../../knowledge/search/index.ts';
import { makeAnswer, makeHit } from '../../support/fake-search.ts';
import { createTinyEmbedder } from './tiny-embedder.ts';

const ARTICLES = [
  { id: 'plan', title: '怎么换套餐', aliases: ['套餐升档'], stamp: 1 },
  { id: 'refund', title: '退款多久到账', aliases: ['什么时候返钱'], stamp: 1 },
  { id: 'password', title: '密码忘了', aliases: ['口令锁了'], stamp: 1 },
  { id: 'invoice', title: '能开发票吗', aliases: ['要报税凭据'], stamp: 1 },
  { id: 'parcel', title: '快递没到', aliases: ['包裹没收到'], stamp: 1 },
];

/** Shared characters, most first: enough to be wrong where the words are others. */
function searchByCharacters(question: string, limit: number): string[] {
  const asked = new Set(question);
  return ARTICLES.map(({ id, title, aliases }) => ({
    id,
    shared: [...new Set([title, ...aliases].join(''))].filter((character) => asked.has(character)).length,
  }))
    .filter(({ shared }) => shared > 0)
    .toSorted((left, right) => right.shared - left.shared)
    .slice(0, limit)
    .map(({ id }) => id);
}

const answerByCharacters = (question: string, limit: number): Promise<SearchAnswer> =>
  Promise.resolve(
    makeAnswer(...searchByCharacters(question, limit).map((id) => makeHit(id, { matched: [question] }))),
  );
const listIds = ({ hits }: SearchAnswer) => hits.map(({ articleId }) => articleId);

let embedder: OnnxEmbedder;
let vectors: VectorIndex;

beforeAll(async () => {
  embedder = await createTinyEmbedder();
  vectors = createVectorIndex(embedder.dimensions);
  await refreshVectors({ embedder, vectors, articles: ARTICLES });
});

afterAll(() => embedder.close());

afterEach(() => vi.useRealTimers());

/** Without a limit of time, unless a test wants one: the machine may be busy. */
const make = (options: Partial<HybridSearchOptions> = {}) =>
  createHybridSearch({
    searchWords: answerByCharacters,
    findSimilar: createSimilarFinder(embedder, vectors),
    startDeadline: () => new AbortController().signal,
    ...options,
  });

describe('a question in other words', () => {
  test('that words cannot find is found by meaning', async () => {
    expect(searchByCharacters('资费', 5)).toEqual([]);
    expect(listIds(await make()('资费', 5))[0]).toBe('plan');
  });

  test('that words find wrongly is lifted over what merely shares characters', async () => {
    const question = '资费没到，能不能换？';
    expect(searchByCharacters(question, 5).slice(0, 2)).toEqual(['parcel', 'plan']);
    expect(listIds(await make()(question, 5))[0]).toBe('plan');
  });

  test('in English finds the Chinese article', async () => {
    expect(listIds(await make()('refund money', 5))[0]).toBe('refund');
  });

  test('never gets more than was asked for, nor one twice', async () => {
    expect(listIds(await make()('怎么退款', 2))).toHaveLength(2);
    const all = listIds(await make()('怎么退款', 50));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('what vectors may do to an answer', () => {
  const FAR = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'words'];
  const words = makeHit('words', { confidence: 0.4, matched: ['退款'] });
  const near = (...ids: string[]) => ({ findSimilar: () => Promise.resolve(ids) });
  const search = (answer: SearchAnswer, ids: readonly string[], limit = 20) =>
    make({ ...near(...ids), searchWords: () => Promise.resolve(answer) })('退款', limit);

  test('keeps what is known of a hit, and claims nothing for one that only they found', async () => {
    const { hits } = await search(makeAnswer(words), ['other', 'words']);
    expect(hits.map(({ articleId, confidence, matched }) => ({ articleId, confidence, matched }))).toEqual([
      { articleId: 'words', confidence: 0.4, matched: ['退款'] },
      { articleId: 'other', confidence: 0, matched: [] },
    ]);
  });

  test('scores fall with the places', async () => {
    const scores = (await search(makeAnswer(words), FAR)).hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
  });

  test('adds a few and no more: something is always nearest', async () => {
    expect(listIds(await search(makeAnswer(), FAR))).toEqual(['v1', 'v2', 'v3', 'v4', 'v5']);
  });

  test('keeps what was probably meant', async () => {
    const answer = { hits: [words], didYouMean: '退款' };
    expect((await search(answer, ['other'])).didYouMean).toBe('退款');
  });

  test('leaves an article alone whose very name was typed', async () => {
    const exact = makeAnswer(makeHit('exact', { confidence: 1 }), words);
    expect(await search(exact, ['words', 'other'])).toEqual(exact);
  });
});

describe('without vectors the answer is the lexical one', () => {
  const question = '快递怎么退';
  const findExpected = async () => {
    const answer = await answerByCharacters(question, 3);
    expect(answer.hits).toHaveLength(3);
    return answer;
  };
  const embedWith = (embed: Embedder['embed']) => (asked: string, limit: number, signal: AbortSignal) =>
    createSimilarFinder({ embed }, vectors)(asked, limit, signal);

  const troubles: [string, Partial<HybridSearchOptions>][] = [
    ['the model fails', { findSimilar: embedWith(() => Promise.reject(new EmbedderError('failed'))) }],
    [
      'the worker throws at once',
      {
        findSimilar: () => {
          throw new TypeError('broken');
        },
      },
    ],
    ['the model answers nothing', { findSimilar: embedWith(() => Promise.resolve([])) }],
    ['nothing is similar', { findSimilar: () => Promise.resolve([]) }],
    [
      'the vectors are another model’s',
      { findSimilar: embedWith(() => Promise.resolve([new Float32Array(7)])) },
    ],
    ['time is up before it begins', { startDeadline: () => AbortSignal.abort() }],
  ];

  test.each(troubles)('when %s', async (_name, options) => {
    expect(await make(options)(question, 3)).toEqual(await findExpected());
  });

  test('when the text says nothing the model knows', async () => {
    const answer = makeAnswer(makeHit('parcel', { confidence: 0.5 }));
    expect(await make({ searchWords: () => Promise.resolve(answer) })('龘龖', 3)).toEqual(answer);
  });

  test('when the model has not answered in time, and somebody is told', async () => {
    const expected = await findExpected();
    vi.useFakeTimers();
    const signals: (AbortSignal | undefined)[] = [];
    const failures: unknown[] = [];
    const controller = new AbortController();
    const search = make({
      findSimilar: embedWith((_texts, signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      }),
      startDeadline: () => {
        setTimeout(() => controller.abort(), 300);
        return controller.signal;
      },
      onFailure: (error) => failures.push(error),
    });
    let answer: unknown;
    const searching = search(question, 3).then((found) => {
      answer = found;
      return found;
    });
    await vi.advanceTimersByTimeAsync(299);
    expect(answer).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(await searching).toEqual(expected);
    expect(signals[0]?.aborted, 'a text that still waits for its turn is not embedded').toBe(true);
    expect(failures).toHaveLength(1);
  });

  test('by itself it waits no longer than a third of a second', async () => {
    const findSimilar = () => new Promise<never>(() => undefined);
    const search = createHybridSearch({ searchWords: answerByCharacters, findSimilar });
    const started = performance.now();
    expect(await search(question, 3)).toEqual(await findExpected());
    expect(performance.now() - started).toBeGreaterThan(250);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

test('what the lexical search throws is not hidden', async () => {
  const searchWords = () => {
    throw new RangeError('a bug');
  };
  await expect(make({ searchWords })('退款', 3)).rejects.toThrow(RangeError);
});
