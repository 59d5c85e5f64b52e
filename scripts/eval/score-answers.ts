/** How well ranked answers fit what was asked for. */

export interface Score {
  queries: number;
  recallAt1: number;
  recallAt5: number;
  recallAt10: number;
  /** 1 / place of the first right answer, 0 beyond the tenth. */
  mrrAt10: number;
  /** Share of questions that found nothing at all. */
  noneRate: number;
}

export interface Answer {
  /** Groups of the articles found, best first. */
  found: readonly string[];
  wanted: readonly string[];
}

export function scoreAnswers(answers: readonly Answer[]): Score {
  const places = answers.map(({ found, wanted }) => found.findIndex((group) => wanted.includes(group)));
  const recall = (depth: number) => share(places, (place) => place >= 0 && place < depth);
  const reciprocal = places.map((place) => (place >= 0 && place < 10 ? 1 / (place + 1) : 0));
  return {
    queries: answers.length,
    recallAt1: recall(1),
    recallAt5: recall(5),
    recallAt10: recall(10),
    mrrAt10: round(reciprocal.reduce((sum, each) => sum + each, 0) / Math.max(1, answers.length)),
    noneRate: share(answers, ({ found }) => found.length === 0),
  };
}

function share<TItem>(items: readonly TItem[], is: (item: TItem) => boolean): number {
  return round(items.filter(is).length / Math.max(1, items.length));
}

export function round(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}

/** Nearest-rank percentiles. @param times milliseconds */
export function readPercentiles(times: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (part: number) => round(sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0, 3);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
