/** Collects what terms weigh article by article, and sorts it by term at the end: counting, not comparing. */
import { choosePositionArray, FINEST_IMPACT } from './segment.ts';
import type { Accumulator } from './accumulator.ts';
import type { TermTable } from './term-table.ts';

/** BM25's constants: how soon a repeated word stops counting, and how much a long article pays (replies pay before). */
const K1 = 1.2;
const B = 0.2;

/** @param table numbers the terms */
export function createPostings(table: TermTable) {
  const numberOfEach = createNumberList(Uint32Array);
  const weightOfEach = createNumberList(Float32Array);
  const sizes: number[] = [];
  const lengths: number[] = [];

  const addAll = (weights: Accumulator): number => {
    let length = 0;
    for (const number of weights.touched) {
      const weight = weights.read(number);
      numberOfEach.push(number);
      weightOfEach.push(weight);
      length += weight;
    }
    return length;
  };

  return {
    /** The next article. @param sounds do not make it longer */
    add(terms: Accumulator, sounds: Accumulator): void {
      // Whole hundredths: their sum is the same in whatever order the articles come.
      lengths.push(Math.round(100 * addAll(terms)));
      addAll(sounds);
      sizes.push(terms.touched.length + sounds.touched.length);
    },
    pack(articleCount: number) {
      const { terms, rowOf, findRow } = sortTerms(table);
      const numbers = numberOfEach.read();
      const offsets = countRows(rowOf, numbers);
      const collected = { numbers, weights: weightOfEach.read(), sizes, norms: normaliseLengths(lengths) };
      const placed = placePostings(collected, { rowOf, offsets, articleCount });
      return { terms, offsets, ...placed, findRow };
    },
  };
}

interface Collected {
  numbers: Uint32Array | Float32Array;
  weights: Uint32Array | Float32Array;
  /** By article: how many postings it has. */
  sizes: readonly number[];
  norms: readonly number[];
}

interface Rows {
  rowOf: Uint32Array;
  offsets: Uint32Array;
  articleCount: number;
}

function placePostings(
  { numbers, weights, sizes, norms }: Collected,
  { rowOf, offsets, articleCount }: Rows,
) {
  const articles = new (choosePositionArray(articleCount))(numbers.length);
  const impacts = new Uint8Array(numbers.length);
  const next = offsets.slice();
  let at = 0;
  sizes.forEach((size, position) => {
    const norm = norms[position] ?? 1;
    for (const end = at + size; at < end; at += 1) {
      const row = rowOf[numbers[at] ?? 0] ?? 0;
      const to = next[row] ?? 0;
      next[row] = to + 1;
      articles[to] = position;
      impacts[to] = quantise(weights[at] ?? 0, norm);
    }
  });
  return { articles, impacts };
}

/** Terms ascending, and where each number went. */
function sortTerms(table: TermTable) {
  const appeared = table.list();
  const terms = appeared.toSorted();
  const rowOf = new Uint32Array(terms.length);
  terms.forEach((term, row) => {
    rowOf[table.find(term)] = row;
  });
  return { terms, rowOf, findRow: (term: number) => rowOf[table.find(term)] ?? 0 };
}

/** @returns where each row begins, and the end */
function countRows(rowOf: Uint32Array, numbers: Uint32Array | Float32Array): Uint32Array<ArrayBuffer> {
  const offsets = new Uint32Array(rowOf.length + 1);
  for (let at = 0; at < numbers.length; at += 1) {
    const row = rowOf[numbers[at] ?? 0] ?? 0;
    offsets[row + 1] = (offsets[row + 1] ?? 0) + 1;
  }
  for (let row = 1; row < offsets.length; row += 1)
    offsets[row] = (offsets[row] ?? 0) + (offsets[row - 1] ?? 0);
  return offsets;
}

/** BM25's saturation. Rounds up: a term that counts at all must not be lost. */
function quantise(weight: number, lengthNorm: number): number {
  return Math.ceil((FINEST_IMPACT * weight) / (weight + lengthNorm));
}

function normaliseLengths(lengths: readonly number[]): number[] {
  const average = lengths.reduce((total, length) => total + length, 0) / Math.max(1, lengths.length) || 1;
  return lengths.map((length) => K1 * (1 - B + (B * length) / average));
}

type NumberArray = typeof Uint32Array | typeof Float32Array;

/** Numbers that come one by one, in a typed array that doubles when it is full. */
function createNumberList(Numbers: NumberArray) {
  let values = new Numbers(1_024);
  let length = 0;
  return {
    push(value: number): void {
      if (length === values.length) {
        const larger = new Numbers(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    read: () => values.subarray(0, length),
  };
}
