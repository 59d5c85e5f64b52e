/** Vectors come back from the disk as they were, or not at all. */
import { describe, expect, test } from 'vitest';
import {
  createVectorIndex,
  decodeVectors,
  encodeVectors,
  VECTORS_VERSION,
  type StoredVectors,
} from '../../../knowledge/embeddings/index.ts';

const EMBEDDER = { id: 'onnx:1', dimensions: 5 };

function makeIndex() {
  const index = createVectorIndex(EMBEDDER.dimensions);
  index.put({ id: '退款', stamp: 1_700_000_000_000.5 }, [
    Float32Array.of(0.5, -0.5, 0.5, -0.5, 0),
    Float32Array.of(1, 0, 0, 0, 0),
  ]);
  index.put({ id: 'gone', stamp: 2 }, [Float32Array.of(0, 1, 0, 0, 0)]);
  index.put({ id: 'empty', stamp: 3 }, []);
  index.put({ id: 'plan', stamp: 4 }, [Float32Array.of(0, 0, 0.6, 0, 0.8)]);
  index.remove('gone');
  return index;
}

const QUESTIONS = [Float32Array.of(1, 0, 0, 0, 0), Float32Array.of(0, 0, 0, 0, 1)];

test('what is stored answers like what was in memory', () => {
  const index = makeIndex();
  const restored = decodeVectors(structuredClone(encodeVectors(index, EMBEDDER.id)), EMBEDDER);
  expect(restored?.list().toSorted((a, b) => a.stamp - b.stamp)).toEqual(
    index.list().toSorted((a, b) => a.stamp - b.stamp),
  );
  for (const question of QUESTIONS) {
    expect(restored?.search(question, 10)).toEqual(index.search(question, 10));
  }
});

test('no articles are a whole set too', () => {
  const stored = encodeVectors(createVectorIndex(5), EMBEDDER.id);
  expect(decodeVectors(stored, EMBEDDER)?.size).toBe(0);
});

describe('anything else is computed anew', () => {
  const cut = (buffer: ArrayBuffer) => buffer.slice(0, buffer.byteLength - 8);
  const damages: [string, (stored: StoredVectors) => Partial<StoredVectors>][] = [
    ['another version', () => ({ version: VECTORS_VERSION + 1 })],
    ['another embedder', () => ({ embedderId: 'onnx:2' })],
    ['another size', () => ({ dimensions: 4 })],
    ['an id more', ({ articleIds }) => ({ articleIds: `${articleIds}\nplan2` })],
    ['values cut short', ({ values }) => ({ values: cut(values) })],
    ['counts cut short', ({ counts }) => ({ counts: cut(counts) })],
    ['scales cut short', ({ scales }) => ({ scales: cut(scales) })],
    ['stamps cut short', ({ stamps }) => ({ stamps: cut(stamps) })],
    ['a field that is missing', () => ({ values: undefined as unknown as ArrayBuffer })],
    ['another checksum', ({ checksum }) => ({ checksum: checksum ^ 1 })],
  ];

  test.each(damages)('%s', (_name, damage) => {
    const stored = encodeVectors(makeIndex(), EMBEDDER.id);
    expect(decodeVectors({ ...stored, ...damage(stored) }, EMBEDDER)).toBeNull();
  });

  test('one bit, wherever it is', () => {
    const stored = encodeVectors(makeIndex(), EMBEDDER.id);
    for (const field of ['stamps', 'counts', 'scales', 'values'] as const) {
      for (let at = 0; at < stored[field].byteLength; at += 1) {
        const bytes = new Uint8Array(stored[field].slice(0));
        bytes[at] = (bytes[at] ?? 0) ^ 4;
        expect(decodeVectors({ ...stored, [field]: bytes.buffer }, EMBEDDER)).toBeNull();
      }
    }
  });
});
