/**
 * Trains the model of negative emotion: a linear support vector machine with squared hinge loss over hashed runs of
 * characters, by dual coordinate descent (Hsieh and others, 2008). Deterministic: the same texts give the same bytes.
 */
import { hashText } from '../../utils/text/hash-text.ts';
import { collectFeatures } from '../../knowledge/signals/emotion-features.ts';
import type { EmotionModel } from '../../knowledge/signals/emotion-model.ts';

export interface LabelledText {
  text: string;
  isNegative: boolean;
}

interface Example {
  features: Int32Array;
  /** 1 for negative, -1 for the rest. */
  side: number;
  /** What each feature counts: long texts do not count more. */
  value: number;
}

const BITS = 17;
/** Price of an error; chosen by cross-validation among .1, .3, .5, 1 and 2. */
const COST = 0.5;
const ROUNDS = 8;
/** Of all weights that are not 0 this share is kept as it is; the few above are cut, which buys the others finer steps. */
const KEPT = 0.9995;
const LARGEST_BYTE = 127;
const SLOPES = Array.from({ length: 30 }, (_, at) => 0.5 + at * 0.25);

/** Every text belongs to one of so many folds, by its letters: the same text is never on both sides. */
export function readFold(text: string, folds: number): number {
  return hashText(text) % folds;
}

export function trainEmotion(texts: readonly LabelledText[]): EmotionModel {
  const examples = texts.map(readExample);
  const held = texts.map(({ text }) => readFold(text, 10) === 0);
  const tried = descend(examples.filter((_, at) => !held[at]));
  const slope = chooseSlope(
    examples.filter((_, at) => held[at]),
    tried,
  );
  return quantise(descend(examples), slope);
}

function readExample({ text, isNegative }: LabelledText): Example {
  const features = Int32Array.from(collectFeatures(text, BITS));
  return { features, side: isNegative ? 1 : -1, value: 1 / Math.sqrt(Math.max(1, features.length)) };
}

interface Plane {
  weights: Float64Array;
  bias: number;
}

function descend(examples: readonly Example[]): Plane {
  const plane: Plane = { weights: new Float64Array(2 ** BITS), bias: 0 };
  const alphas = new Float64Array(examples.length);
  const order = Array.from(examples.keys());
  const random = createRandom();
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (example) alphas[at] = step(plane, example, alphas[at] ?? 0);
    }
  }
  return plane;
}

/** @returns the example's new share in the plane */
function step(plane: Plane, example: Example, alpha: number): number {
  const softness = 0.5 / COST;
  const gradient = example.side * measure(plane, example) - 1 + softness * alpha;
  // Every example's features have length 1, and the bias is one feature more.
  const next = Math.max(0, alpha - gradient / (2 + softness));
  const change = (next - alpha) * example.side;
  if (change !== 0) {
    plane.bias += change;
    for (const feature of example.features)
      plane.weights[feature] = (plane.weights[feature] ?? 0) + change * example.value;
  }
  return next;
}

function measure({ weights, bias }: Plane, { features, value }: Example): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum * value + bias;
}

/** The slope that makes the sum of unseen texts the best probability. */
function chooseSlope(unseen: readonly Example[], plane: Plane): number {
  const losses = SLOPES.map((slope) =>
    unseen.reduce(
      (loss, example) => loss + Math.log1p(Math.exp(-slope * example.side * measure(plane, example))),
      0,
    ),
  );
  return SLOPES[losses.indexOf(Math.min(...losses))] ?? 1;
}

function quantise({ weights, bias }: Plane, slope: number): EmotionModel {
  const sizes = Float64Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .toSorted();
  const largest = Math.max(Number.EPSILON, sizes[Math.floor(KEPT * sizes.length)] ?? 0);
  const scale = largest / LARGEST_BYTE;
  const bytes = Int8Array.from(weights, (weight) =>
    Math.round(Math.max(-LARGEST_BYTE, Math.min(LARGEST_BYTE, weight / scale))),
  );
  return { bits: BITS, weights: bytes, scale, bias, slope };
}

function createRandom(): () => number {
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
}
