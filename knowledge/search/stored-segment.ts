/** How a segment lies on disk: flat buffers, so that loading copies nothing and parses little. */
import { choosePositionArray, type Segment, type StringLists } from './index/segment.ts';

/** Raise when analysis or layout changes: stored segments of another version are rebuilt. */
export const SEGMENT_VERSION = 3;

export interface StoredSegment {
  version: number;
  /** Of the synonym groups it was made with: made with others, it must be made anew. */
  concepts: number;
  /** Over everything below. */
  checksum: number;
  articleCount: number;
  articleIds: string;
  names: string;
  facets: string;
  buffers: Record<BufferName, ArrayBuffer>;
}

const BUFFER_NAMES = [
  'nameStarts',
  'nameFirsts',
  'facetStarts',
  'facetFirsts',
  'nameTermStarts',
  'nameTermRows',
  'nameTermWithin',
  'replies',
  'terms',
  'offsets',
  'articles',
  'impacts',
  'phrases',
  'phraseArticles',
] as const;
type BufferName = (typeof BUFFER_NAMES)[number];

// Ids never hold a line break.
const SEPARATOR = '\n';

export function encodeSegment(segment: Segment, concepts = 0): StoredSegment {
  const { names, facets, nameTerms } = segment;
  const stored = {
    version: SEGMENT_VERSION,
    concepts,
    articleCount: segment.articleIds.length,
    articleIds: segment.articleIds.join(SEPARATOR),
    names: names.text,
    facets: facets.text,
    buffers: {
      nameStarts: takeBuffer(names.starts),
      nameFirsts: takeBuffer(names.firsts),
      facetStarts: takeBuffer(facets.starts),
      facetFirsts: takeBuffer(facets.firsts),
      nameTermStarts: takeBuffer(nameTerms.starts),
      nameTermRows: takeBuffer(nameTerms.rows),
      nameTermWithin: takeBuffer(nameTerms.within),
      replies: takeBuffer(segment.replies),
      terms: takeBuffer(segment.terms),
      offsets: takeBuffer(segment.offsets),
      articles: takeBuffer(segment.articles),
      impacts: takeBuffer(segment.impacts),
      phrases: takeBuffer(segment.phrases),
      phraseArticles: takeBuffer(segment.phraseArticles),
    },
  };
  return { ...stored, checksum: sumUp(stored) };
}

function takeBuffer(array: Uint8Array | Uint16Array | Uint32Array): ArrayBuffer {
  return array.slice().buffer;
}

/** @returns null for anything that is not whole: the caller builds anew from the articles. */
export function decodeSegment(stored: StoredSegment, concepts = 0): Segment | null {
  if (stored.version !== SEGMENT_VERSION || stored.concepts !== concepts) return null;
  try {
    if (stored.checksum !== sumUp(stored)) return null;
    const segment = readSegment(stored);
    return segment.articleIds.length === stored.articleCount && isWhole(segment) ? segment : null;
  } catch {
    // A buffer cut short, or a field that is missing.
    return null;
  }
}

function readSegment({ articleIds: ids, names, facets, buffers }: StoredSegment): Segment {
  const articleIds = ids === '' ? [] : ids.split(SEPARATOR);
  const Positions = choosePositionArray(articleIds.length);
  return {
    articleIds,
    names: readStrings(names, buffers.nameStarts, buffers.nameFirsts),
    facets: readStrings(facets, buffers.facetStarts, buffers.facetFirsts),
    nameTerms: {
      starts: new Uint32Array(buffers.nameTermStarts),
      rows: new Uint32Array(buffers.nameTermRows),
      within: new Uint8Array(buffers.nameTermWithin),
    },
    replies: new Uint32Array(buffers.replies),
    terms: new Uint32Array(buffers.terms),
    offsets: new Uint32Array(buffers.offsets),
    articles: new Positions(buffers.articles),
    impacts: new Uint8Array(buffers.impacts),
    phrases: new Uint32Array(buffers.phrases),
    phraseArticles: new Positions(buffers.phraseArticles),
  };
}

function readStrings(text: string, starts: ArrayBuffer, firsts: ArrayBuffer): StringLists {
  return { text, starts: new Uint32Array(starts), firsts: new Uint32Array(firsts) };
}

/** What the checksum cannot promise: that the parts fit each other. */
function isWhole({ articleIds, names, facets, nameTerms, replies, ...rest }: Segment): boolean {
  const { terms, offsets, articles, impacts, phrases, phraseArticles } = rest;
  return (
    names.firsts.length === articleIds.length + 1 &&
    facets.firsts.length === articleIds.length + 1 &&
    replies.length === articleIds.length &&
    nameTerms.starts.length === names.starts.length &&
    nameTerms.rows.length === nameTerms.within.length &&
    offsets.length === terms.length + 1 &&
    offsets.at(-1) === articles.length &&
    articles.length === impacts.length &&
    phrases.length === phraseArticles.length
  );
}

/** FNV-1a over 32-bit words: fast enough for a hundred megabytes at every start, and finds any torn write. */
function sumUp({ articleIds, names, facets, buffers }: Omit<StoredSegment, 'checksum'>): number {
  let hash = 0x811c9dc5;
  for (const text of [articleIds, names, facets]) hash = addText(hash, text);
  for (const name of BUFFER_NAMES) hash = addBuffer(hash, buffers[name]);
  return hash >>> 0;
}

function addText(start: number, text: string): number {
  let hash = Math.imul(start ^ text.length, 0x01000193);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function addBuffer(start: number, buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer, 0, buffer.byteLength >>> 2);
  let hash = Math.imul(start ^ buffer.byteLength, 0x01000193);
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193);
  const rest = new Uint8Array(buffer, words.length * 4);
  for (let at = 0; at < rest.length; at += 1) hash = Math.imul(hash ^ (rest[at] ?? 0), 0x01000193);
  return hash;
}
