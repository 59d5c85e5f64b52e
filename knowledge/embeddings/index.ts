export { EmbedderError, type Embedder } from './embedder.ts';
export type { EmbeddingService, ModelFailure, ModelStatus } from './embedding-service.ts';
export { fuseRankings, type Ranking } from './fuse-rankings.ts';
export {
  createHybridSearch,
  createSimilarFinder,
  DEADLINE_MS,
  type FindSimilar,
  type HybridSearchOptions,
} from './hybrid-search.ts';
export { readModelFiles, type ModelFiles, type PickedFile } from './model-files.ts';
export { createOnnxEmbedder, type OnnxEmbedder } from './onnx-embedder.ts';
export { refreshVectors, type EmbeddableArticle } from './refresh-vectors.ts';
export { createRuntimeLoader, RUNTIME_FILES } from './runtime.ts';
export { decodeVectors, encodeVectors, VECTORS_VERSION, type StoredVectors } from './stored-vectors.ts';
export { createVectorIndex, type VectorIndex } from './vector-index.ts';
