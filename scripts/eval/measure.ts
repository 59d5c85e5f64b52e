/** Runs a set of questions through an engine and measures what it found, how fast, and what it costs. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readPercentiles, round, scoreAnswers, type Answer, type Score } from './score-answers.ts';
import type { SetQuestion } from './question-set.ts';

export interface Measured extends Score {
  latencyMs: { p50: number; p95: number; p99: number };
  buildMs: number;
  loadMs: number;
  heapMb: number;
}

export interface Engine {
  /** @returns groups of the articles found, best first */
  search(question: string): readonly string[];
  buildMs: number;
  loadMs: number;
  heapMb: number;
}

/** The first questions compile the code; a panel that is open for hours has that behind it. */
const WARM_UP_MS = 1_000;

export function measureEngine(engine: Engine, questions: readonly SetQuestion[]): Measured {
  warmUp(engine, questions);
  const times: number[] = [];
  const answers = questions.map(({ q, rel = [] }): Answer => {
    const start = performance.now();
    const found = engine.search(q);
    times.push(performance.now() - start);
    return { found, wanted: rel };
  });
  const { buildMs, loadMs, heapMb } = engine;
  return { ...scoreAnswers(answers), latencyMs: readPercentiles(times), buildMs, loadMs, heapMb };
}

function warmUp(engine: Engine, questions: readonly SetQuestion[]): void {
  if (questions.length === 0) return;
  const end = performance.now() + WARM_UP_MS;
  for (let at = 0; performance.now() < end; at += 1) engine.search(questions[at % questions.length]?.q ?? '');
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes in use, typed arrays included, after collecting garbage. */
export function readMemory(): number {
  // What the first round frees holds buffers that only the second one finds.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_048_576;
}

/** @returns what was made, and how long it took */
export function measureTime<TValue>(make: () => TValue): { value: TValue; ms: number } {
  const start = performance.now();
  const value = make();
  return { value, ms: round(performance.now() - start, 1) };
}
