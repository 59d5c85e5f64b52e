/**
 * `npm run tune:search -- --data FOLDER`: learns the weights of the ranker and of the confidence from sets of
 * questions (docs/retrieval.md says which), and writes them to knowledge/search/ranking/*.json. Each set in the
 * folder is `<name>/docs.jsonl` with one or more files of questions beside it.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NOTHING_WANTED, collectRows, type Row, type Source } from './collect-rows.ts';
import { fitLogistic, fitRanking } from './fit.ts';
import { readLines, type SetArticle, type SetQuestion } from './question-set.ts';
import { CONFIDENCE_NAMES } from '../../knowledge/search/ranking/confidence.ts';
import { RANK_WEIGHTS } from '../../knowledge/search/ranking/rerank.ts';

const WEIGHTS = 'knowledge/search/ranking';
/** Answers nothing of the sets: what a customer of another trade wrote. */
const FOREIGN_FILE = 'foreign.jsonl';
const MAX_FOREIGN = 1_500;
/**
 * Teams begin with a dozen articles: most questions have no answer then, and the best of what shares a word with them
 * is far ahead of nothing. The confidence learns from parts of the sets, too, this many articles each.
 */
const SMALL_SIZES = [12, 120];
const MAX_SMALL_QUESTIONS = 300;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    foreign: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
});
if (!values.data) {
  console.error('npm run tune:search -- --data FOLDER [--foreign FILE] [--dry]');
  process.exit(2);
}

const rows: Row[] = [];
const smallRows: Row[] = [];
for (const set of (await readdir(values.data, { withFileTypes: true })).filter((entry) =>
  entry.isDirectory(),
)) {
  const folder = join(values.data, set.name);
  const articles = await readLines<SetArticle>(join(folder, 'docs.jsonl'));
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl') && file !== 'docs.jsonl');
  const sources = await Promise.all(
    files.map(async (file) => ({
      name: `${set.name}/${file}`,
      questions: await readLines<SetQuestion>(join(folder, file)),
    })),
  );
  if (set.name === 'robust' && values.foreign) sources.push(await readForeign(values.foreign));
  rows.push(...collectRows(articles, sources));
  for (const size of SMALL_SIZES) smallRows.push(...collectSmallRows(articles, sources, size));
  console.log(`${set.name}: ${rows.length} questions so far`);
}

function collectSmallRows(articles: readonly SetArticle[], sources: readonly Source[], size: number): Row[] {
  return collectRows(
    pickEvenly(articles, size),
    sources.map(({ name, questions }) => ({
      name: `${size} articles of ${name}`,
      questions: pickEvenly(questions, MAX_SMALL_QUESTIONS),
    })),
  );
}

function pickEvenly<TItem>(items: readonly TItem[], most: number): TItem[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, at) => at % step === 0);
}

async function readForeign(file: string) {
  const texts = (await readFile(file, 'utf8')).split('\n').flatMap((line) => {
    try {
      const { text } = JSON.parse(line) as { text?: string };
      return text ? [text] : [];
    } catch {
      return [];
    }
  });
  const questions = pickEvenly(texts, MAX_FOREIGN).map((q) => ({ q, rel: [NOTHING_WANTED] }));
  return { name: FOREIGN_FILE, questions };
}

const names = Object.keys(RANK_WEIGHTS.han);
const answerable = rows.filter(({ set }) => set !== FOREIGN_FILE);
const ranker = {
  han: fitRanking(
    answerable.filter(({ hasHan }) => hasHan),
    names,
  ),
  latin: fitRanking(
    answerable.filter(({ hasHan }) => !hasHan),
    names,
  ),
};
// One or two words are a search, and in a message nothing yet: they would teach that any word is an answer.
const confidence = fitLogistic(
  [...rows, ...smallRows].filter(({ set }) => !/\/(?:kw|short2)\.jsonl$/.test(set)),
  CONFIDENCE_NAMES,
);
console.log(JSON.stringify({ ranker, confidence }, null, 2));
if (!values.dry) {
  await writeFile(join(WEIGHTS, 'rank-weights.json'), `${JSON.stringify(ranker, null, 2)}\n`);
  await writeFile(join(WEIGHTS, 'confidence-weights.json'), `${JSON.stringify(confidence, null, 2)}\n`);
}
