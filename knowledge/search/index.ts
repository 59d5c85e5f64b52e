export { createSearchIndex, type SearchHit, type SearchIndex } from './search-index.ts';
export { buildSegment } from './segment.ts';
export { decodeSegment, encodeSegment, SEGMENT_VERSION, type StoredSegment } from './stored-segment.ts';
