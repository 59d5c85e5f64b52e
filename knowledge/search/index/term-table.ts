/**
 * Term → its number, in order of appearance. A hash table over flat arrays: building an index asks it millions of
 * times, and a `Map` would be most of the time and memory that takes.
 */
export interface TermTable {
  readonly size: number;
  /** @returns the term's number, a new one if it has none */
  add(term: number): number;
  /** @returns −1 for a term that was never added */
  find(term: number): number;
  /** All terms, in order of appearance. */
  list(): Uint32Array;
}

const FIRST_SLOTS = 4_096;
const FULLEST = 0.6;

export function createTermTable(): TermTable {
  let terms = new Uint32Array(FIRST_SLOTS);
  /** Two numbers a slot, side by side in memory: the term, and its number counted from 1; 0 for an empty slot. */
  let slots = new Uint32Array(2 * FIRST_SLOTS);
  let size = 0;

  const findSlot = (term: number): number => {
    const mask = slots.length - 1;
    let slot = (2 * Math.imul(term, 0x9e_37_79_b1)) & mask;
    while (slots[slot + 1] !== 0 && slots[slot] !== term) slot = (slot + 2) & mask;
    return slot;
  };
  const put = (slot: number, number: number) => {
    slots[slot] = terms[number] ?? 0;
    slots[slot + 1] = number + 1;
  };
  const grow = () => {
    slots = new Uint32Array(2 * slots.length);
    const larger = new Uint32Array(slots.length / 2);
    larger.set(terms);
    terms = larger;
    for (let number = 0; number < size; number += 1) put(findSlot(terms[number] ?? 0), number);
  };

  return {
    get size() {
      return size;
    },
    add(term) {
      const slot = findSlot(term);
      const known = slots[slot + 1] ?? 0;
      if (known > 0) return known - 1;
      terms[size] = term;
      put(slot, size);
      size += 1;
      if (size > (FULLEST * slots.length) / 2) grow();
      return size - 1;
    },
    find: (term) => (slots[findSlot(term) + 1] ?? 0) - 1,
    list: () => terms.slice(0, size),
  };
}
