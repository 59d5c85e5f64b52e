/** All segments together, and what terms are worth in them. */
import { countPostings, findRow, type Segment } from '../index/segment.ts';
import type { ConceptFinder } from '../text/concepts.ts';
import { createNameCounts, type NameCounts } from './count-terms.ts';

export interface Corpus {
  /** Where articles are; a newer version hides an older one. */
  articles: readonly Segment[];
  lessons: Lessons | null;
  concepts: ConceptFinder;
  /** @returns whether this version of the article is the living one, and wanted */
  isWanted(segment: Segment, position: number): boolean;
}

/** What use has taught: each "article" of the segment is one question somebody asked. */
export interface Lessons {
  segment: Segment;
  /** Parallel to the segment's articles. */
  taught: readonly { weight: number; articleId: string }[];
  /** Where an article is; undefined for one that is gone. */
  findArticle(id: string): { segment: Segment; position: number } | undefined;
}

export function countArticles({ articles }: Corpus): number {
  return articles.reduce((count, { articleIds }) => count + articleIds.length, 0);
}

/** BM25's idf, kept positive; 0 for what nobody wrote: it can neither find nor be missed. */
export function rateTerm(corpus: Corpus, term: number): number {
  let having = corpus.lessons ? Math.min(1, countPostings(corpus.lessons.segment, term)) : 0;
  for (const segment of corpus.articles) having += countPostings(segment, term);
  return rateRarity(having, countArticles(corpus));
}

function rateRarity(having: number, articles: number): number {
  return having === 0 ? 0 : Math.log(1 + Math.max(0.5, articles - having + 0.5) / (having + 0.5));
}

export interface SegmentTables {
  /** By row: how rare the term is. */
  rarities: Float32Array;
  /** By row: a question's term in that place, counted from 1; 0 for none. */
  places: Uint16Array;
  whole: NameCounts;
}

const tables = new WeakMap<Segment, SegmentTables>();

/** Made once a segment: by the largest one's counts, which is near enough when a few articles changed. */
export function takeTables(corpus: Corpus, segment: Segment): SegmentTables {
  const known = tables.get(segment);
  if (known) return known;
  const isMain = segment === corpus.articles[0];
  const articles = countArticles(corpus);
  const rarities = Float32Array.from(segment.terms, (term, row) =>
    isMain
      ? rateRarity((segment.offsets[row + 1] ?? 0) - (segment.offsets[row] ?? 0), articles)
      : rateTerm(corpus, term),
  );
  const made = {
    rarities,
    places: new Uint16Array(segment.terms.length),
    whole: createNameCounts(segment.nameTerms, rarities),
  };
  tables.set(segment, made);
  return made;
}

/** Runs with the segment's rows marked by where the terms stand, counted from 1. */
export function withPlaces<TValue>(
  segment: Segment,
  { hashes, places }: { hashes: readonly number[]; places: Uint16Array },
  run: () => TValue,
): TValue {
  const rows = hashes.map((hash) => findRow(segment, hash));
  rows.forEach((row, at) => {
    if (row >= 0) places[row] = at + 1;
  });
  try {
    return run();
  } finally {
    for (const row of rows) if (row >= 0) places[row] = 0;
  }
}
