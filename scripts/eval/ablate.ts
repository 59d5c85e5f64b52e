/**
 * `npm run ablate:search -- --data FOLDER`: what each stage of the engine is worth. One line a variant: Recall@5 by
 * set. The table of docs/retrieval.md is made of these. Sets lie as `tune:search` wants them.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Fuse from 'fuse.js';
import { buildSegment, createConceptFinder, type ConceptFinder } from '../../knowledge/search/index.ts';
import type { Corpus } from '../../knowledge/search/ranking/corpus.ts';
import { ask, type AskedQuestion } from '../../knowledge/search/ranking/rank-candidates.ts';
import { retrieve, shortlist } from '../../knowledge/search/ranking/retrieve.ts';
import { searchClauses } from '../../knowledge/search/ranking/search-clauses.ts';
import { BUNDLED_SYNONYMS } from '../../knowledge/synonyms/index.ts';
import { readGroup, readLines, toSearchable, type SetArticle, type SetQuestion } from './question-set.ts';
import { scoreAnswers } from './score-answers.ts';

interface Prepared {
  articles: readonly SetArticle[];
  full: Corpus;
  plain: Corpus;
}

/** @returns positions of articles, best first */
type Variant = (prepared: Prepared, question: string) => number[];

const positionsOf = (found: readonly { position: number }[]) => found.map(({ position }) => position);

const VARIANTS: Record<string, Variant> = {
  'all of it': ({ full }, q) => positionsOf(searchClauses(full, q)),
  'without synonyms': ({ plain }, q) => positionsOf(searchClauses(plain, q)),
  'without cutting long messages': ({ full }, q) => positionsOf(retrieve(full, ask(full, q))),
  'without looking for sounds': ({ full }, q) => positionsOf(retrieve(full, withoutSounds(ask(full, q)))),
  'without re-ranking (BM25F alone)': ({ full }, q) => positionsOf(shortlist(full, ask(full, q))),
  'BM25F alone, no synonyms, no sounds': ({ plain }, q) =>
    positionsOf(shortlist(plain, withoutSounds(ask(plain, q)))),
  'Fuse.js as re-ranker of the first 64': ({ full, articles }, q) => {
    const first = shortlist(full, ask(full, q)).map(({ position }) => {
      const { title = '', aliases = [], body = '' } = articles[position] ?? {};
      return { position, title, aliases, body };
    });
    const sorted = new Fuse(first, {
      keys: ['title', 'aliases', 'body'],
      threshold: 1,
      ignoreLocation: true,
    });
    return positionsOf(sorted.search(q).map(({ item }) => item));
  },
};

function withoutSounds(asked: AskedQuestion): AskedQuestion {
  const { terms } = asked.question;
  const isHeard = (at: number) => /^(?:syllable|initial)/.test(terms[at]?.kind ?? '');
  return { ...asked, wanted: asked.wanted.map((term, at) => (isHeard(at) ? { ...term, weight: 0 } : term)) };
}

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data) {
  console.error('npm run ablate:search -- --data FOLDER');
  process.exit(2);
}

const results: Record<string, Record<string, number>> = {};
for (const set of (await readdir(values.data, { withFileTypes: true })).filter((entry) =>
  entry.isDirectory(),
)) {
  const folder = join(values.data, set.name);
  const articles = await readLines<SetArticle>(join(folder, 'docs.jsonl'));
  const prepared = {
    articles,
    full: prepare(articles, createConceptFinder(BUNDLED_SYNONYMS)),
    plain: prepare(articles, createConceptFinder([])),
  };
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl') && file !== 'docs.jsonl');
  for (const file of files) {
    const questions = await readLines<SetQuestion>(join(folder, file));
    const name = file === 'queries.jsonl' ? set.name : file.replace('.jsonl', '');
    for (const [variant, find] of Object.entries(VARIANTS)) {
      const score = scoreAnswers(
        questions.map(({ q, rel = [] }) => ({
          found: find(prepared, q).map((position) => readGroup(articles[position] ?? { id: '' })),
          wanted: rel,
        })),
      );
      results[variant] = { ...results[variant], [name]: score.recallAt5 };
    }
  }
}
console.table(results);
console.log(JSON.stringify(results));

function prepare(articles: readonly SetArticle[], concepts: ConceptFinder): Corpus {
  const segment = buildSegment(articles.map(toSearchable), concepts);
  return { articles: [segment], lessons: null, concepts, isWanted: () => true };
}
