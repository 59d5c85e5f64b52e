/**
 * `npm run eval:size -- --docs D.jsonl --queries Q.jsonl [Q.jsonl …] [--articles 50000] [--json]`: what a knowledge base
 * of that size costs: index, load, memory, a question of each file, and a change. The last line is one JSON object.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createDeskmateEngine } from './deskmate-engine.ts';
import { growSet } from './grow-set.ts';
import { measureEngine } from './measure.ts';
import { readLines, toSearchable, type SetArticle, type SetQuestion } from './question-set.ts';
import { readPercentiles } from './score-answers.ts';

const CHANGES = 60;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    docs: { type: 'string' },
    queries: { type: 'string', multiple: true, default: [] },
    articles: { type: 'string', default: '50000' },
    json: { type: 'boolean', default: false },
  },
});
const files = [...values.queries, ...positionals];
if (!values.docs || files.length === 0) {
  console.error(
    'npm run eval:size -- --docs D.jsonl --queries Q.jsonl [Q.jsonl …] [--articles 50000] [--json]',
  );
  process.exit(2);
}

const articles = growSet(await readLines<SetArticle>(values.docs), Number(values.articles));
const engine = createDeskmateEngine(articles);
const latencyMs: Record<string, { p50: number; p95: number; p99: number }> = {};
for (const file of files) {
  const questions = await readLines<SetQuestion>(file);
  latencyMs[basename(file, '.jsonl')] = measureEngine(engine, questions).latencyMs;
}
const { buildMs, loadMs, heapMb } = engine;
const changes = measureChanges();
const figures = { articles: articles.length, buildMs, loadMs, heapMb, latencyMs, ...changes };
if (!values.json) console.table({ ...latencyMs, ...changes });
console.log(JSON.stringify(figures));

/** One article edited; and the search that is the first to see it. */
function measureChanges() {
  const times = articles.slice(0, CHANGES).map((article) => {
    const changed = toSearchable({ ...article, title: `${article.title ?? ''}改` });
    const start = performance.now();
    engine.index.upsert([changed]);
    const end = performance.now();
    engine.index.search('改', 1);
    return { change: end - start, search: performance.now() - end };
  });
  return {
    changeMs: readPercentiles(times.map(({ change }) => change)),
    searchAfterMs: readPercentiles(times.map(({ search }) => search)),
  };
}
