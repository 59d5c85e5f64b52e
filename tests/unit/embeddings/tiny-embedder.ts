/** The small model of these tests, run by the very files that a build with embeddings carries. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createOnnxEmbedder,
  createRuntimeLoader,
  type ModelFiles,
  type OnnxEmbedder,
} from '../../../knowledge/embeddings/index.ts';
import { listRuntimeFiles } from '../../../scripts/embeddings/extension-files.ts';
import { buildTinyModel, type TinyOutput } from '../../../scripts/embeddings/tiny-model.ts';

const ROOT = join(import.meta.dirname, '../../..');

const findSource = (path: string) =>
  listRuntimeFiles(ROOT).find(({ relativeDest }) => relativeDest === path)?.absoluteSrc ?? path;

export const loadTinyRuntime = createRuntimeLoader({
  importModule: (path) => import(/* @vite-ignore */ pathToFileURL(findSource(path)).href),
  readBytes: (path) => readFile(findSource(path)),
});

export function makeTinyFiles(output: TinyOutput = 'pooled'): ModelFiles {
  return { ...buildTinyModel(output), pooling: '{}' };
}

export function createTinyEmbedder(files: ModelFiles = makeTinyFiles()): Promise<OnnxEmbedder> {
  return createOnnxEmbedder({ files, loadRuntime: loadTinyRuntime });
}
