/** The panel's way to the embedding worker, over a real message channel. */
import { expose } from 'comlink';
import { afterEach, beforeEach, expect, onTestFinished, test, vi, type MockInstance } from 'vitest';
import type { EmbeddingService, ModelFiles } from '../../knowledge/embeddings/index.ts';
import { makeAnswer, makeHit } from '../support/fake-search.ts';

let reports: MockInstance<typeof console.error>;
let started: FakeSharedWorker[] = [];

/** Serves like the worker's script, in this thread. */
class FakeSharedWorker extends EventTarget {
  readonly port: MessagePort;
  readonly #far: MessagePort;
  readonly file: string;
  static service: EmbeddingService | null = null;

  constructor(file: string) {
    super();
    this.file = file;
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.#far = port2;
    if (FakeSharedWorker.service) expose(FakeSharedWorker.service, port2);
    started.push(this);
  }

  end() {
    this.port.close();
    this.#far.close();
  }
}

const makeService = (picked: ModelFiles[] = []): EmbeddingService => ({
  readStatus: () => Promise.resolve({ state: 'ready', waiting: 3 }),
  useModel: (files) => {
    picked.push(files);
    return Promise.resolve('model-broken');
  },
  removeModel: () => Promise.resolve(),
  findSimilar: (_question, limit) => Promise.resolve(['meaning', 'words'].slice(0, limit)),
});

beforeEach(() => {
  reports = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('SharedWorker', FakeSharedWorker);
  vi.resetModules();
});
afterEach(() => {
  for (const worker of started) worker.end();
  started = [];
  vi.unstubAllGlobals();
  reports.mockRestore();
});

async function loadClient(service: EmbeddingService | null) {
  FakeSharedWorker.service = service;
  return import('../../components/state/embedding-client.ts');
}

test('there is one connection a page', async () => {
  const { connectEmbedding } = await loadClient(makeService());
  expect(connectEmbedding()).toBe(connectEmbedding());
  expect(started.map(({ file }) => file)).toEqual(['/embedding-worker.js']);
  expect(await connectEmbedding().readStatus()).toEqual({ state: 'ready', waiting: 3 });
});

test('a model is handed over, not copied', async () => {
  const picked: ModelFiles[] = [];
  const { connectEmbedding } = await loadClient(makeService(picked));
  const model = Uint8Array.of(1, 2, 3);
  const files = { model, tokenizer: '{}', tokenizerConfig: '{}', config: '{}', pooling: '{}' };
  expect(await connectEmbedding().useModel(files)).toBe('model-broken');
  expect(picked[0]?.model).toEqual(Uint8Array.of(1, 2, 3));
  expect(model.byteLength).toBe(0);
});

test('words and model answer together', async () => {
  const { searchWithModel } = await loadClient(makeService());
  const search = searchWithModel(() => Promise.resolve(makeAnswer(makeHit('words'))));
  const { hits } = await search('资费', 5);
  expect(hits.map(({ articleId }) => articleId)).toEqual(['words', 'meaning']);
});

test('a worker that could not start is waited for by nobody', async () => {
  const { connectEmbedding, searchWithModel } = await loadClient(null);
  const answer = makeAnswer(makeHit('words'));
  const search = searchWithModel(() => Promise.resolve(answer));
  const asked = connectEmbedding().readStatus();
  started[0]?.dispatchEvent(new Event('error'));
  await expect(asked).rejects.toMatchObject({ reason: 'runtime-missing' });
  const before = performance.now();
  expect(await search('资费', 5)).toEqual(answer);
  expect(performance.now() - before).toBeLessThan(200);
});

test('some time after a worker broke there is a new one, for the search too', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { connectEmbedding, searchWithModel } = await loadClient(null);
  const search = searchWithModel(() => Promise.resolve(makeAnswer(makeHit('words'))));
  const asked = connectEmbedding().readStatus();
  started[0]?.dispatchEvent(new Event('error'));
  await expect(asked).rejects.toMatchObject({ reason: 'runtime-missing' });
  FakeSharedWorker.service = makeService();
  await expect(connectEmbedding().readStatus()).rejects.toMatchObject({ reason: 'runtime-missing' });
  vi.setSystemTime(Date.now() + 10_000);
  expect(await connectEmbedding().readStatus()).toEqual({ state: 'ready', waiting: 3 });
  expect((await search('资费', 5)).hits).toHaveLength(2);
  expect(started).toHaveLength(2);
});
