/** The one real embedder: an ONNX model that the team brought, run by WebAssembly on this machine. */
import type { InferenceSession } from 'onnxruntime-web/wasm';
import { EmbedderError, nameFailure, type Embedder } from './embedder.ts';
import { parseJsonObject, type ModelFiles } from './model-files.ts';
import { poolVectors, type Pooling, type TokenMask } from './pool-vectors.ts';
import type { EmbeddingRuntime, LoadRuntime } from './runtime.ts';
import { createTokenEncoder, type TokenEncoder } from './text-encoder.ts';

export interface OnnxEmbedder extends Embedder {
  /** Gives the model's memory back; texts still waiting fail as `closed`. */
  close(): Promise<void>;
}

export interface OnnxEmbedderOptions {
  files: ModelFiles;
  loadRuntime: LoadRuntime;
}

/**
 * A run cannot be interrupted and holds up its thread, and on one thread a larger batch is no faster: few
 * texts at a time keep the wait for the next question short.
 */
const BATCH_SIZE = 4;

/** @throws EmbedderError when runtime or model cannot be used; the model has then been tried once */
export async function createOnnxEmbedder({ files, loadRuntime }: OnnxEmbedderOptions): Promise<OnnxEmbedder> {
  const runtime = await loadRuntime().catch((error: unknown) => {
    throw nameFailure(error, 'runtime-missing');
  });
  const encoder = createTokenEncoder(files, runtime);
  const model = await openModel(files, runtime);
  try {
    const [trial] = await model.run([encoder.encode('a').tokens]);
    if (!trial || trial.length === 0) throw new EmbedderError('model-unsupported');
    return serveModel(model, encoder, { id: await identify(files), dimensions: trial.length });
  } catch (error) {
    await model.release();
    // The file could be read, but what it computes is not what we asked.
    throw nameFailure(error, 'model-unsupported');
  }
}

interface Model {
  run(rows: readonly number[][]): Promise<Float32Array[]>;
  release(): Promise<void>;
}

function serveModel(
  model: Model,
  encoder: TokenEncoder,
  { id, dimensions }: Pick<Embedder, 'id' | 'dimensions'>,
): OnnxEmbedder {
  const runInTurn = createTurns();
  let isClosed = false;

  const embedBatch = async (texts: readonly string[], signal: AbortSignal | undefined) => {
    if (isClosed) throw new EmbedderError('closed');
    if (signal?.aborted) throw new EmbedderError('aborted', { cause: signal.reason });
    const encodings = texts.map((text) => encoder.encode(text));
    const rows = encodings.flatMap(({ tokens, isMeaningful }) => (isMeaningful ? [tokens] : []));
    const vectors = (rows.length > 0 ? await model.run(rows) : []).values();
    return encodings.map(({ isMeaningful }) => {
      const vector = isMeaningful ? vectors.next().value : undefined;
      return vector ?? new Float32Array(dimensions);
    });
  };

  return {
    id,
    dimensions,
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += BATCH_SIZE) {
        if (start > 0) await letOthersRun();
        const batch = texts.slice(start, start + BATCH_SIZE);
        vectors.push(...(await runInTurn(() => embedBatch(batch, signal))));
      }
      return vectors;
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await runInTurn(() => model.release());
    },
  };
}

/** One task after the other. Whoever has many takes a turn for each, so that a single question waits for one. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return async <TValue>(task: () => Promise<TValue>): Promise<TValue> => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (error) {
      throw nameFailure(error, 'failed');
    }
  };
}

/** The runtime never leaves the thread while it runs; messages and timers get in between batches. */
const letOthersRun = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });

async function openModel(files: ModelFiles, { onnx }: EmbeddingRuntime): Promise<Model> {
  const pooling = readPooling(files);
  const session = await onnx.InferenceSession.create(files.model, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    // Errors only: what it says goes to the console, where nobody can act on a warning.
    logSeverityLevel: 3,
  }).catch((error: unknown) => {
    throw new EmbedderError('model-broken', { cause: error });
  });
  return {
    async run(rows) {
      const tokens = padRows(rows);
      const inputs = makeInputs(session, tokens, onnx);
      const answer = chooseAnswer(await session.run(inputs));
      return poolVectors(answer, tokens, pooling);
    },
    release: () => session.release(),
  };
}

/** Which pooling a model was trained with stands in the folder of sentence-transformers models. */
function readPooling({ pooling }: ModelFiles): Pooling {
  return parseJsonObject(pooling).pooling_mode_cls_token === true ? 'first' : 'mean';
}

interface TokenRows extends TokenMask {
  ids: BigInt64Array;
}

function padRows(rows: readonly number[][]): TokenRows {
  const width = Math.max(...rows.map(({ length }) => length));
  const ids = new BigInt64Array(rows.length * width);
  const mask = new BigInt64Array(rows.length * width);
  for (const [row, tokens] of rows.entries()) {
    ids.set(tokens.map(BigInt), row * width);
    mask.fill(1n, row * width, row * width + tokens.length);
  }
  return { ids, mask, width };
}

function makeInputs(
  session: InferenceSession,
  { ids, mask, width }: TokenRows,
  onnx: EmbeddingRuntime['onnx'],
) {
  const known = new Map([
    ['input_ids', ids],
    ['attention_mask', mask],
    ['token_type_ids', new BigInt64Array(ids.length)],
  ]);
  return Object.fromEntries(
    session.inputNames.map((name) => {
      const values = known.get(name);
      if (!values) throw new EmbedderError('model-unsupported');
      return [name, new onnx.Tensor('int64', values, [ids.length / width, width])];
    }),
  );
}

function chooseAnswer(answers: InferenceSession.OnnxValueMapType) {
  const answer = answers.sentence_embedding ?? answers.last_hidden_state ?? Object.values(answers)[0];
  if (!answer || !('data' in answer)) throw new EmbedderError('model-unsupported');
  return answer;
}

/** Everything that changes a vector is in it. */
async function identify(files: ModelFiles): Promise<string> {
  const { model, tokenizer, tokenizerConfig, config, pooling } = files;
  const texts = new TextEncoder().encode(JSON.stringify([tokenizer, tokenizerConfig, config, pooling]));
  const digests = await Promise.all([model, texts].map((bytes) => crypto.subtle.digest('SHA-256', bytes)));
  return `onnx:${digests.map((digest) => formatHex(new Uint8Array(digest, 0, 8))).join('')}`;
}

const formatHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
