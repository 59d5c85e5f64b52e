/** The embedding worker: a model is picked, follows the articles, survives a restart, and is removed. */
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi, type MockInstance } from 'vitest';
import { createArticleFollower } from '../../entrypoints/embedding-worker/follow-articles.ts';
import { createModelKeeper } from '../../entrypoints/embedding-worker/model-keeper.ts';
import type { Article } from '../../knowledge/articles/index.ts';
import { EmbedderError, type ModelFiles, type OnnxEmbedder } from '../../knowledge/embeddings/index.ts';
import { openModelStore, type ModelStore } from '../../knowledge/knowledge-base.ts';
import { makeArticle } from '../support/make-article.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';
import { makeQuotaError } from '../support/fake-records.ts';
import { createTinyEmbedder, makeTinyFiles } from './embeddings/tiny-embedder.ts';

const makeOwn = (id: string, title: string, own: Partial<Article> = {}) =>
  makeArticle({ id, title, aliases: [], ...own });
const REFUND = makeOwn('refund', '退款多久到账');
const PLAN = makeOwn('plan', '怎么换套餐');

// Failures are reported, and live queries complain when the test's database is closed under them.
let reports: MockInstance<typeof console.error>;
beforeEach(() => {
  reports = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => reports.mockRestore());

const waitUntil = (check: () => unknown) => vi.waitFor(check, { timeout: 3_000, interval: 5 });

/** A machine with these articles, and a worker that can be started on it more than once. */
async function makeMachine(...articles: Article[]) {
  const { knowledge, clock, suffix } = await makeKnowledgeBase();
  await knowledge.articles.put(articles, 'our-team');
  const store = await openModelStore(`deskmate-model${suffix}`);
  onTestFinished(() => store.close());
  const startWorker = (
    createEmbedder: (files: ModelFiles) => Promise<OnnxEmbedder> = createTinyEmbedder,
    ownStore: ModelStore = store,
  ) =>
    createModelKeeper({
      openSources: () =>
        Promise.resolve({ store: ownStore, followArticles: createArticleFollower(knowledge) }),
      createEmbedder,
      clock,
    });
  return { knowledge, clock, store, startWorker };
}

/** Counts the texts, gives every one the same direction; each embedder has the id of its tokenizer's text. */
function makeFakeModel(fail?: () => EmbedderError | undefined) {
  const embedded: string[] = [];
  const closed: string[] = [];
  const create = (files: ModelFiles): Promise<OnnxEmbedder> =>
    Promise.resolve({
      id: files.tokenizer,
      dimensions: 2,
      embed: (texts, signal) => {
        const failure = signal?.aborted ? new EmbedderError('aborted') : fail?.();
        if (failure) return Promise.reject(failure);
        embedded.push(...texts);
        return Promise.resolve(texts.map(() => Float32Array.of(1, 0)));
      },
      close: () => {
        closed.push(files.tokenizer);
        return Promise.resolve();
      },
    });
  return { create, embedded, closed };
}

const makeFiles = (name: string): ModelFiles => ({ ...makeTinyFiles(), tokenizer: name });
const READY = { state: 'ready', waiting: 0 };

describe('a model that was picked', () => {
  test('finds articles that share no word with the question', async () => {
    const { startWorker } = await makeMachine(REFUND, PLAN);
    const worker = startWorker();
    expect(await worker.useModel(makeTinyFiles())).toBeNull();
    await waitUntil(async () => expect((await worker.findSimilar('资费', 5))[0]).toBe('plan'));
    expect(await worker.readStatus()).toEqual(READY);
  });

  test('follows the articles: new ones are found, archived ones no longer', async () => {
    const { knowledge, clock, startWorker } = await makeMachine(REFUND);
    const worker = startWorker();
    await worker.useModel(makeTinyFiles());
    await waitUntil(async () => expect(await worker.findSimilar('资费', 5)).toEqual(['refund']));
    clock.advance(1_000);
    await knowledge.articles.put([PLAN, { ...REFUND, confidence: 'archived' }], 'our-team');
    await waitUntil(async () => expect(await worker.findSimilar('资费', 5)).toEqual(['plan']));
  });

  test('is there again after a restart, with vectors that are not computed anew', async () => {
    const { startWorker, store } = await makeMachine(REFUND, PLAN);
    await startWorker(makeFakeModel().create).useModel(makeFiles('one'));
    await waitUntil(async () => expect(await store.loadVectors()).toBeDefined());
    const again = makeFakeModel();
    const worker = startWorker(again.create);
    await waitUntil(async () => expect(await worker.findSimilar('退款', 5)).toEqual(['plan', 'refund']));
    expect(again.embedded).toEqual(['退款']);
  });

  test('takes the place of the one before, whose vectors say nothing about it', async () => {
    const { startWorker, store } = await makeMachine(REFUND);
    const model = makeFakeModel();
    const worker = startWorker(model.create);
    await worker.useModel(makeFiles('one'));
    await waitUntil(async () => expect((await store.loadVectors())?.embedderId).toBe('one'));
    expect(await worker.useModel(makeFiles('two'))).toBeNull();
    await waitUntil(async () => expect((await store.loadVectors())?.embedderId).toBe('two'));
    expect(model.closed).toEqual(['one']);
    expect(model.embedded).toEqual([REFUND.title, REFUND.title]);
    expect((await store.load())?.tokenizer).toBe('two');
  });

  test('is forgotten with its vectors when it is removed', async () => {
    const { startWorker, store } = await makeMachine(REFUND);
    const model = makeFakeModel();
    const worker = startWorker(model.create);
    await worker.useModel(makeFiles('one'));
    await waitUntil(async () => expect(await store.loadVectors()).toBeDefined());
    await worker.removeModel();
    expect(await worker.readStatus()).toEqual({ state: 'none' });
    expect(await worker.findSimilar('退款', 5)).toEqual([]);
    expect([await store.load(), await store.loadVectors()]).toEqual([undefined, undefined]);
    expect(model.closed).toEqual(['one']);
  });
});

describe('reading many articles', () => {
  test('says how many are left, answers from the others, and keeps them before the end', async () => {
    const articles = Array.from({ length: 24 }, (_unused, at) => makeOwn(`a${at + 10}`, `第${at}个问题`));
    const { startWorker, store, clock } = await makeMachine(...articles);
    const held = Promise.withResolvers<undefined>();
    const { create, embedded } = makeFakeModel();
    const worker = startWorker(async (files) => {
      const embedder = await create(files);
      return {
        ...embedder,
        embed: async (texts, signal) => {
          if (embedded.length >= 16 && texts.length > 1) await held.promise;
          clock.advance(61_000);
          return embedder.embed(texts, signal);
        },
      };
    });
    await worker.useModel(makeFiles('one'));
    await waitUntil(async () => expect(await worker.readStatus()).toEqual({ state: 'ready', waiting: 8 }));
    expect(await worker.findSimilar('问题', 50)).toHaveLength(16);
    await waitUntil(async () => expect((await store.loadVectors())?.articleIds.split('\n')).toHaveLength(16));
    held.resolve(undefined);
    await waitUntil(async () => expect(await worker.readStatus()).toEqual(READY));
    expect(await worker.findSimilar('问题', 50)).toHaveLength(24);
  });

  test('goes on with the next change after the model failed', async () => {
    let failures = 1;
    const model = makeFakeModel(() => ((failures -= 1) >= 0 ? new EmbedderError('failed') : undefined));
    const { knowledge, clock, startWorker } = await makeMachine(REFUND);
    const worker = startWorker(model.create);
    await worker.useModel(makeFiles('one'));
    await waitUntil(() => expect(failures).toBe(0));
    clock.advance(1_000);
    await knowledge.articles.put([PLAN], 'our-team');
    await waitUntil(async () => expect(await worker.findSimilar('退款', 5)).toEqual(['plan', 'refund']));
  });
});

describe('without a model', () => {
  test('nothing is found, and that is no failure', async () => {
    const { startWorker } = await makeMachine(REFUND);
    const worker = startWorker();
    expect(await worker.findSimilar('退款', 5)).toEqual([]);
    await waitUntil(async () => expect(await worker.readStatus()).toEqual({ state: 'none' }));
  });
});

describe('what went wrong has a name', () => {
  test('when the picked files make no model; the one before stays', async () => {
    const { startWorker } = await makeMachine(REFUND, PLAN);
    const worker = startWorker();
    await worker.useModel(makeTinyFiles());
    const broken = { ...makeTinyFiles(), model: Uint8Array.of(1, 2, 3) };
    expect(await worker.useModel(broken)).toBe('model-broken');
    await waitUntil(async () => expect((await worker.findSimilar('资费', 5))[0]).toBe('plan'));
  });

  test('when the disk is full; the one before stays', async () => {
    const { startWorker, store } = await makeMachine(REFUND);
    const model = makeFakeModel();
    let isFull = false;
    const worker = startWorker(model.create, {
      ...store,
      save: (files) => (isFull ? Promise.reject(makeQuotaError()) : store.save(files)),
    });
    await worker.useModel(makeFiles('one'));
    isFull = true;
    expect(await worker.useModel(makeFiles('two'))).toBe('not-kept');
    expect(model.closed).toEqual(['two']);
    expect(await worker.readStatus()).toMatchObject({ state: 'ready' });
    expect((await store.load())?.tokenizer).toBe('one');
  });

  test('when the model that was kept cannot be opened any more; another can be picked', async () => {
    const { startWorker, store } = await makeMachine(REFUND);
    await store.save(makeFiles('one'));
    const { create } = makeFakeModel();
    const worker = startWorker((files) =>
      files.tokenizer === 'one' ? Promise.reject(new EmbedderError('runtime-missing')) : create(files),
    );
    await waitUntil(async () =>
      expect(await worker.readStatus()).toEqual({ state: 'failed', reason: 'runtime-missing' }),
    );
    expect(await worker.useModel(makeFiles('two'))).toBeNull();
    await waitUntil(async () => expect(await worker.findSimilar('退款', 5)).toEqual(['refund']));
  });

  test('when vectors cannot be read or kept, they are computed anew and nothing else happens', async () => {
    const { startWorker, store } = await makeMachine(REFUND);
    const model = makeFakeModel();
    const worker = startWorker(model.create, {
      ...store,
      loadVectors: () => Promise.reject(new Error('unreadable')),
      saveVectors: () => Promise.reject(makeQuotaError()),
    });
    expect(await worker.useModel(makeFiles('one'))).toBeNull();
    await waitUntil(async () => expect(await worker.findSimilar('退款', 5)).toEqual(['refund']));
  });
});
