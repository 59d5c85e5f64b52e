/** Where a team's model is kept. */
import { expect, onTestFinished, test } from 'vitest';
import { createVectorIndex, encodeVectors, type ModelFiles } from '../../knowledge/embeddings/index.ts';
import { openModelStore } from '../../knowledge/knowledge-base.ts';
import { createModelDatabase } from '../../knowledge/storage/index.ts';
import { makeDatabaseSuffix } from '../support/make-knowledge-base.ts';

const FILES: ModelFiles = {
  model: Uint8Array.of(1, 2, 3),
  tokenizer: '{"one":1}',
  tokenizerConfig: '{}',
  config: '{}',
  pooling: '{}',
};

const makeVectors = () => {
  const vectors = createVectorIndex(2);
  vectors.put({ id: 'refund', stamp: 1 }, [Float32Array.of(1, 0)]);
  return encodeVectors(vectors, 'onnx:one');
};

async function openStore() {
  const name = `deskmate-model${makeDatabaseSuffix()}`;
  const store = await openModelStore(name);
  onTestFinished(() => store.close());
  return { name, store };
}

test('has nothing at first', async () => {
  const { store } = await openStore();
  expect([await store.load(), await store.loadVectors()]).toEqual([undefined, undefined]);
});

test('another model takes the place of the first and of its vectors', async () => {
  const { store } = await openStore();
  await store.save(FILES);
  await store.saveVectors(makeVectors());
  expect(await store.loadVectors()).toMatchObject(makeVectors());
  await store.save({ ...FILES, tokenizer: '{"two":2}' });
  expect(await store.load()).toMatchObject({ model: FILES.model, tokenizer: '{"two":2}' });
  expect(await store.loadVectors()).toBeUndefined();
});

test('what cannot be kept leaves the first and its vectors as they were', async () => {
  const { store } = await openStore();
  await store.save(FILES);
  await store.saveVectors(makeVectors());
  const unkeepable = { ...FILES, read: () => 'functions cannot be stored' };
  await expect(store.save(unkeepable)).rejects.toThrow();
  expect(await store.load()).toMatchObject(FILES);
  expect(await store.loadVectors()).toMatchObject(makeVectors());
});

test('a database that a newer version wrote is not touched', async () => {
  const { name, store } = await openStore();
  store.close();
  const newer = createModelDatabase(name);
  newer.close();
  newer.version(2).stores({ models: 'id', vectors: 'id', more: 'id' });
  await newer.open();
  newer.close();
  await expect(openModelStore(name)).rejects.toMatchObject({ reason: 'newer-version' });
});
