/** The way to the embedding worker. Loaded where a model was picked, or is about to be. */
import { transfer, wrap, type Remote } from 'comlink';
import {
  createHybridSearch,
  EmbedderError,
  type EmbeddingService,
} from '../../knowledge/embeddings/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { systemClock } from '../../utils/time/clock.ts';
import type { SearchService } from './search-service.ts';

const WORKER_FILE = '/embedding-worker.js';
const WORKER_NAME = 'deskmate-embedding';

/** Before this a new worker would most likely break as well, and every question would wait for it. */
const RETRY_AFTER_MS = 10_000;

let connected: EmbeddingService | undefined;
/** Epoch milliseconds; null while the connected one works. */
let brokenAt: number | null = null;

/** One connection a page, to the one worker of all pages; a new one some time after a worker broke. */
export function connectEmbedding(): EmbeddingService {
  if (brokenAt !== null && systemClock() - brokenAt >= RETRY_AFTER_MS) connected = undefined;
  connected ??= connect();
  return connected;
}

/** The model is opened by this, before the first question. */
export function searchWithModel(searchWords: SearchService['search']): SearchService['search'] {
  connectEmbedding();
  const findSimilar: EmbeddingService['findSimilar'] = (question, limit) =>
    connectEmbedding().findSimilar(question, limit);
  const onFailure = (error: unknown) => reportError('panel/find-similar', error);
  return createHybridSearch({ searchWords, findSimilar, onFailure });
}

function connect(): EmbeddingService {
  brokenAt = null;
  const worker =
    'SharedWorker' in globalThis
      ? new SharedWorker(WORKER_FILE, WORKER_NAME)
      : new Worker(WORKER_FILE, { name: WORKER_NAME });
  const remote: Remote<EmbeddingService> = wrap('port' in worker ? worker.port : worker);
  // A worker that could not start never answers.
  const broken = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', () => reject(new EmbedderError('runtime-missing')), { once: true });
  });
  broken.catch((error: unknown) => {
    reportError('panel/embedding-worker', error);
    brokenAt = systemClock();
  });
  return {
    readStatus: () => Promise.race([remote.readStatus(), broken]),
    useModel: (files) => Promise.race([remote.useModel(transfer(files, [files.model.buffer])), broken]),
    removeModel: () => Promise.race([remote.removeModel(), broken]),
    findSimilar: (question, limit) => Promise.race([remote.findSimilar(question, limit), broken]),
  };
}
