/** How vectors lie on disk: flat buffers, with what tells a whole and fitting set from any other. */
import type { Embedder } from './embedder.ts';
import { restoreVectorIndex, type PackedArticle, type VectorIndex } from './vector-index.ts';

/** Raise when the layout changes: stored vectors of another version are computed anew. */
export const VECTORS_VERSION = 1;

export interface StoredVectors {
  version: number;
  /** Vectors of another model say nothing about ours. */
  embedderId: string;
  dimensions: number;
  articleIds: string;
  stamps: ArrayBuffer;
  /** Vectors an article. */
  counts: ArrayBuffer;
  scales: ArrayBuffer;
  values: ArrayBuffer;
  /** Over everything above: a disk that was full may have kept a part. */
  checksum: number;
}

// Ids never hold a line break.
const SEPARATOR = '\n';

export function encodeVectors(index: VectorIndex, embedderId: string): StoredVectors {
  const articles = index.pack();
  const vectors = articles.flatMap((article) => article.vectors);
  const values = new Int8Array(vectors.length * index.dimensions);
  for (const [row, vector] of vectors.entries()) values.set(vector.values, row * index.dimensions);
  const stored = {
    version: VECTORS_VERSION,
    embedderId,
    dimensions: index.dimensions,
    articleIds: articles.map(({ id }) => id).join(SEPARATOR),
    stamps: Float64Array.from(articles, ({ stamp }) => stamp).buffer,
    counts: Uint32Array.from(articles, (article) => article.vectors.length).buffer,
    scales: Float32Array.from(vectors, ({ scale }) => scale).buffer,
    values: values.buffer,
  };
  return { ...stored, checksum: computeChecksum(stored) };
}

/** @returns null for anything that is not whole or not this embedder’s: the caller computes it anew */
export function decodeVectors(
  stored: StoredVectors,
  { id, dimensions }: Pick<Embedder, 'id' | 'dimensions'>,
): VectorIndex | null {
  if (stored.version !== VECTORS_VERSION || stored.embedderId !== id) return null;
  if (stored.dimensions !== dimensions) return null;
  try {
    if (stored.checksum !== computeChecksum(stored)) return null;
    return restoreVectorIndex(dimensions, readArticles(stored));
  } catch {
    // A buffer cut short, or a field that is missing.
    return null;
  }
}

function readArticles(stored: StoredVectors): PackedArticle[] {
  const { dimensions } = stored;
  const ids = stored.articleIds === '' ? [] : stored.articleIds.split(SEPARATOR);
  const stamps = new Float64Array(stored.stamps);
  const counts = new Uint32Array(stored.counts);
  const scales = new Float32Array(stored.scales);
  const values = new Int8Array(stored.values);
  let row = 0;
  return ids.map((id, at) => {
    const first = row;
    row += counts[at] ?? 0;
    const vectors = Array.from(scales.subarray(first, row), (scale, offset) => {
      const start = (first + offset) * dimensions;
      return { values: values.subarray(start, start + dimensions), scale };
    });
    return { id, stamp: stamps[at] ?? 0, vectors };
  });
}

type Unsigned = Omit<StoredVectors, 'checksum'>;

/** FNV-1a over names, sizes and bytes. It finds accidents; against intent there is nothing to protect. */
function computeChecksum(stored: Unsigned): number {
  const { version, embedderId, dimensions, articleIds, stamps, counts, scales, values } = stored;
  const buffers = [stamps, counts, scales, values].map((buffer) => new Uint8Array(buffer));
  const head = JSON.stringify([
    version,
    embedderId,
    dimensions,
    articleIds,
    buffers.map(({ length }) => length),
  ]);
  let hash = 0x811c9dc5;
  for (const bytes of [new TextEncoder().encode(head), ...buffers]) {
    for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
