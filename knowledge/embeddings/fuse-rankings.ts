/** Reciprocal rank fusion: several engines' orders become one, without comparing their scores. */

export interface Ranking {
  /** Best first. */
  ids: readonly string[];
  weight: number;
}

export interface FusedHit {
  id: string;
  score: number;
}

/**
 * How much the first places count against the rest: 60, as in the paper (Cormack, Clarke and Büttcher,
 * 2009) and nearly everywhere since.
 */
const RANK_OFFSET = 60;

/**
 * An id gets `weight / (k + rank)` from each ranking it is in. Equal scores keep the order in which the
 * rankings name them, so put the engine first that should win a tie.
 */
export function fuseRankings(rankings: readonly Ranking[], k = RANK_OFFSET): FusedHit[] {
  const scores = new Map<string, number>();
  for (const { ids, weight } of rankings) {
    for (const [rank, id] of [...new Set(ids)].entries()) {
      scores.set(id, (scores.get(id) ?? 0) + weight / (k + rank + 1));
    }
  }
  return Array.from(scores, ([id, score]) => ({ id, score })).toSorted(
    (left, right) => right.score - left.score,
  );
}
