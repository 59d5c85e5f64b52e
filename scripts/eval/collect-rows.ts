/** What the ranker saw for each question, with which candidates were right: the material it learns from. */
import { buildSegment, createConceptFinder } from '../../knowledge/search/index.ts';
import { measureLeads, weighEvidence } from '../../knowledge/search/ranking/confidence.ts';
import type { Corpus } from '../../knowledge/search/ranking/corpus.ts';
import { ask } from '../../knowledge/search/ranking/rank-candidates.ts';
import { retrieve } from '../../knowledge/search/ranking/retrieve.ts';
import { splitClauses } from '../../knowledge/search/ranking/split-clauses.ts';
import { BUNDLED_SYNONYMS } from '../../knowledge/synonyms/index.ts';
import { readGroup, toSearchable, type SetArticle, type SetQuestion } from './question-set.ts';

/** A group no article has: the question has no answer here. */
export const NOTHING_WANTED = '-';

export interface Row {
  set: string;
  hasHan: boolean;
  candidates: { features: Record<string, number>; evidence: Record<string, number>; isRight: boolean }[];
}

export interface Source {
  name: string;
  questions: readonly SetQuestion[];
}

export function collectRows(articles: readonly SetArticle[], sources: readonly Source[]): Row[] {
  const concepts = createConceptFinder(BUNDLED_SYNONYMS);
  const segment = buildSegment(articles.map(toSearchable), concepts);
  const corpus: Corpus = { articles: [segment], lessons: null, concepts, isWanted: () => true };
  const groups = articles.map(readGroup);
  return sources.flatMap(({ name, questions }) =>
    questions
      // Long messages are searched clause by clause, which is not learned here.
      .filter(({ q }) => splitClauses(q).length === 1)
      .map(({ q, rel = [] }): Row => {
        const asked = ask(corpus, q);
        const ranked = retrieve(corpus, asked);
        const leads = measureLeads(ranked.map(({ rank }) => ({ rank, asked })));
        const candidates = ranked.map((found, at) => ({
          features: { ...found.features },
          evidence: weighEvidence({ features: found.features, asked, lead: leads[at] ?? 0 }),
          isRight: rel.includes(groups[found.position] ?? ''),
        }));
        return { set: name, hasHan: asked.letters.hasHan, candidates };
      }),
  );
}
