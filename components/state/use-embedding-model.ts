import { useEffect, useState } from 'react';
import {
  EmbedderError,
  readModelFiles,
  type EmbeddingService,
  type ModelFailure,
  type ModelStatus,
  type PickedFile,
} from '../../knowledge/embeddings/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { hasModel } from '../../utils/settings/settings.ts';
import { sayNotStored } from './say-not-stored.ts';
import { useSetting } from './use-setting.ts';

export type ConnectEmbedding = () => Promise<EmbeddingService>;

export interface EmbeddingModel {
  status: ModelStatus;
  isPicked: boolean;
  /** Reads the files of a folder and uses the model in it; the one before stays if that fails. */
  pick(files: readonly PickedFile[]): Promise<void>;
  remove(): Promise<void>;
}

const ASK_EVERY_MS = 1_000;
const NONE = { state: 'none' } as const;
const OPENING = { state: 'opening' } as const;

const connectWorker: ConnectEmbedding = async () =>
  (await import('./embedding-client.ts')).connectEmbedding();

/** The team's embedding model, and how it is doing; null until the setting is known. */
export function useEmbeddingModel(connect = connectWorker): EmbeddingModel | null {
  const [isPicked, storePicked] = useSetting(hasModel);
  const [isReading, setIsReading] = useState(false);
  const [trouble, setTrouble] = useState<ModelFailure | null>(null);
  const reported = useReportedStatus(isPicked === true && !isReading, connect);
  if (isPicked === null) return null;

  const pick = async (files: readonly PickedFile[]) => {
    setIsReading(true);
    const failure = await tryModel(files, connect);
    setTrouble(failure);
    if (!failure) storePicked(true);
    setIsReading(false);
  };
  const remove = async () => {
    setTrouble(null);
    // First: whatever becomes of its files, nobody searches with it any more.
    storePicked(false);
    try {
      await (await connect()).removeModel();
    } catch (error) {
      sayNotStored('panel/remove-model', error);
    }
  };
  return { status: describeStatus({ isReading, trouble, isPicked, reported }), isPicked, pick, remove };
}

interface Circumstances {
  isReading: boolean;
  trouble: ModelFailure | null;
  isPicked: boolean;
  reported: ModelStatus;
}

function describeStatus({ isReading, trouble, isPicked, reported }: Circumstances): ModelStatus {
  if (isReading) return OPENING;
  if (trouble) return { state: 'failed', reason: trouble };
  return isPicked ? reported : NONE;
}

async function tryModel(
  files: readonly PickedFile[],
  connect: ConnectEmbedding,
): Promise<ModelFailure | null> {
  try {
    const modelFiles = await readModelFiles(files);
    return await (await connect()).useModel(modelFiles);
  } catch (error) {
    reportError('panel/use-model', error);
    const isIncomplete = error instanceof EmbedderError && error.reason === 'model-incomplete';
    return isIncomplete ? 'model-incomplete' : 'failed';
  }
}

/** Asked again and again while somebody looks: the worker reads articles for minutes. */
function useReportedStatus(isAsked: boolean, connect: ConnectEmbedding): ModelStatus {
  const [status, setStatus] = useState<ModelStatus>(OPENING);
  useEffect(() => {
    if (!isAsked) return undefined;
    let isCurrent = true;
    const ask = () => {
      void connect()
        .then((service) => service.readStatus())
        .catch((error: unknown): ModelStatus => {
          reportError('panel/model-status', error);
          return { state: 'failed', reason: 'runtime-missing' };
        })
        .then((answer) => isCurrent && setStatus(answer));
    };
    ask();
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [isAsked, connect]);
  return status;
}
