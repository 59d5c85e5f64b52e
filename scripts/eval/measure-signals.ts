/** How well signals fit lines that somebody has labelled, and how long a line takes. */
import { createSignalReader, readNegativity, type EmotionModel } from '../../knowledge/signals/index.ts';
import { trainEmotion, readFold } from './emotion-training.ts';
import { readPercentiles, round } from './score-answers.ts';

export const SIGNAL_TASKS = ['negative', 'complaint', 'threat'] as const;
export type SignalTask = (typeof SIGNAL_TASKS)[number];

export interface LabelledLine {
  text: string;
  isPositive: boolean;
}

export interface SignalScore {
  n: number;
  precision: number;
  recall: number;
  f1: number;
  latencyMs: { p50: number; p95: number };
}

/** Whether the signal is there, in one message of a customer. */
export type ReadLine = (text: string) => boolean;

/** The model was learned with as many bad reviews as good ones. */
const NEGATIVE = 0.5;
const WARM_UP = 200;

export function createLineReader(task: SignalTask, model: EmotionModel | null): ReadLine {
  const read = createSignalReader({ model });
  const readLine = (text: string) => read([{ id: 'line', role: 'customer', text, sentAt: null }]);
  if (task === 'complaint') return (text) => readLine(text).complaint !== null;
  if (task === 'threat') return (text) => readLine(text).threats.length > 0;
  return (text) => {
    // The model knows Chinese; of other languages the rules speak.
    if (model && /\p{Script=Han}/u.test(text)) return readNegativity(text, model) >= NEGATIVE;
    return ['upset', 'angry', 'furious'].includes(readLine(text).emotion.level);
  };
}

export function measureSignals(lines: readonly LabelledLine[], readLine: ReadLine): SignalScore {
  for (const { text } of lines.slice(0, WARM_UP)) readLine(text);
  return score(lines.map((line) => timeLine(line, readLine)));
}

/** Each fold is read by a model that was trained on the others. */
export function crossValidate(lines: readonly LabelledLine[], folds: number): SignalScore {
  const answers = Array.from({ length: folds }, (_, fold) => {
    const model = trainEmotion(
      lines
        .filter(({ text }) => readFold(text, folds) !== fold)
        .map(({ text, isPositive }) => ({ text, isNegative: isPositive })),
    );
    const readLine = createLineReader('negative', model);
    return lines.filter(({ text }) => readFold(text, folds) === fold).map((line) => timeLine(line, readLine));
  });
  return score(answers.flat());
}

interface Answer {
  isPositive: boolean;
  isFound: boolean;
  milliseconds: number;
}

function timeLine({ text, isPositive }: LabelledLine, readLine: ReadLine): Answer {
  const start = performance.now();
  const isFound = readLine(text);
  return { isPositive, isFound, milliseconds: performance.now() - start };
}

function score(answers: readonly Answer[]): SignalScore {
  const right = answers.filter(({ isPositive, isFound }) => isPositive && isFound).length;
  const found = answers.filter(({ isFound }) => isFound).length;
  const wanted = answers.filter(({ isPositive }) => isPositive).length;
  const precision = right / Math.max(1, found);
  const recall = right / Math.max(1, wanted);
  const { p50, p95 } = readPercentiles(answers.map(({ milliseconds }) => milliseconds));
  return {
    n: answers.length,
    precision: round(precision),
    recall: round(recall),
    f1: round((2 * precision * recall) / Math.max(Number.EPSILON, precision + recall)),
    latencyMs: { p50, p95 },
  };
}
