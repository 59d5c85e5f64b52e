/** From what a model answers to one vector a text. */
import { EmbedderError } from './embedder.ts';

/** How the vectors of a text's tokens become one: their mean, or the first token's alone. */
export type Pooling = 'mean' | 'first';

export interface ModelAnswer {
  data: unknown;
  dims: readonly number[];
}

export interface TokenMask {
  /** One for a token, zero for padding; row by row. */
  mask: BigInt64Array;
  /** Tokens a row. */
  width: number;
}

/** @throws EmbedderError `model-unsupported` for anything but 32-bit numbers a text or a token */
export function poolVectors(answer: ModelAnswer, tokens: TokenMask, pooling: Pooling): Float32Array[] {
  const { data, dims } = answer;
  const texts = tokens.mask.length / tokens.width;
  if (!(data instanceof Float32Array) || dims[0] !== texts) throw new EmbedderError('model-unsupported');
  const size = dims.at(-1) ?? 0;
  const isPooled = dims.length === 2;
  if (!isPooled && (dims.length !== 3 || dims[1] !== tokens.width))
    throw new EmbedderError('model-unsupported');
  return Array.from({ length: texts }, (_unused, row) => {
    if (isPooled) return normalise(data.slice(row * size, (row + 1) * size));
    const start = row * tokens.width;
    const mask = tokens.mask.subarray(start, pooling === 'first' ? start + 1 : start + tokens.width);
    return normalise(sumTokens(data.subarray(start * size), mask, size));
  });
}

/** The mean but for its length, which is made one anyway. */
function sumTokens(vectors: Float32Array, mask: BigInt64Array, size: number): Float32Array {
  const sum = new Float32Array(size);
  for (let token = 0; token < mask.length; token += 1) {
    if (mask[token] === 0n) continue;
    for (let at = 0; at < size; at += 1) sum[at] = (sum[at] ?? 0) + (vectors[token * size + at] ?? 0);
  }
  return sum;
}

function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (!Number.isFinite(length)) throw new EmbedderError('failed');
  return length === 0 ? vector : vector.map((value) => value / length);
}
