/** What must hold of vectors and fused rankings, whatever goes in. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  createVectorIndex,
  decodeVectors,
  encodeVectors,
  fuseRankings,
} from '../../knowledge/embeddings/index.ts';

const DIMENSIONS = 6;
const EMBEDDER = { id: 'onnx:test', dimensions: DIMENSIONS };

const vectors = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .filter((values) => Math.hypot(...values) > 0.01)
  .map((values) => Float32Array.from(values, (value) => value / Math.hypot(...values)));

const ids = fc.constantFrom('a', 'b', 'c', '退款', 'e', 'f');

const changes = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ id: ids, vectors: fc.array(vectors, { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ id: ids, vectors: fc.constant(null) }) },
  ),
  { maxLength: 30 },
);

type Changes = { id: string; vectors: Float32Array[] | null }[];

function makeIndex(steps: Changes) {
  const index = createVectorIndex(DIMENSIONS);
  for (const [stamp, step] of steps.entries()) {
    if (step.vectors) index.put({ id: step.id, stamp }, step.vectors);
    else index.remove(step.id);
  }
  return index;
}

const multiply = (left: Float32Array, right: Float32Array) =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? Number.NaN), 0);

const LIMIT = 10;

describe('the vector index', () => {
  test.prop([changes, vectors])('answers like plain arithmetic over what was put last', (steps, question) => {
    const last = new Map<string, Float32Array[]>();
    for (const step of steps) {
      if (step.vectors) last.set(step.id, step.vectors);
      else last.delete(step.id);
    }
    const index = makeIndex(steps);
    expect(index.size).toBe(last.size);
    const hits = new Map(index.search(question, LIMIT).map(({ id, score }) => [id, score]));
    for (const id of hits.keys()) expect(last.has(id)).toBe(true);
    for (const [id, own] of last) {
      const exact = Math.max(0, ...own.map((vector) => multiply(vector, question)));
      expect(Math.abs((hits.get(id) ?? 0) - exact)).toBeLessThan(0.01);
    }
  });

  test.prop([changes, vectors])('puts better scores first, and equal ones by id', (steps, question) => {
    const hits = makeIndex(steps).search(question, LIMIT);
    const sorted = hits.toSorted((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
    expect(hits).toEqual(sorted);
  });

  test.prop([changes, vectors])('comes back from the disk as it was', (steps, question) => {
    const index = makeIndex(steps);
    const restored = decodeVectors(encodeVectors(index, EMBEDDER.id), EMBEDDER);
    expect(restored?.search(question, LIMIT)).toEqual(index.search(question, LIMIT));
    expect(new Map(restored?.list().map(({ id, stamp }) => [id, stamp]))).toEqual(
      new Map(index.list().map(({ id, stamp }) => [id, stamp])),
    );
  });

  test.prop([changes, vectors, ids])('a removed article never comes back', (steps, question, id) => {
    const index = makeIndex(steps);
    index.remove(id);
    expect(index.search(question, LIMIT).map((hit) => hit.id)).not.toContain(id);
  });
});

const rankings = fc.array(
  fc.record({
    ids: fc.uniqueArray(ids, { maxLength: 6 }),
    weight: fc.double({ min: 0.1, max: 3, noNaN: true }),
  }),
  { maxLength: 4 },
);

describe('fused rankings', () => {
  test.prop([rankings])('hold each named id once and invent none', (all) => {
    const fused = fuseRankings(all).map(({ id }) => id);
    expect(fused.toSorted()).toEqual([...new Set(all.flatMap((ranking) => ranking.ids))].toSorted());
  });

  test.prop([rankings])('never put better scores last, and are the same every time', (all) => {
    const fused = fuseRankings(all);
    for (const [at, { score }] of fused.entries()) {
      expect(score).toBeLessThanOrEqual(fused[at - 1]?.score ?? Infinity);
    }
    expect(fuseRankings(all)).toEqual(fused);
  });

  test.prop([rankings, ids])('keep first what every ranking has first', (all, id) => {
    const agreeing = all.map((ranking) => ({
      ...ranking,
      ids: [id, ...ranking.ids.filter((other) => other !== id)],
    }));
    fc.pre(agreeing.length > 0);
    expect(fuseRankings(agreeing)[0]?.id).toBe(id);
  });

  test.prop([rankings, ids, ids])('do not swap two that all rankings order alike', (all, better, worse) => {
    fc.pre(better !== worse);
    const agreeing = all.map((ranking) => ({
      ...ranking,
      ids: [...ranking.ids.filter((id) => id !== better && id !== worse), better, worse],
    }));
    fc.pre(agreeing.length > 0);
    const fused = fuseRankings(agreeing).map(({ id }) => id);
    expect(fused.indexOf(better)).toBeLessThan(fused.indexOf(worse));
  });

  test.prop([rankings])('of one ranking are that ranking', ([only]) => {
    fc.pre(only !== undefined);
    expect(fuseRankings([only]).map(({ id }) => id)).toEqual(only.ids);
  });
});
