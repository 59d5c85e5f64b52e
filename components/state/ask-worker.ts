/**
 * Asks a worker that may die while it is asked: a browser ends one when memory is short, and nobody answers for it.
 * The question then goes to a new one.
 */
import type { Remote } from 'comlink';

export interface WorkerLine<TService> {
  remote: Remote<TService>;
  /** Aborted when nobody is at the other end any more. */
  lost: AbortSignal;
}

export interface Try {
  /** A pause before it: a worker that is just ending still takes questions, and answers none. */
  pauseMs: number;
  /** After so long without an answer it has failed: not every browser says that a worker died. */
  waitMs: number;
}

export type AskWorker<TService> = <TAnswer>(
  question: (remote: Remote<TService>) => Promise<TAnswer>,
) => Promise<TAnswer>;

/**
 * @param openLine must lead to the same worker while that lives: a line that is silent is left, not closed
 * @returns rejects with what the worker says, or when all tries have failed
 */
export function createAsker<TService>(
  openLine: () => WorkerLine<TService>,
  tries: readonly Try[],
): AskWorker<TService> {
  let line: WorkerLine<TService> | null = null;
  const leave = (left: WorkerLine<TService>) => {
    if (line === left) line = null;
  };
  const takeLine = () => {
    if (line) return line;
    const opened = openLine();
    opened.lost.addEventListener('abort', () => leave(opened), { once: true });
    line = opened;
    return opened;
  };
  // The worker gets ready before the first question.
  takeLine();

  return async (question) => {
    for (const { pauseMs, waitMs } of tries) {
      if (pauseMs > 0) await pause(pauseMs);
      const asked = takeLine();
      const answer = await waitFor(question(asked.remote), asked.lost, waitMs);
      if (answer !== NOBODY) return answer;
      leave(asked);
    }
    throw new Error('the worker did not answer');
  };
}

const NOBODY = Symbol('nobody answered');

/** Leaves nothing behind on a line that thousands of questions go over. */
async function waitFor<TAnswer>(
  answer: Promise<TAnswer>,
  lost: AbortSignal,
  waitMs: number,
): Promise<TAnswer | typeof NOBODY> {
  const { promise: nobody, resolve } = Promise.withResolvers<typeof NOBODY>();
  const giveUp = () => resolve(NOBODY);
  const timer = setTimeout(giveUp, waitMs);
  lost.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([answer, nobody]);
  } finally {
    clearTimeout(timer);
    lost.removeEventListener('abort', giveUp);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
