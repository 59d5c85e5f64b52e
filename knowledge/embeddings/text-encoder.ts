/** From a text to the numbers of its tokens, cut to what the model can take. */
import type { Tokenizer } from '@huggingface/tokenizers';
import { EmbedderError, nameFailure } from './embedder.ts';
import { isJsonObject, parseJsonObject, type ModelFiles } from './model-files.ts';
import type { EmbeddingRuntime } from './runtime.ts';

export interface TextEncoding {
  tokens: number[];
  /** False when there is nothing in it that the model knows. */
  isMeaningful: boolean;
}

export interface TokenEncoder {
  readonly maxTokens: number;
  encode(text: string): TextEncoding;
}

/** What BERT and its kin take; longer ones are slow and say no more about a question. */
const MAX_TOKENS = 512;
/** Tokenising takes 2.5 s a megabyte (measured), and what is cut off needs no tokens. */
const MAX_CHARACTERS = 8 * MAX_TOKENS;

/** @throws EmbedderError `model-broken` if the tokenizer’s files make no tokenizer */
export function createTokenEncoder(files: ModelFiles, runtime: EmbeddingRuntime): TokenEncoder {
  const tokenizer = readTokenizer(files, runtime);
  const frame = tokenizer.encode('').ids;
  const unknown = findUnknownToken(files, tokenizer);
  const meaningless = new Set(unknown === undefined ? frame : [...frame, unknown]);
  const maxTokens = readMaxTokens(files);
  const closing = frame.at(-1);

  return {
    maxTokens,
    encode(text) {
      const tokens = tokenizer.encode(text.slice(0, MAX_CHARACTERS)).ids;
      return {
        tokens: cutTokens(tokens, maxTokens, closing),
        isMeaningful: tokens.some((token) => !meaningless.has(token)),
      };
    },
  };
}

function readTokenizer(files: ModelFiles, runtime: EmbeddingRuntime): Tokenizer {
  const description = parseJsonObject(files.tokenizer);
  const config = parseJsonObject(files.tokenizerConfig);
  try {
    const tokenizer = new runtime.Tokenizer(description, config);
    if (tokenizer.encode('a').ids.length === 0) throw new EmbedderError('model-broken');
    return tokenizer;
  } catch (error) {
    throw nameFailure(error, 'model-broken');
  }
}

function findUnknownToken(files: ModelFiles, tokenizer: Tokenizer): number | undefined {
  const { model } = parseJsonObject(files.tokenizer);
  if (!isJsonObject(model)) return undefined;
  const { unk_token: token, unk_id: number } = model;
  if (typeof number === 'number') return number;
  return typeof token === 'string' ? tokenizer.token_to_id(token) : undefined;
}

function readMaxTokens(files: ModelFiles): number {
  const { model_max_length: byTokenizer } = parseJsonObject(files.tokenizerConfig);
  const { max_position_embeddings: byModel } = parseJsonObject(files.config);
  const isLimit = (value: unknown): value is number => typeof value === 'number' && value >= 1;
  return Math.min(MAX_TOKENS, ...[byTokenizer, byModel].filter(isLimit));
}

/** A model wants its closing token also where a text was cut. */
function cutTokens(tokens: number[], maxTokens: number, closing: number | undefined): number[] {
  if (tokens.length <= maxTokens) return tokens;
  if (closing === undefined) return tokens.slice(0, maxTokens);
  return [...tokens.slice(0, maxTokens - 1), closing];
}
