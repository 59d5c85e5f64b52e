/** Articles as vectors: kept, replaced, removed, found. */
import { describe, expect, test } from 'vitest';
import { createVectorIndex } from '../../../knowledge/embeddings/index.ts';

const vector = (...values: number[]) => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};

const RIGHT = vector(1, 0, 0);
const UP = vector(0, 1, 0);
const BETWEEN = vector(1, 1, 0);

const makeIndex = () => {
  const index = createVectorIndex(3);
  index.put({ id: 'right', stamp: 1 }, [RIGHT]);
  index.put({ id: 'up', stamp: 2 }, [UP]);
  return index;
};

const listIds = (hits: readonly { id: string }[]) => hits.map(({ id }) => id);

describe('searching', () => {
  test('puts the nearest first, with its cosine', () => {
    const index = makeIndex();
    index.put({ id: 'between', stamp: 3 }, [BETWEEN]);
    const hits = index.search(vector(3, 1, 0), 10);
    expect(listIds(hits)).toEqual(['right', 'between', 'up']);
    expect(hits[0]?.score).toBeCloseTo(3 / Math.sqrt(10), 2);
    expect(listIds(index.search(vector(3, 1, 0), 1))).toEqual(['right']);
  });

  test('counts an article by the nearest of its vectors', () => {
    const index = makeIndex();
    index.put({ id: 'both', stamp: 3 }, [vector(-1, 0, 0), vector(1, 0.1, 0)]);
    expect(listIds(index.search(vector(1, 0.1, 0), 2))).toEqual(['both', 'right']);
  });

  test('leaves out what has nothing in common', () => {
    expect(listIds(makeIndex().search(RIGHT, 10))).toEqual(['right']);
    expect(makeIndex().search(new Float32Array(3), 10)).toEqual([]);
    expect(createVectorIndex(3).search(RIGHT, 10)).toEqual([]);
  });

  test('orders equal articles by id, however they came in', () => {
    const index = createVectorIndex(3);
    for (const id of ['c', 'a', 'd', 'b']) index.put({ id, stamp: 1 }, [RIGHT]);
    expect(listIds(index.search(RIGHT, 3))).toEqual(['a', 'b', 'c']);
  });

  test('orders hundreds of equal articles by id too', () => {
    const index = createVectorIndex(3);
    for (let at = 999; at >= 100; at -= 1) index.put({ id: `a${at}`, stamp: 1 }, [RIGHT]);
    expect(listIds(index.search(RIGHT, 3))).toEqual(['a100', 'a101', 'a102']);
  });

  test('finds the best few among thousands', () => {
    const index = createVectorIndex(3);
    for (let at = 0; at < 3_000; at += 1) {
      index.put({ id: `a${at}`, stamp: at }, [vector(1, at / 100, (at * 7) % 5)]);
    }
    const question = vector(0.2, 1, 0.3);
    expect(index.search(question, 5)).toEqual(index.search(question, 3_000).slice(0, 5));
  });

  test('refuses vectors of another size', () => {
    const index = makeIndex();
    expect(() => index.put({ id: 'flat', stamp: 1 }, [RIGHT, Float32Array.of(1, 0)])).toThrow(RangeError);
    expect(() => index.search(Float32Array.of(1, 0, 0, 0), 1)).toThrow(RangeError);
    expect(index.size).toBe(2);
  });
});

describe('changing', () => {
  test('a changed article is found by its new vectors only', () => {
    const index = makeIndex();
    index.put({ id: 'right', stamp: 5 }, [UP]);
    expect(index.size).toBe(2);
    expect(index.list()).toContainEqual({ id: 'right', stamp: 5 });
    expect(index.search(RIGHT, 10)).toEqual([]);
    expect(listIds(index.search(UP, 10))).toEqual(['right', 'up']);
  });

  test('a removed article is gone, and its place is used again', () => {
    const index = makeIndex();
    index.remove('right');
    index.remove('never there');
    index.put({ id: 'new', stamp: 9 }, [RIGHT, BETWEEN]);
    expect(index.list().map(({ id }) => id)).toEqual(expect.arrayContaining(['new', 'up']));
    expect(index.size).toBe(2);
    expect(listIds(index.search(RIGHT, 10))).toEqual(['new']);
  });

  test('an article without vectors is known and never found', () => {
    const index = makeIndex();
    index.put({ id: 'empty', stamp: 3 }, []);
    expect(index.size).toBe(3);
    expect(listIds(index.search(BETWEEN, 10))).not.toContain('empty');
  });
});
