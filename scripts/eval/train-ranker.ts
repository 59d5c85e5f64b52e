/**
 * `npm run tune:search -- --data FOLDER`: learns the weights of the ranker and of the confidence from sets of
 * questions (docs/retrieval.md says which), and writes them to knowledge/search/ranking/*.json. Each set in the
 * folder is `<name>/docs.jsonl` with one or more files of questions beside it.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NOTHING_WANTED, collectRows, type Row } from './collect-rows.ts';
import { fitLogistic, fitRanking } from './fit.ts';
import { readLines, type SetArticle, type SetQuestion } from './question-set.ts';
import { CONFIDENCE_NAMES } from '../../knowledge/search/ranking/confidence.ts';
import { RANK_WEIGHTS } from '../../knowledge/search/ranking/rerank.ts';

const WEIGHTS = 'knowledge/search/ranking';
/** Answers nothing of the sets: what a customer of another trade wrote. */
const FOREIGN_FILE = 'foreign.jsonl';
const MAX_FOREIGN = 1_500;

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
  console.log(`${set.name}: ${rows.length} questions so far`);
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
  const step = Math.max(1, Math.floor(texts.length / MAX_FOREIGN));
  const questions = texts.filter((_, at) => at % step === 0).map((q) => ({ q, rel: [NOTHING_WANTED] }));
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
  rows.filter(({ set }) => !/\/(?:kw|short2)\.jsonl$/.test(set)),
  CONFIDENCE_NAMES,
);
console.log(JSON.stringify({ ranker, confidence }, null, 2));
if (!values.dry) {
  await writeFile(join(WEIGHTS, 'rank-weights.json'), `${JSON.stringify(ranker, null, 2)}\n`);
  await writeFile(join(WEIGHTS, 'confidence-weights.json'), `${JSON.stringify(confidence, null, 2)}\n`);
}
