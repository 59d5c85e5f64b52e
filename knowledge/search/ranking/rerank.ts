/** Puts the first candidates in order: a weighted sum of what speaks for each, weights learned (docs/retrieval.md). */
import type { LetterResemblance } from './compare-letters.ts';
import type { Overlap } from './compare.ts';
import weights from './rank-weights.json' with { type: 'json' };

/** What the ranker knows about one candidate. All from 0 to 1. */
export interface CandidateFeatures extends Overlap, LetterResemblance {
  /** BM25F, of the best candidate's. */
  score: number;
  /** How well the second best of its names does. */
  runnerUp: number;
}

export type FeatureName = keyof CandidateFeatures;
export type RankWeights = Readonly<Record<FeatureName, number>>;

/** Questions in Latin letters (English, pinyin) are weighed otherwise: word order and sounds mean other things. */
export const RANK_WEIGHTS: Readonly<Record<'han' | 'latin', RankWeights>> = weights;
const FEATURE_NAMES = Object.keys(weights.han) as FeatureName[];

export function rate(features: CandidateFeatures, by: RankWeights): number {
  let sum = 0;
  for (const name of FEATURE_NAMES) sum += by[name] * features[name];
  return sum;
}

/** Which of an article's names is meant: the one that says most of the same. */
export function judgeName({ questionCovered, nameCovered }: Overlap): number {
  return 0.6 * questionCovered + 0.4 * nameCovered;
}
