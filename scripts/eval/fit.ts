/** Two small linear models, fitted by stochastic gradient steps. Deterministic: the same rows give the same weights. */
import type { Row } from './collect-rows.ts';
import { round } from './score-answers.ts';

type Weights = Record<string, number>;

const ROUNDS = 40;
const STEP = 0.3;
const DECAY = 1e-4;
/** Every set counts alike, however many questions it has. */
const FAIR_SIZE = 400;
const MAX_WEIGHT = 3;

/** Maximises the probability (softmax over the candidates) of the right ones. */
export function fitRanking(rows: readonly Row[], names: readonly string[]): Weights {
  const usable = rows.filter(({ candidates }) => hasBoth(candidates.map(({ isRight }) => isRight)));
  return descend(usable, names, ({ candidates }, weights) => {
    const vectors = candidates.map(({ features }) => names.map((name) => features[name] ?? 0));
    const shares = softmax(vectors.map((vector) => dot(vector, weights)));
    const rightShare = sum(shares.filter((_, at) => candidates[at]?.isRight));
    return names.map((_, to) =>
      sum(
        vectors.map((vector, at) => {
          const share = shares[at] ?? 0;
          const target = candidates[at]?.isRight ? share / rightShare : 0;
          return (target - share) * (vector[to] ?? 0);
        }),
      ),
    );
  });
}

const JUDGED = 3;

/** Probability that one of the first candidates is right. */
export function fitLogistic(rows: readonly Row[], names: readonly string[]): Weights {
  const usable = rows.filter(({ candidates }) => candidates.length > 0);
  return descend(usable, names, ({ candidates }, weights) => {
    const gradient = names.map(() => 0);
    for (const { evidence, isRight } of candidates.slice(0, JUDGED)) {
      const vector = names.map((name) => evidence[name] ?? 0);
      const error = (isRight ? 1 : 0) - 1 / (1 + Math.exp(-dot(vector, weights)));
      vector.forEach((value, to) => {
        gradient[to] = (gradient[to] ?? 0) + error * value;
      });
    }
    return gradient;
  });
}

type Gradient = (row: Row, weights: readonly number[]) => number[];

/** AdaGrad. */
function descend(rows: readonly Row[], names: readonly string[], gradientOf: Gradient): Weights {
  const sizes = new Map<string, number>();
  for (const { set } of rows) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  const weights = names.map(() => 0);
  const squares = names.map(() => 1e-6);
  const random = createRandom();
  for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
    const step = STEP / (1 + round_ / 10);
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[Math.floor(random() * rows.length)];
      if (!row) continue;
      const importance = Math.min(MAX_WEIGHT, FAIR_SIZE / (sizes.get(row.set) ?? 1));
      gradientOf(row, weights).forEach((slope, to) => {
        const pull = slope * importance - DECAY * (weights[to] ?? 0);
        squares[to] = (squares[to] ?? 0) + pull * pull;
        weights[to] = (weights[to] ?? 0) + (step * pull) / Math.sqrt(squares[to] ?? 1);
      });
    }
  }
  return Object.fromEntries(names.map((name, at) => [name, round(weights[at] ?? 0, 2)]));
}

/** A linear congruential generator: the order of steps must not change from run to run. */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function hasBoth(values: readonly boolean[]): boolean {
  return values.includes(true) && values.includes(false);
}

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const total = sum(powers);
  return powers.map((power) => power / total);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((total, value, at) => total + value * (right[at] ?? 0), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
