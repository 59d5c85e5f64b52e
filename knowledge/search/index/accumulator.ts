/** Sums by term number over one array that is cleared, not made anew: an index is built of millions of small sums. */
export interface Accumulator {
  /** Numbers that have a value, in order of appearance. */
  readonly touched: readonly number[];
  add(number: number, value: number): void;
  /** Keeps the larger one. */
  raise(number: number, value: number): void;
  read(number: number): number;
  clear(): void;
}

const FIRST_SIZE = 4_096;

export function createAccumulator(): Accumulator {
  let values = new Float32Array(FIRST_SIZE);
  let touched: number[] = [];
  const touch = (number: number) => {
    if (number >= values.length) {
      const larger = new Float32Array(Math.max(number + 1, 2 * values.length));
      larger.set(values);
      values = larger;
    }
    if (values[number] === 0) touched.push(number);
  };
  return {
    get touched() {
      return touched;
    },
    add(number, value) {
      touch(number);
      values[number] = (values[number] ?? 0) + value;
    },
    raise(number, value) {
      touch(number);
      if (value > (values[number] ?? 0)) values[number] = value;
    },
    read: (number) => values[number] ?? 0,
    clear() {
      for (const number of touched) values[number] = 0;
      touched = [];
    },
  };
}
