/** How likely an article is what was asked for: a logistic estimate, weights learned (docs/retrieval.md). */
import type { AskedQuestion, RankedArticle } from './rank-candidates.ts';
import type { CandidateFeatures } from './rerank.ts';
import weights from './confidence-weights.json' with { type: 'json' };

export const CONFIDENCE_NAMES = Object.keys(weights) as (keyof typeof weights)[];

/** What the estimate looks at. */
export interface Judged {
  features: CandidateFeatures;
  asked: AskedQuestion;
  /** How far ahead of the others (`measureLeads`). */
  lead: number;
}

/**
 * @returns 0 to 1; 1 for the article's very words. What use taught counts as another name, as far as it is trusted;
 * what was dismissed for a question like this is that much less likely.
 */
export function estimateConfidence(
  { features, isExact, learned }: RankedArticle,
  { asked, lead }: Omit<Judged, 'features'>,
): number {
  const own = isExact ? 1 : estimate({ features, asked, lead });
  const taught = learned?.taught;
  const byUse = taught ? taught.trust * estimate({ features: taught.features, asked, lead }) : 0;
  return Math.max(own, byUse) * (1 - (learned?.dismissed ?? 0));
}

function estimate(judged: Judged): number {
  const evidence = weighEvidence(judged);
  return 1 / (1 + Math.exp(-CONFIDENCE_NAMES.reduce((sum, name) => sum + weights[name] * evidence[name], 0)));
}

/** Beyond this one article is so far ahead that more says nothing. */
const MOST_AHEAD = 4;

/** The rank an article gets that only happens to share some words: nobody is far ahead for being alone. */
const BY_CHANCE = { han: 8, latin: 5 };

interface Ranked {
  rank: number;
  asked: AskedQuestion;
  /** Part of the rank, for its clause. */
  lift?: number;
}

/** By article: the rank above the best of the others; below 0 for all but the first. @param ranked best first */
export function measureLeads(ranked: readonly Ranked[]): number[] {
  const [first, second] = ranked;
  return ranked.map(({ rank, asked, lift = 0 }, at) => {
    const other = (at === 0 ? second : first)?.rank ?? 0;
    const chance = lift + (asked.letters.hasHan ? BY_CHANCE.han : BY_CHANCE.latin);
    const lead = rank - Math.max(other, chance);
    return Math.max(-MOST_AHEAD, Math.min(MOST_AHEAD, lead));
  });
}

export function weighEvidence({ features, asked, lead }: Judged): Record<keyof typeof weights, number> {
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
    lead,
  };
}

const WRITTEN: ReadonlySet<string> = new Set(['pair', 'word']);
