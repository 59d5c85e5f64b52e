/** What a build with `DESKMATE_EMBEDDINGS=1` carries besides: the runtime for models, and leave to run it. */
import { resolve } from 'node:path';
import { RUNTIME_FILES } from '../../knowledge/embeddings/runtime.ts';

const SOURCES = {
  onnx: 'onnxruntime-web/dist/ort.wasm.bundle.min.mjs',
  wasm: 'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  tokenizers: '@huggingface/tokenizers/dist/tokenizers.min.mjs',
} as const;

export interface ExtensionFile {
  absoluteSrc: string;
  /** Below the extension's root. */
  relativeDest: string;
}

export function listRuntimeFiles(root: string): ExtensionFile[] {
  return (['onnx', 'wasm', 'tokenizers'] as const).map((part) => ({
    absoluteSrc: resolve(root, 'node_modules', SOURCES[part]),
    relativeDest: RUNTIME_FILES[part],
  }));
}

/** WebAssembly may be compiled; JavaScript from text still may not. */
export const WEB_ASSEMBLY_SOURCE = "'wasm-unsafe-eval'";
