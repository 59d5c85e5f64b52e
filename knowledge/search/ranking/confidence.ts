/** How likely an article is what was asked for: a logistic estimate, weights learned (docs/retrieval.md). */
import type { FoundArticle } from './search-clauses.ts';
import weights from './confidence-weights.json' with { type: 'json' };

export const CONFIDENCE_NAMES = Object.keys(weights) as (keyof typeof weights)[];

/** @returns 0 to 1; 1 for the article's very words */
export function estimateConfidence(found: FoundArticle): number {
  if (found.isExact) return 1;
  const evidence = weighEvidence(found);
  return 1 / (1 + Math.exp(-CONFIDENCE_NAMES.reduce((sum, name) => sum + weights[name] * evidence[name], 0)));
}

/** What the estimate looks at. */
export function weighEvidence({ features, asked }: FoundArticle): Record<keyof typeof weights, number> {
  const { questionCovered, questionUnits, nameUnits, soundsInOrder, typedSounds, typedInitials, inOrder } =
    features;
  const content = asked.wanted.reduce(
    (sum, { weight }, at) => (WRITTEN.has(asked.question.terms[at]?.kind ?? '') ? sum + weight : sum),
    0,
  );
  return {
    bias: 1,
    questionCovered,
    questionUnits,
    nameUnits,
    inOrder,
    soundsInOrder,
    typedSounds,
    typedInitials,
    // In words that only one article has: a small knowledge base is no worse for being small.
    content: Math.log(1 + content / asked.rarest),
    both: questionUnits * nameUnits,
  };
}

const WRITTEN: ReadonlySet<string> = new Set(['pair', 'word']);
