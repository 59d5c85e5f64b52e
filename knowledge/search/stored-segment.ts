/** How a segment lies on disk: flat buffers, so that loading copies nothing and parses little. */
import { choosePositionArray, type Segment } from './segment.ts';

/** Raise when analysis or layout changes: stored segments of another version are rebuilt. */
export const SEGMENT_VERSION = 2;

export interface StoredSegment {
  version: number;
  articleIds: string;
  titles: string;
  terms: string;
  offsets: ArrayBuffer;
  articles: ArrayBuffer;
  impacts: ArrayBuffer;
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
  const segment: Segment = {
    articleIds,
    titles: splitLines(stored.titles),
    rows: new Map(terms.map((term, row) => [term, row])),
    offsets: new Uint32Array(stored.offsets),
    articles: new (choosePositionArray(articleIds.length))(stored.articles),
    impacts: new Uint8Array(stored.impacts),
  };
  return isWhole(segment) ? segment : null;
}

function isWhole({ articleIds, titles, rows, offsets, articles, impacts }: Segment): boolean {
  return (
    titles.length === articleIds.length &&
    offsets.length === rows.size + 1 &&
    offsets.at(-1) === articles.length &&
    offsets.every((offset, row) => offset >= (offsets[row - 1] ?? 0)) &&
    articles.length === impacts.length &&
    articles.every((position) => position < articleIds.length)
  );
}

function splitLines(joined: string): string[] {
  return joined === '' ? [] : joined.split(SEPARATOR);
}
