/** Opens the team's model, answers with it, and changes it for another. */
import {
  DEADLINE_MS,
  EmbedderError,
  type EmbeddingService,
  type ModelFailure,
  type ModelFiles,
  type ModelStatus,
  type OnnxEmbedder,
} from '../../knowledge/embeddings/index.ts';
import type { ModelStore } from '../../knowledge/knowledge-base.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import type { Clock } from '../../utils/time/clock.ts';
import { keepVectors, type FollowArticles, type KeptVectors } from './keep-vectors.ts';

interface Sources {
  store: ModelStore;
  followArticles: FollowArticles;
}

export interface ModelKeeperOptions {
  openSources: () => Promise<Sources>;
  createEmbedder: (files: ModelFiles) => Promise<OnnxEmbedder>;
  clock: Clock;
}

/** Begins with the model that was kept, if there is one. */
export function createModelKeeper(options: ModelKeeperOptions): EmbeddingService {
  const { createEmbedder } = options;
  const opening = options.openSources();
  const runInTurn = createTurns();
  const slot = createModelSlot(options.clock);
  let failure: ModelFailure | null = null;
  let isOpening = true;

  const startKept = async () => {
    const sources = await opening;
    const files = await sources.store.load();
    if (files) await slot.fill(sources, await createEmbedder(files));
  };
  const change = async (files: ModelFiles) => {
    const embedder = await createEmbedder(files);
    await keepFiles(opening, files).catch(async (error: unknown) => {
      await embedder.close();
      throw error;
    });
    await slot.fill(await opening, embedder);
    failure = null;
    return null;
  };
  const remove = async () => {
    await slot.empty();
    failure = null;
    await (await opening).store.clear();
  };

  const begun = runInTurn(startKept).catch((error: unknown) => {
    failure = nameReason(error);
  });
  void begun.then(() => (isOpening = false));
  return {
    readStatus: () => Promise.resolve(slot.describe() ?? describeEmpty(isOpening, failure)),
    useModel: (files) => runInTurn(() => change(files)).catch(nameReason),
    removeModel: () => runInTurn(remove),
    findSimilar: (question, limit) => slot.findSimilar(question, limit),
  };
}

async function keepFiles(opening: Promise<Sources>, files: ModelFiles): Promise<void> {
  await (await opening).store.save(files);
}

function describeEmpty(isOpening: boolean, failure: ModelFailure | null): ModelStatus {
  if (isOpening) return { state: 'opening' };
  return failure ? { state: 'failed', reason: failure } : { state: 'none' };
}

/** The one model in use, with its vectors. */
function createModelSlot(clock: Clock) {
  let open: { embedder: OnnxEmbedder; kept: KeptVectors } | null = null;
  const empty = async () => {
    const stopping = open;
    open = null;
    await stopping?.kept.stop();
    await stopping?.embedder.close();
  };
  return {
    empty,
    async fill(sources: Sources, embedder: OnnxEmbedder) {
      await empty();
      open = { embedder, kept: await keepVectors(embedder, { ...sources, clock }) };
    },
    describe: (): ModelStatus | null => open && { state: 'ready', waiting: open.kept.countWaiting() },
    // A question that waited too long for its turn is nobody's any more.
    findSimilar: async (question: string, limit: number): Promise<readonly string[]> =>
      open ? open.kept.findSimilar(question, limit, AbortSignal.timeout(DEADLINE_MS)) : [],
  };
}

/** One after the other: no model is changed while another is being opened. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <TValue>(task: () => Promise<TValue>): Promise<TValue> => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** What is no failure of the model is one of keeping it. */
function nameReason(error: unknown): ModelFailure {
  reportError('embedding-worker/model', error);
  if (!(error instanceof EmbedderError)) return 'not-kept';
  return error.reason === 'aborted' || error.reason === 'closed' ? 'failed' : error.reason;
}
