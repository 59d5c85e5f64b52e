/** A real model in the real runtime: what it answers is what plain arithmetic says. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOnnxEmbedder, type OnnxEmbedder } from '../../../knowledge/embeddings/index.ts';
import { encodeOnnxModel } from '../../../scripts/embeddings/onnx-writer.ts';
import {
  buildTokenVectors,
  listVocabulary,
  TINY_DIMENSIONS,
  TINY_MAX_TOKENS,
} from '../../../scripts/embeddings/tiny-model.ts';
import { createTinyEmbedder, loadTinyRuntime, makeTinyFiles } from './tiny-embedder.ts';

const VOCABULARY = listVocabulary();
const TOKEN_VECTORS = buildTokenVectors(VOCABULARY);

/** The model in plain JavaScript: the mean of the tokens' vectors, made one long. */
function computeVector(tokens: readonly string[]): number[] {
  const sum = Array.from({ length: TINY_DIMENSIONS }, () => 0);
  for (const token of tokens) {
    const known = VOCABULARY.includes(token) ? token : '[UNK]';
    const start = VOCABULARY.indexOf(known) * TINY_DIMENSIONS;
    for (const at of sum.keys()) sum[at] = (sum[at] ?? 0) + (TOKEN_VECTORS[start + at] ?? Number.NaN);
  }
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

function expectVector(actual: Float32Array | undefined, tokens: readonly string[]): void {
  const expected = computeVector(tokens);
  expect(actual).toHaveLength(TINY_DIMENSIONS);
  for (const [at, value] of expected.entries()) expect(actual?.[at]).toBeCloseTo(value, 5);
}

const multiply = (left: Float32Array = new Float32Array(0), right: Float32Array = left) =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? Number.NaN), 0);

/** More than a batch, of every length, so that padding and order matter. */
const MANY = Array.from({ length: 40 }, (_unused, at) =>
  '退款套餐密码物流发票'.slice(at % 7, (at % 7) + 1 + (at % 4)),
);

const requests: unknown[] = [];
let embedder: OnnxEmbedder;

beforeAll(async () => {
  await loadTinyRuntime();
});

beforeEach(async () => {
  requests.length = 0;
  vi.stubGlobal('fetch', (...request: unknown[]) => {
    requests.push(request);
    throw new Error('nothing may be fetched');
  });
  embedder = await createTinyEmbedder();
});

afterEach(async () => {
  await embedder.close();
  vi.unstubAllGlobals();
  expect(requests, 'nothing may be fetched').toEqual([]);
});

describe('vectors', () => {
  test('are what plain arithmetic says, for Chinese, English and both', async () => {
    const vectors = await embedder.embed(['退款到账', 'Refund my card!', '换 SIM 卡']);
    expect(vectors).toHaveLength(3);
    expectVector(vectors[0], ['退', '款', '到', '账']);
    expectVector(vectors[1], ['refund', 'my', 'card', '!']);
    expectVector(vectors[2], ['换', 'sim', '卡']);
  });

  test('keep the order of the texts over several batches', async () => {
    const vectors = await embedder.embed(MANY);
    expect(vectors).toHaveLength(MANY.length);
    for (const [at, text] of MANY.entries()) expectVector(vectors[at], [...text]);
  });

  test('put words that mean the same near each other', async () => {
    const [plan, tariff, parcel] = await embedder.embed(['套餐', '资费', '快递']);
    expect(multiply(plan, tariff)).toBeGreaterThan(0.8);
    expect(multiply(plan, parcel)).toBeLessThan(0.5);
  });

  test('are all zeros where nothing is known', async () => {
    const vectors = await embedder.embed(['', '   ', '龘龖', '😀', '退']);
    for (const vector of vectors.slice(0, 4)) expect(vector.every((value) => value === 0)).toBe(true);
    expectVector(vectors[4], ['退']);
  });

  test('pass over unknown words beside known ones', async () => {
    const [known, mixed] = await embedder.embed(['退款', '龘退款😀']);
    expect(multiply(known, mixed)).toBeCloseTo(1, 5);
  });

  test('survive half characters and control characters', async () => {
    const [vector] = await embedder.embed(['\u0000\uD83D退\uDC00款\u202E']);
    expect(multiply(vector, vector)).toBeCloseTo(1, 5);
  });

  test('are of the beginning where a text is too long', async () => {
    const beginning = '套'.repeat(TINY_MAX_TOKENS - 2);
    const [long, full] = await embedder.embed([`${beginning}${'丢'.repeat(500)}`, `${beginning.slice(1)}丢`]);
    expect(long).toHaveLength(TINY_DIMENSIONS);
    expectVector(long, ['套']);
    expectVector(full, [...beginning.slice(1), '丢']);
  });

  test('of a megabyte do not take longer than of a page', async () => {
    const started = performance.now();
    const [vector] = await embedder.embed(['套餐'.repeat(500_000)]);
    expect(performance.now() - started).toBeLessThan(1_000);
    expectVector(vector, ['套', '餐']);
  });

  test('of no texts are no vectors', async () => {
    expect(await embedder.embed([])).toEqual([]);
  });
});

