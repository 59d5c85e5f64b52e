/** Vectors follow the articles: only what changed is computed, and what is done stays done. */
import { expect, test } from 'vitest';
import {
  createVectorIndex,
  EmbedderError,
  refreshVectors,
  type EmbeddableArticle,
  type Embedder,
} from '../../../knowledge/embeddings/index.ts';

const article = (id: string, stamp: number, ...aliases: string[]): EmbeddableArticle => ({
  id,
  stamp,
  title: `title of ${id}`,
  aliases,
});

/** Notes what it was asked; every text gets a direction of its own length. */
function makeEmbedder(failAfter = Infinity): Embedder & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    id: 'fake',
    dimensions: 2,
    embed: (texts, signal) => {
      if (signal?.aborted) return Promise.reject(new EmbedderError('aborted'));
      if (asked.length + texts.length > failAfter) return Promise.reject(new EmbedderError('failed'));
      asked.push(...texts);
      return Promise.resolve(texts.map(({ length }) => Float32Array.of(Math.cos(length), Math.sin(length))));
    },
  };
}

const makeArticles = (count: number) => Array.from({ length: count }, (_unused, at) => article(`a${at}`, 1));

test('titles and aliases become vectors, each text once', async () => {
  const embedder = makeEmbedder();
  const vectors = createVectorIndex(2);
  await refreshVectors({ embedder, vectors, articles: [article('a', 1, 'one', 'other way', 'one')] });
  expect(embedder.asked).toEqual(['title of a', 'one', 'other way']);
  expect(vectors.search(Float32Array.of(Math.cos(9), Math.sin(9)), 1)[0]?.score).toBeCloseTo(1, 2);
});

test('only new and changed articles are computed; removed ones go', async () => {
  const vectors = createVectorIndex(2);
  const first = [article('same', 1), article('changed', 1), article('removed', 1)];
  await refreshVectors({ embedder: makeEmbedder(), vectors, articles: first });
  const embedder = makeEmbedder();
  const second = [article('same', 1), article('changed', 2), article('new', 1)];
  await refreshVectors({ embedder, vectors, articles: second });
  expect(embedder.asked).toEqual(['title of changed', 'title of new']);
  expect(vectors.list().toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
    { id: 'changed', stamp: 2 },
    { id: 'new', stamp: 1 },
    { id: 'same', stamp: 1 },
  ]);
});

test('says how far it is', async () => {
  const progress: number[][] = [];
  await refreshVectors({
    embedder: makeEmbedder(),
    vectors: createVectorIndex(2),
    articles: makeArticles(20),
    onProgress: (...step) => progress.push(step),
  });
  expect(progress).toEqual([
    [8, 20],
    [16, 20],
    [20, 20],
  ]);
});

test('goes on after a failure where it stopped', async () => {
  const vectors = createVectorIndex(2);
  const articles = makeArticles(20);
  const failing = refreshVectors({ embedder: makeEmbedder(10), vectors, articles });
  await expect(failing).rejects.toMatchObject({ reason: 'failed' });
  expect(vectors.size).toBe(8);
  const embedder = makeEmbedder();
  await refreshVectors({ embedder, vectors, articles });
  expect(embedder.asked).toHaveLength(12);
  expect(vectors.size).toBe(20);
});

test('stops when told', async () => {
  const signal = AbortSignal.abort();
  const refreshing = refreshVectors({
    embedder: makeEmbedder(),
    vectors: createVectorIndex(2),
    articles: makeArticles(1),
    signal,
  });
  await expect(refreshing).rejects.toMatchObject({ reason: 'aborted' });
});

test('an article with a hundred aliases costs no more than sixteen texts', async () => {
  const embedder = makeEmbedder();
  const aliases = Array.from({ length: 100 }, (_unused, at) => `alias ${at}`);
  await refreshVectors({ embedder, vectors: createVectorIndex(2), articles: [article('a', 1, ...aliases)] });
  expect(embedder.asked).toHaveLength(16);
  expect(embedder.asked[0]).toBe('title of a');
});
