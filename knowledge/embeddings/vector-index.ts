/** Which articles mean nearly the same as a question: every vector is compared, which needs no tuning. */
import { createVectorRows, packVector, type PackedVector, type VectorRows } from './vector-rows.ts';

export interface VectorHit {
  id: string;
  /** Cosine of the nearest of the article’s vectors, above 0 to 1. */
  score: number;
}

export interface IndexedArticle {
  id: string;
  /** Tells one state of the article from the next, for instance when it was changed. */
  stamp: number;
}

export interface VectorIndex {
  /** Articles, not vectors. */
  readonly size: number;
  readonly dimensions: number;
  /** Replaces what was there. @throws RangeError for a vector of another size */
  put(article: IndexedArticle, vectors: readonly Float32Array[]): void;
  remove(id: string): void;
  list(): IndexedArticle[];
  /** Best first; equal scores by id. */
  search(vector: Float32Array, limit: number): VectorHit[];
  /** What {@link restoreVectorIndex} makes the same index of. */
  pack(): PackedArticle[];
}

export interface PackedArticle extends IndexedArticle {
  vectors: PackedVector[];
}

interface Slot extends IndexedArticle {
  rows: number[];
}

export function createVectorIndex(dimensions: number): VectorIndex {
  return restoreVectorIndex(dimensions, []);
}

export function restoreVectorIndex(dimensions: number, articles: readonly PackedArticle[]): VectorIndex {
  const rows = createVectorRows(dimensions);
  const slots: (Slot | undefined)[] = [];
  const places = new Map<string, number>();
  const freePlaces: number[] = [];

  const remove = (id: string) => {
    const place = places.get(id);
    if (place === undefined) return;
    for (const row of slots[place]?.rows ?? []) rows.remove(row);
    slots[place] = undefined;
    places.delete(id);
    freePlaces.push(place);
  };
  const insert = ({ id, stamp, vectors }: PackedArticle) => {
    remove(id);
    const place = freePlaces.pop() ?? slots.length;
    slots[place] = { id, stamp, rows: vectors.map((vector) => rows.add(vector, place)) };
    places.set(id, place);
  };
  for (const article of articles) insert(article);

  return {
    get size() {
      return places.size;
    },
    dimensions,
    put({ id, stamp }, vectors) {
      for (const vector of vectors) requireSize(vector, dimensions);
      insert({ id, stamp, vectors: vectors.map(packVector) });
    },
    remove,
    list: () => slots.flatMap((slot) => slot ?? []).map(({ id, stamp }) => ({ id, stamp })),
    search(vector, limit) {
      requireSize(vector, dimensions);
      const best = new Float32Array(slots.length);
      rows.compare(vector, best);
      return chooseBest(slots, best, limit);
    },
    pack: () => slots.flatMap((slot) => (slot ? packSlot(slot, rows) : [])),
  };
}

const packSlot = ({ id, stamp, rows: own }: Slot, rows: VectorRows): PackedArticle => ({
  id,
  stamp,
  vectors: own.map((row) => rows.read(row)),
});

function requireSize(vector: Float32Array, dimensions: number): void {
  if (vector.length !== dimensions) throw new RangeError('vector of another size');
}

/** Sorts only what can still be among the first: most articles are worse than the worst of those. */
function chooseBest(slots: readonly (Slot | undefined)[], best: Float32Array, limit: number): VectorHit[] {
  let hits: VectorHit[] = [];
  let bar = 0;
  for (const [place, score] of best.entries()) {
    const slot = slots[place];
    if (!slot || score <= 0 || score < bar) continue;
    hits.push({ id: slot.id, score });
    if (hits.length < 2 * limit + 64) continue;
    hits = hits.toSorted(compareHits).slice(0, limit);
    bar = hits.at(-1)?.score ?? 0;
  }
  return hits.toSorted(compareHits).slice(0, limit);
}

function compareHits(left: VectorHit, right: VectorHit): number {
  return right.score - left.score || (left.id < right.id ? -1 : 1);
}
