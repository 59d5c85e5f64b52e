/**
 * `npm run eval:dialogues -- --set dev|test|fresh [--json]`: how well the labelled dialogues are read with what the product
 * uses. The dev set also shows its mistakes (`--mistakes stage|severity|threat|alarm|promise|draft`); of the test set
 * only figures are printed, so that nobody writes rules to it. The last line is one JSON object.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadComplaintRules, SEVERITIES } from '../../knowledge/complaints/index.ts';
import { createSignalReader, loadEmotionModel } from '../../knowledge/signals/index.ts';
import { addCounts, NOTHING, readRates, type Counts, type LabelledDialogue } from './dialogue-set.ts';
import { readDialogue, type DialogueReading } from './measure-dialogues.ts';
import { readLines } from './question-set.ts';
import { round } from './score-answers.ts';

const USAGE =
  'npm run eval:dialogues -- --set dev|test|fresh [--mistakes stage|severity|threat|alarm|promise|draft] [--json]';

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'dev' },
    mistakes: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (!['dev', 'test', 'fresh'].includes(values.set) || (values.mistakes && values.set !== 'dev')) {
  console.error(USAGE);
  process.exit(2);
}

const file = join(import.meta.dirname, `../../tests/dialogues/${values.set}.jsonl`);
const dialogues = await readLines<LabelledDialogue>(file);
const reader = {
  rules: await loadComplaintRules(),
  readSignals: createSignalReader({ model: await loadEmotionModel() }),
};
const readings = dialogues.map((dialogue) => readDialogue(dialogue, reader));
const result = summarise(readings);
if (values.set === 'dev' && !values.json) printConfusion(readings);
if (values.mistakes) printMistakes(readings, values.mistakes);
if (!values.json) printTable(result);
console.log(JSON.stringify(result));

function summarise(all: readonly DialogueReading[]) {
  const stages = all.flatMap((reading) => reading.stages);
  const steps = all.map(({ severity }) =>
    Math.abs(SEVERITIES.indexOf(severity.got) - SEVERITIES.indexOf(severity.wanted)),
  );
  const ordinary = all.flatMap(({ isFalseAlarm }) => (isFalseAlarm === null ? [] : [isFalseAlarm]));
  const sum = (pick: (reading: DialogueReading) => Counts) => all.map(pick).reduce(addCounts, NOTHING);
  const threats = sum((reading) => reading.threats);
  const drafts = readRates(sum((reading) => reading.drafts));
  return {
    dialogues: all.length,
    checkpoints: stages.length,
    stageAccuracy: share(stages, ({ wanted, got }) => wanted === got),
    severityExact: share(steps, (step) => step === 0),
    severityWithinOne: share(steps, (step) => step <= 1),
    threats: threats.wanted,
    threatRecall: round(readRates(threats).recall),
    ordinary: ordinary.length,
    falseAlarmRate: share(ordinary, (isAlarm) => isAlarm),
    promises: sum((reading) => reading.promises).wanted,
    promiseF1: round(readRates(sum((reading) => reading.promises)).f1),
    promiseF1AnyTime: round(readRates(sum((reading) => reading.promisesAnyTime)).f1),
    breaches: sum((reading) => reading.drafts).wanted,
    draftPrecision: round(drafts.precision),
    draftRecall: round(drafts.recall),
  };
}

function share<TItem>(items: readonly TItem[], is: (item: TItem) => boolean): number {
  return round(items.filter(is).length / Math.max(1, items.length));
}

function printTable(figures: Record<string, number>): void {
  for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(20)} ${figure}`);
}

function printConfusion(all: readonly DialogueReading[]): void {
  const pairs = [
    ...all.flatMap(({ stages }) => stages.map(({ wanted, got }) => `stage ${wanted} → ${got}`)),
    ...all.map(({ severity }) => `severity ${severity.wanted} → ${severity.got}`),
  ];
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  for (const [pair, count] of [...counts].toSorted(([one], [other]) => one.localeCompare(other)))
    console.log(`${String(count).padStart(4)} ${pair}`);
}

function printMistakes(all: readonly DialogueReading[], about: string): void {
  for (const mistake of all.flatMap(({ mistakes }) => mistakes)) {
    if (mistake.about !== about) continue;
    console.log(`${mistake.id} wanted: ${mistake.wanted}; got: ${mistake.got}\n  ${mistake.words}`);
  }
}
