/** The way to the embedding worker. Loaded where a model was picked, or is about to be. */
import { transfer, wrap, type Remote } from 'comlink';
import {
  createHybridSearch,
  EmbedderError,
  type EmbeddingService,
} from '../../knowledge/embeddings/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import type { SearchService } from './search-service.ts';

const WORKER_FILE = '/embedding-worker.js';
const WORKER_NAME = 'deskmate-embedding';

let connected: EmbeddingService | undefined;

/** One connection a page, to the one worker of all pages. */
export function connectEmbedding(): EmbeddingService {
  connected ??= connect();
  return connected;
}

/** The model is opened by this, before the first question. */
export function searchWithModel(searchWords: SearchService['search']): SearchService['search'] {
  const { findSimilar } = connectEmbedding();
  const onFailure = (error: unknown) => reportError('panel/find-similar', error);
  return createHybridSearch({ searchWords, findSimilar, onFailure });
}

function connect(): EmbeddingService {
  const worker =
    'SharedWorker' in globalThis
      ? new SharedWorker(WORKER_FILE, WORKER_NAME)
      : new Worker(WORKER_FILE, { name: WORKER_NAME });
  const remote: Remote<EmbeddingService> = wrap('port' in worker ? worker.port : worker);
  // A worker that could not start never answers.
  const broken = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', () => reject(new EmbedderError('runtime-missing')), { once: true });
  });
  broken.catch((error: unknown) => reportError('panel/embedding-worker', error));
  return {
    readStatus: () => Promise.race([remote.readStatus(), broken]),
    useModel: (files) => Promise.race([remote.useModel(transfer(files, [files.model.buffer])), broken]),
    removeModel: () => Promise.race([remote.removeModel(), broken]),
    findSimilar: (question, limit) => Promise.race([remote.findSimilar(question, limit), broken]),
  };
}
