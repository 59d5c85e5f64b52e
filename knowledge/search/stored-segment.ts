/** How a segment lies on disk: flat buffers, so that loading copies nothing and parses little. */
import { choosePositionArray, type Segment } from './segment.ts';

/** Raise when analysis or layout changes: stored segments of another version are rebuilt. */
export const SEGMENT_VERSION = 1;

export interface StoredSegment {
  version: number;
  articleIds: string;
  titles: string;
  terms: string;
  offsets: ArrayBuffer;
  articles: ArrayBuffer;
  impacts: ArrayBuffer;
  phrases: ArrayBuffer;
  phraseArticles: ArrayBuffer;
}

// Ids and terms never hold a line break, and titles are one line by schema.
const SEPARATOR = '\n';

export function encodeSegment(segment: Segment): StoredSegment {
  return {
    version: SEGMENT_VERSION,
    articleIds: segment.articleIds.join(SEPARATOR),
    titles: segment.titles.map((title) => title.replaceAll(SEPARATOR, ' ')).join(SEPARATOR),
    terms: [...segment.rows.keys()].join(SEPARATOR),
    offsets: segment.offsets.buffer as ArrayBuffer,
    articles: segment.articles.buffer as ArrayBuffer,
    impacts: segment.impacts.buffer as ArrayBuffer,
    phrases: segment.phrases.buffer as ArrayBuffer,
    phraseArticles: segment.phraseArticles.buffer as ArrayBuffer,
  };
}

/** @returns null for anything that is not whole: the caller builds anew from the articles. */
export function decodeSegment(stored: StoredSegment): Segment | null {
  if (stored.version !== SEGMENT_VERSION) return null;
  try {
    return readSegment(stored);
  } catch {
    // A buffer cut short, or a field that is missing.
    return null;
  }
}

function readSegment(stored: StoredSegment): Segment | null {
  const terms = splitLines(stored.terms);
  const articleIds = splitLines(stored.articleIds);
  const Positions = choosePositionArray(articleIds.length);
  const segment: Segment = {
    articleIds,
    titles: splitLines(stored.titles),
    rows: new Map(terms.map((term, row) => [term, row])),
    offsets: new Uint32Array(stored.offsets),
    articles: new Positions(stored.articles),
    impacts: new Uint8Array(stored.impacts),
    phrases: new Uint32Array(stored.phrases),
    phraseArticles: new Positions(stored.phraseArticles),
  };
  return isWhole(segment) ? segment : null;
}

function isWhole(segment: Segment): boolean {
  const { articleIds, titles, rows, offsets, articles, impacts, phrases, phraseArticles } = segment;
  return (
    titles.length === articleIds.length &&
    offsets.length === rows.size + 1 &&
    offsets.at(-1) === articles.length &&
    isAscending(offsets) &&
    articles.length === impacts.length &&
    staysBelow(articles, articleIds.length) &&
    phrases.length === phraseArticles.length &&
    isAscending(phrases) &&
    staysBelow(phraseArticles, articleIds.length)
  );
}

// Plain loops: these run over millions of numbers at every start.

function isAscending(numbers: Uint32Array): boolean {
  for (let at = 1; at < numbers.length; at += 1) {
    if ((numbers[at] ?? 0) < (numbers[at - 1] ?? 0)) return false;
  }
  return true;
}

function staysBelow(numbers: Uint16Array | Uint32Array, bound: number): boolean {
  for (let at = 0; at < numbers.length; at += 1) {
    if ((numbers[at] ?? 0) >= bound) return false;
  }
  return true;
}

function splitLines(joined: string): string[] {
  return joined === '' ? [] : joined.split(SEPARATOR);
}
