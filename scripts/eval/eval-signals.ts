/**
 * `npm run eval:signals -- --task negative|complaint|threat --file X.jsonl --positive V [--folds 5] [--json]`: scores
 * lines `{"text","label"}` with the signals the product uses; V is the label that means yes. With `--folds` the model
 * is trained anew, each part read by what was learned from the others. With `--labels tests/signals/customer-labels.json`
 * instead of `--positive`: complaint alarms on ordinary lines. The last line is one JSON object. See docs/signals.md.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadEmotionModel } from '../../knowledge/signals/index.ts';
import { measureFalseAlarms, type HashLabels } from './false-alarms.ts';
import { createLineReader, crossValidate, measureSignals, SIGNAL_TASKS } from './measure-signals.ts';
import { readLines } from './question-set.ts';

const USAGE =
  'npm run eval:signals -- --task negative|complaint|threat --file X.jsonl (--positive V [--folds 5] | --labels L.json) [--json]';

const { values } = parseArgs({
  options: {
    task: { type: 'string' },
    file: { type: 'string' },
    positive: { type: 'string' },
    labels: { type: 'string' },
    folds: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const task = SIGNAL_TASKS.find((name) => name === values.task);
const folds = Number(values.folds ?? 0);
if (!task || !values.file || (values.positive === undefined) === (values.labels === undefined)) fail();
if (values.folds !== undefined && (task !== 'negative' || !Number.isInteger(folds) || folds < 2)) fail();

const lines = await readLines<{ text: string; label?: unknown }>(values.file);
if (values.labels !== undefined) {
  const labels = JSON.parse(await readFile(values.labels, 'utf8')) as HashLabels;
  const readLine = createLineReader(task, await loadEmotionModel());
  print(
    measureFalseAlarms(
      lines.map(({ text }) => text),
      labels,
      readLine,
    ),
  );
} else {
  const labelled = lines.map(({ text, label }) => ({ text, isPositive: String(label) === values.positive }));
  const score =
    folds > 0
      ? crossValidate(labelled, folds)
      : measureSignals(labelled, createLineReader(task, await loadEmotionModel()));
  print(score);
}

function print(score: object): void {
  if (!values.json) {
    for (const [name, value] of Object.entries(score)) console.log(`${name}: ${JSON.stringify(value)}`);
  }
  console.log(JSON.stringify(score));
}

function fail(): never {
  console.error(USAGE);
  process.exit(2);
}
