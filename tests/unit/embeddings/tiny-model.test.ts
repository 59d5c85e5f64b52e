/** The kept model is what the script writes, and small enough to be kept. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readModelFiles } from '../../../knowledge/embeddings/index.ts';
import { listVocabulary } from '../../../scripts/embeddings/tiny-model.ts';
import { makeTinyFiles } from './tiny-embedder.ts';

const FOLDER = join(import.meta.dirname, 'tiny-model');

const pick = (name: string) => ({
  name,
  arrayBuffer: async () => Uint8Array.from(await readFile(join(FOLDER, name))).buffer,
});

test('the files in the folder are those of the script', async () => {
  const names = ['config.json', 'model.onnx', 'tokenizer.json', 'tokenizer_config.json'];
  const kept = await readModelFiles(names.map(pick));
  const made = makeTinyFiles();
  const advice = 'run `node scripts/embeddings/make-tiny-model.ts`';
  expect(kept.model.length).toBeLessThan(200_000);
  expect(Buffer.from(kept.model).equals(made.model), advice).toBe(true);
  expect({ ...kept, model: null }, advice).toEqual({ ...made, model: null });
});

test('the vocabulary has each token once', () => {
  const vocabulary = listVocabulary();
  expect(new Set(vocabulary).size).toBe(vocabulary.length);
  expect(vocabulary.length).toBeGreaterThan(250);
  expect(vocabulary[0]).toBe('[PAD]');
});
