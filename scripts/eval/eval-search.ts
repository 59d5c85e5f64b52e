/**
 * `npm run eval:search -- --docs D.jsonl --queries Q.jsonl [--learn L.jsonl] [--json] [--baseline none]`: how well
 * the product's own engine answers a set of questions, beside plain Fuse.js in the same run. See docs/retrieval.md.
 */
import { parseArgs } from 'node:util';
import { createDeskmateEngine } from './deskmate-engine.ts';
import { createFuseEngine } from './fuse-engine.ts';
import { createCardReader, measureCards } from './measure-cards.ts';
import { measureEngine, type Measured } from './measure.ts';
import { readLines, type SetArticle, type SetLesson, type SetQuestion } from './question-set.ts';
import { round } from './score-answers.ts';

const USAGE =
  'npm run eval:search -- --docs D.jsonl --queries Q.jsonl [--learn L.jsonl] [--json] [--baseline fuse.js|none] [--sample N]';
/** Fuse.js takes seconds for one long question over ten thousand articles; so many are enough for its percentiles. */
const SAMPLE = '60';

const { values } = parseArgs({
  options: {
    docs: { type: 'string' },
    queries: { type: 'string' },
    learn: { type: 'string' },
    json: { type: 'boolean', default: false },
    baseline: { type: 'string', default: 'fuse.js' },
    sample: { type: 'string', default: SAMPLE },
  },
});
if (!values.docs || !values.queries) {
  console.error(USAGE);
  process.exit(2);
}

const articles = await readLines<SetArticle>(values.docs);
const questions = await readLines<SetQuestion>(values.queries);
const lessons = values.learn ? await readLines<SetLesson>(values.learn) : [];
const engine = createDeskmateEngine(articles, lessons);
const measured = measureEngine(engine, questions);
const cards = measureCards(createCardReader(engine.index, articles), questions);
const baseline = values.baseline === 'none' ? null : measureBaseline(Number(values.sample));
if (!values.json) printTable(measured, baseline);
console.log(JSON.stringify({ ...measured, cards, ...(baseline && { baseline }) }));

function measureBaseline(most: number) {
  const step = Math.max(1, questions.length / most);
  const sample = Array.from(
    { length: Math.min(most, questions.length) },
    (_, at) => questions[Math.floor(at * step)],
  );
  const chosen = sample.filter((question) => question !== undefined);
  const figures = measureEngine(createFuseEngine(articles), chosen);
  return { name: 'fuse.js', ...figures };
}

function printTable(ours: Measured, theirs: Measured | null): void {
  const line = (name: string, figures: Measured) =>
    console.log(
      `${name.padEnd(9)} found first ${percent(figures.recallAt1)}, in the first five ${percent(figures.recallAt5)}, in the first ten ${percent(figures.recallAt10)}; a question takes ${figures.latencyMs.p50} ms (p95 ${figures.latencyMs.p95})`,
    );
  console.log(`${articles.length} articles, ${ours.queries} questions, ${lessons.length} lessons`);
  line('Deskmate', ours);
  if (theirs) line(`Fuse.js${theirs.queries < ours.queries ? '*' : ''}`, theirs);
  if (theirs && theirs.queries < ours.queries) console.log(`* on ${theirs.queries} of them, evenly chosen`);
  console.log(`cards would be shown for ${percent(cards.shownRate)} of these as customer messages`);
}

function percent(share: number): string {
  return `${round(100 * share, 1)} %`;
}
