/** What the embedding worker offers to the pages (entrypoints/embedding-worker). */
import type { EmbedderFailure } from './embedder.ts';
import type { ModelFiles } from './model-files.ts';

/** `not-kept`: the model works, but this computer had no room for it. */
export type ModelFailure = Exclude<EmbedderFailure, 'aborted' | 'closed'> | 'not-kept';

export type ModelStatus =
  | { state: 'none' }
  | { state: 'opening' }
  /** It answers from the articles read so far; `waiting` ones are still to come. */
  | { state: 'ready'; waiting: number }
  | { state: 'failed'; reason: ModelFailure };

export interface EmbeddingService {
  readStatus(): Promise<ModelStatus>;
  /** Tries the model and keeps it. @returns null, or why not: the model before stays in use then */
  useModel(files: ModelFiles): Promise<ModelFailure | null>;
  /** Forgets the model and all vectors. */
  removeModel(): Promise<void>;
  /** Ids of articles, nearest first; none as long as no model is ready. */
  findSimilar(question: string, limit: number): Promise<readonly string[]>;
}