describe('a model that answers with one vector a token', () => {
  test('is pooled over the tokens that are there', async () => {
    const hidden = await createTinyEmbedder(makeTinyFiles('hidden'));
    const vectors = await hidden.embed(MANY);
    await hidden.close();
    expect(vectors).toHaveLength(MANY.length);
    for (const [at, text] of MANY.entries()) expectVector(vectors[at], [...text]);
  });

  test('is read at its first token where it was trained so', async () => {
    // In the small model every text begins with the same token, whose vector is all zeros.
    const files = { ...makeTinyFiles('hidden'), pooling: '{"pooling_mode_cls_token":true}' };
    const hidden = await createTinyEmbedder(files);
    const [vector] = await hidden.embed(['退款']);
    await hidden.close();
    expect(vector?.every((value) => value === 0)).toBe(true);
  });
});

describe('its name', () => {
  test('is the same for the same files and another for any other', async () => {
    const again = await createTinyEmbedder();
    const other = await createTinyEmbedder(makeTinyFiles('hidden'));
    const cut = await createTinyEmbedder({ ...makeTinyFiles(), tokenizerConfig: '{"model_max_length":8}' });
    expect(embedder.dimensions).toBe(TINY_DIMENSIONS);
    expect(embedder.id).toMatch(/^onnx:[0-9a-f]{32}$/);
    expect(again.id).toBe(embedder.id);
    expect(new Set([embedder.id, other.id, cut.id]).size).toBe(3);
    await Promise.all([again, other, cut].map((each) => each.close()));
  });
});

describe('turns', () => {
  test('a question is answered while many texts are waiting', async () => {
    const finished: string[] = [];
    const many = embedder.embed(Array.from({ length: 80 }, () => '退款')).then(() => finished.push('many'));
    const one = embedder.embed(['套餐']).then(([vector]) => {
      finished.push('one');
      return vector;
    });
    expectVector(await one, ['套', '餐']);
    await many;
    expect(finished).toEqual(['one', 'many']);
  });

  test('timers and messages get in between batches', async () => {
    let hasTicked = false;
    setTimeout(() => {
      hasTicked = true;
    });
    await embedder.embed(Array.from({ length: 80 }, () => '退款'));
    expect(hasTicked).toBe(true);
  });
});

describe('abort', () => {
  test('before the start answers nothing', async () => {
    const embedding = embedder.embed(['退款'], AbortSignal.abort());
    await expect(embedding).rejects.toMatchObject({ name: 'EmbedderError', reason: 'aborted' });
  });

  test('in the middle stops, and the embedder goes on for others', async () => {
    const controller = new AbortController();
    const embedding = embedder.embed(
      Array.from({ length: 4_000 }, () => '退款'),
      controller.signal,
    );
    setTimeout(() => controller.abort(), 5);
    await expect(embedding).rejects.toMatchObject({ reason: 'aborted' });
    expectVector((await embedder.embed(['套餐']))[0], ['套', '餐']);
  });

  test('after closing, it says so', async () => {
    await embedder.close();
    await expect(embedder.embed(['退款'])).rejects.toMatchObject({ reason: 'closed' });
    await expect(embedder.close()).resolves.toBeUndefined();
  });
});

describe('what cannot be used has a name', () => {
  const files = makeTinyFiles();
  const noVectors = encodeOnnxModel({
    name: 'counts',
    nodes: [{ operator: 'Identity', inputs: ['input_ids'], outputs: ['same'] }],
    constants: [],
    inputs: [{ name: 'input_ids', type: 'int64', dimensions: ['texts', 'tokens'] }],
    outputs: [{ name: 'same', type: 'int64', dimensions: ['texts', 'tokens'] }],
  });
  const wantsPictures = encodeOnnxModel({
    name: 'pictures',
    nodes: [{ operator: 'Identity', inputs: ['pixel_values'], outputs: ['same'] }],
    constants: [],
    inputs: [{ name: 'pixel_values', type: 'float', dimensions: [1] }],
    outputs: [{ name: 'same', type: 'float', dimensions: [1] }],
  });

  test.each([
    ['an empty model', { model: new Uint8Array(0) }, 'model-broken'],
    ['a model cut short', { model: files.model.slice(0, files.model.length / 2) }, 'model-broken'],
    ['a model that is something else', { model: new TextEncoder().encode('<html>') }, 'model-broken'],
    ['a model without vectors', { model: noVectors }, 'model-unsupported'],
    ['a model of pictures', { model: wantsPictures }, 'model-unsupported'],
    ['a tokenizer that is no JSON', { tokenizer: '<html>' }, 'model-broken'],
    ['a tokenizer that is a list', { tokenizer: '[]' }, 'model-broken'],
    ['a tokenizer without a model', { tokenizer: '{}' }, 'model-broken'],
    ['a pooling that is no JSON', { pooling: '{' }, 'model-broken'],
  ])('%s', async (_name, broken, reason) => {
    await expect(createTinyEmbedder({ ...files, ...broken })).rejects.toMatchObject({
      name: 'EmbedderError',
      reason,
    });
  });

  test('a build without the runtime', async () => {
    const loadRuntime = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    await expect(createOnnxEmbedder({ files, loadRuntime })).rejects.toMatchObject({
      reason: 'runtime-missing',
    });
  });
});
