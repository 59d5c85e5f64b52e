/** The libraries that run a model. They are no part of our bundles: see docs/embeddings.md. */
import type * as OnnxRuntime from 'onnxruntime-web/wasm';
import type { Tokenizer } from '@huggingface/tokenizers';
import { nameFailure } from './embedder.ts';

export interface EmbeddingRuntime {
  onnx: Pick<typeof OnnxRuntime, 'env' | 'InferenceSession' | 'Tensor'>;
  Tokenizer: typeof Tokenizer;
}

export type LoadRuntime = () => Promise<EmbeddingRuntime>;

/** Where a build with embeddings keeps the runtime, below the extension's root. */
export const RUNTIME_FILES = {
  onnx: 'embeddings/runtime.js',
  wasm: 'embeddings/runtime.wasm',
  tokenizers: 'embeddings/tokenizers.js',
} as const;

export interface RuntimeAccess {
  importModule: (path: string) => Promise<unknown>;
  readBytes: (path: string) => Promise<Uint8Array>;
}

/**
 * Loads the runtime once, when it is first wanted; after a failure the next call tries again. The
 * WebAssembly is handed over as bytes, so that the runtime itself has nothing to fetch, and one thread is
 * enough: more would need workers of its own.
 */
export function createRuntimeLoader(access: RuntimeAccess): LoadRuntime {
  let loading: Promise<EmbeddingRuntime> | undefined;
  return () => {
    loading ??= loadRuntime(access).catch((error: unknown) => {
      loading = undefined;
      throw nameFailure(error, 'runtime-missing');
    });
    return loading;
  };
}

async function loadRuntime({ importModule, readBytes }: RuntimeAccess): Promise<EmbeddingRuntime> {
  const onnx = (await importModule(RUNTIME_FILES.onnx)) as EmbeddingRuntime['onnx'];
  const tokenizers = (await importModule(RUNTIME_FILES.tokenizers)) as Pick<EmbeddingRuntime, 'Tokenizer'>;
  onnx.env.wasm.numThreads = 1;
  onnx.env.wasm.wasmBinary = await readBytes(RUNTIME_FILES.wasm);
  return { onnx, Tokenizer: tokenizers.Tokenizer };
}
