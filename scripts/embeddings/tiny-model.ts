/** A real ONNX model with a real tokenizer, small enough to be kept beside the tests that use it. */
import { encodeOnnxModel, type OnnxGraph, type OnnxNode, type OnnxTensor } from './onnx-writer.ts';
import { CONCEPTS, FILLERS, PIECES, SPECIAL_TOKENS } from './tiny-vocabulary.ts';

export const TINY_DIMENSIONS = 32;
export const TINY_MAX_TOKENS = 64;

const FILLER_LENGTH = 0.05;
/** How far a word may point away from what it means. */
const OWN_SHARE = 0.25;
/** Padding and the second token type are far away: a mask that is forgotten is noticed at once. */
const TRAP = 50;

/** `pooled` answers with one unit vector a text, `hidden` with one vector a token, as most exports do. */
export type TinyOutput = 'pooled' | 'hidden';

export interface TinyModel {
  model: Uint8Array<ArrayBuffer>;
  tokenizer: string;
  tokenizerConfig: string;
  config: string;
}

export function buildTinyModel(output: TinyOutput): TinyModel {
  const vocabulary = listVocabulary();
  return {
    model: encodeOnnxModel(describeGraph(output, buildTokenVectors(vocabulary))),
    tokenizer: formatJson(describeTokenizer(vocabulary)),
    tokenizerConfig: formatJson({ tokenizer_class: 'BertTokenizer', model_max_length: TINY_MAX_TOKENS }),
    config: formatJson({ model_type: 'bert', hidden_size: TINY_DIMENSIONS, max_position_embeddings: 512 }),
  };
}

export function listVocabulary(): string[] {
  const words = [...CONCEPTS, FILLERS].flatMap((line) => line.split(' '));
  return [...new Set([...SPECIAL_TOKENS, ...words, ...PIECES])];
}

/** One row a token, in the order of the vocabulary. */
export function buildTokenVectors(vocabulary: readonly string[]): Float32Array<ArrayBuffer> {
  const random = createRandom(7);
  const draw = () => Array.from({ length: TINY_DIMENSIONS }, () => random() - 0.5);
  const meanings = CONCEPTS.map((line) => ({ words: new Set(line.split(' ')), direction: draw() }));
  const rows = vocabulary.map((token) => {
    const own = draw();
    if (token === '[PAD]') return own.map(() => TRAP);
    if (SPECIAL_TOKENS.some((special) => special === token)) return own.map(() => 0);
    const meaning = meanings.find(({ words }) => words.has(token));
    if (!meaning) return own.map((value) => value * FILLER_LENGTH);
    return meaning.direction.map((value, at) => value + OWN_SHARE * (own[at] ?? 0));
  });
  return Float32Array.from(rows.flat());
}

/** BERT's way with text: Chinese characters one by one, words in pieces, all in lower case. */
function describeTokenizer(vocabulary: readonly string[]): object {
  const number = (token: string) => vocabulary.indexOf(token);
  const special = (token: string) => ({ [token]: { id: token, ids: [number(token)], tokens: [token] } });
  return {
    version: '1.0',
    added_tokens: SPECIAL_TOKENS.map((content) => ({
      id: number(content),
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: { ...special('[CLS]'), ...special('[SEP]') },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((token, at) => [token, at])),
    },
  };
}

const TOKENS = ['texts', 'tokens'];

const LOOK_UP: readonly OnnxNode[] = [
  { operator: 'Gather', inputs: ['words', 'input_ids'], outputs: ['word_vectors'] },
  { operator: 'Gather', inputs: ['kinds', 'token_type_ids'], outputs: ['kind_vectors'] },
  { operator: 'Add', inputs: ['word_vectors', 'kind_vectors'], outputs: ['last_hidden_state'] },
];

/** Mean over the tokens that the mask keeps, then length one. */
const POOL: readonly OnnxNode[] = [
  { operator: 'Cast', inputs: ['attention_mask'], outputs: ['flat_mask'], attributes: { to: 1 } },
  { operator: 'Unsqueeze', inputs: ['flat_mask', 'last_axis'], outputs: ['mask'] },
  { operator: 'Mul', inputs: ['last_hidden_state', 'mask'], outputs: ['kept'] },
  { operator: 'ReduceSum', inputs: ['kept', 'token_axis'], outputs: ['sum'], attributes: { keepdims: 0 } },
  { operator: 'ReduceSum', inputs: ['mask', 'token_axis'], outputs: ['count'], attributes: { keepdims: 0 } },
  { operator: 'Div', inputs: ['sum', 'count'], outputs: ['mean'] },
  {
    operator: 'LpNormalization',
    inputs: ['mean'],
    outputs: ['sentence_embedding'],
    attributes: { axis: 1, p: 2 },
  },
];

const AXES: readonly OnnxTensor[] = [
  { name: 'last_axis', dimensions: [1], values: BigInt64Array.of(2n) },
  { name: 'token_axis', dimensions: [1], values: BigInt64Array.of(1n) },
];

function describeGraph(output: TinyOutput, words: Float32Array<ArrayBuffer>): OnnxGraph {
  const kinds = new Float32Array(2 * TINY_DIMENSIONS).fill(TRAP, TINY_DIMENSIONS);
  const isPooled = output === 'pooled';
  return {
    name: 'tiny-embedder',
    nodes: isPooled ? [...LOOK_UP, ...POOL] : LOOK_UP,
    constants: [
      { name: 'words', dimensions: [words.length / TINY_DIMENSIONS, TINY_DIMENSIONS], values: words },
      { name: 'kinds', dimensions: [2, TINY_DIMENSIONS], values: kinds },
      ...(isPooled ? AXES : []),
    ],
    inputs: ['input_ids', 'attention_mask', 'token_type_ids'].map((name) => ({
      name,
      type: 'int64',
      dimensions: TOKENS,
    })),
    outputs: [
      isPooled
        ? { name: 'sentence_embedding', type: 'float', dimensions: ['texts', TINY_DIMENSIONS] }
        : { name: 'last_hidden_state', type: 'float', dimensions: [...TOKENS, TINY_DIMENSIONS] },
    ],
  };
}

/** Mulberry32: the same numbers on every machine, so that the kept file can be compared with a fresh one. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const formatJson = (value: object) => `${JSON.stringify(value)}\n`;
