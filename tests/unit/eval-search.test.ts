import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { collectRows, NOTHING_WANTED, type Row } from '../../scripts/eval/collect-rows.ts';
import { createDeskmateEngine } from '../../scripts/eval/deskmate-engine.ts';
import { fitLogistic, fitRanking } from '../../scripts/eval/fit.ts';
import { createFuseEngine } from '../../scripts/eval/fuse-engine.ts';
import { growSet } from '../../scripts/eval/grow-set.ts';
import { measureEngine } from '../../scripts/eval/measure.ts';
import { readGroup, readLines, toSearchable, type SetArticle } from '../../scripts/eval/question-set.ts';
import { readPercentiles, round, scoreAnswers } from '../../scripts/eval/score-answers.ts';
import { SEARCH_ARTICLES } from '../support/search-articles.ts';

describe('the score of answers', () => {
  const TEN = 'abcdefghij'.split('');

  test('counts how far down the first right answer is', () => {
    const score = scoreAnswers([
      { found: TEN, wanted: ['a'] },
      { found: TEN, wanted: ['e', 'j'] },
      { found: TEN, wanted: ['j'] },
      { found: TEN, wanted: ['z'] },
      { found: [], wanted: ['a'] },
    ]);
    expect(score).toEqual({
      queries: 5,
      recallAt1: 0.2,
      recallAt5: 0.4,
      recallAt10: 0.6,
      mrrAt10: 0.26,
      noneRate: 0.2,
    });
  });

  test('does not count what is beyond the tenth place', () => {
    const score = scoreAnswers([{ found: [...TEN, 'k'], wanted: ['k'] }]);
    expect(score).toMatchObject({ recallAt10: 0, mrrAt10: 0, noneRate: 0 });
  });

  test('of no answers is nothing, not an error', () => {
    expect(scoreAnswers([])).toEqual({
      queries: 0,
      recallAt1: 0,
      recallAt5: 0,
      recallAt10: 0,
      mrrAt10: 0,
      noneRate: 0,
    });
  });

  test('percentiles are times that were measured', () => {
    const times = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(readPercentiles(times)).toEqual({ p50: 50, p95: 95, p99: 99 });
    expect(readPercentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
    expect(readPercentiles([])).toEqual({ p50: 0, p95: 0, p99: 0 });
  });

  test('is rounded', () => {
    expect(round(2 / 3)).toBe(0.6667);
    expect(round(12.345, 1)).toBe(12.3);
  });
});

async function writeSet(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskmate-eval-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'set.jsonl');
  await writeFile(file, content);
  return file;
}

describe('a set of questions', () => {
  test('is read line by line, empty ones aside', async () => {
    const file = await writeSet('{"q":"退款","rel":["a"]}\n\n{"q":"发票"}\r\n  \n');
    expect(await readLines(file)).toEqual([{ q: '退款', rel: ['a'] }, { q: '发票' }]);
  });

  test('says which line is none', async () => {
    const file = await writeSet('{"q":"退款"}\n\n{"q": 退款}\n');
    await expect(readLines(file)).rejects.toThrow(`${file}:3 is not JSON`);
  });

  test('that is not there says so', async () => {
    await expect(readLines(join(tmpdir(), 'deskmate-no-such-set.jsonl'))).rejects.toThrow('ENOENT');
  });

  test('makes articles of what it has', () => {
    expect(toSearchable({ id: 7 })).toMatchObject({ id: '7', title: '', aliases: [], replies: [] });
    expect(toSearchable({ id: 'a', title: '退款', body: '三天', aliases: ['退钱'] })).toMatchObject({
      title: '退款',
      aliases: ['退钱'],
      replies: [{ text: '三天' }],
    });
  });

  test('names answers by group, or by the article itself', () => {
    expect(readGroup({ id: 7, g: 'refund' })).toBe('refund');
    expect(readGroup({ id: 7 })).toBe('7');
  });
});

const SET: SetArticle[] = SEARCH_ARTICLES.map(({ id, title, aliases }) => ({
  id,
  title,
  aliases,
  body: `(${id})`,
  g: `group:${id}`,
}));
const QUESTIONS = SEARCH_ARTICLES.slice(0, 12).map(({ id, title }) => ({
  q: `${title}呢`,
  rel: [`group:${id}`],
}));

describe('the engine of the product, measured', () => {
  test('answers with groups', () => {
    const measured = measureEngine(createDeskmateEngine(SET), QUESTIONS);
    expect(measured.queries).toBe(QUESTIONS.length);
    expect(measured.recallAt5).toBe(1);
    expect(measured.noneRate).toBe(0);
  });

  test('learns from lessons, by group or by article', () => {
    const q = 'gprs 好卡顿';
    const wanted = 'group:data-over';
    expect(createDeskmateEngine(SET).search(q)).not.toContain(wanted);
    expect(createDeskmateEngine(SET, [{ q, rel: [wanted] }]).search(q)[0]).toBe(wanted);
    expect(createDeskmateEngine(SET, [{ q, id: 'data-over' }]).search(q)[0]).toBe(wanted);
    expect(createDeskmateEngine(SET, [{ q, rel: ['group:nowhere'] }]).search(q)).not.toContain(wanted);
  });

  test('stands beside plain Fuse.js on the same questions', () => {
    const measured = measureEngine(createFuseEngine(SET), [{ q: '宽带移机', rel: ['group:broadband-move'] }]);
    expect(measured).toMatchObject({ queries: 1, recallAt1: 1 });
  });

  test('grows to any size, its own articles first, ids unlike each other, the same every time', () => {
    const grown = growSet(SET, 3 * SET.length);
    expect(grown).toHaveLength(3 * SET.length);
    expect(grown.slice(0, SET.length)).toEqual(SET);
    expect(new Set(grown.map(({ id }) => id))).toHaveProperty('size', grown.length);
    expect(growSet(SET, 3 * SET.length)).toEqual(grown);
    expect(growSet([], 5)).toEqual([]);
  });

  test('gives what the ranker saw, right candidates marked', () => {
    const rows = collectRows(SET, [
      { name: 'set', questions: QUESTIONS.slice(0, 2) },
      { name: 'foreign', questions: [{ q: '宽带移机', rel: [NOTHING_WANTED] }] },
    ]);
    expect(rows.map(({ set, hasHan }) => [set, hasHan])).toEqual([
      ['set', true],
      ['set', true],
      ['foreign', true],
    ]);
    expect(rows.map(({ candidates }) => candidates.filter(({ isRight }) => isRight).length)).toEqual([
      1, 1, 0,
    ]);
    expect(rows[0]?.candidates[0]?.isRight).toBe(true);
    for (const { features, evidence } of rows.flatMap(({ candidates }) => candidates)) {
      expect([...Object.values(features), ...Object.values(evidence)].every(Number.isFinite)).toBe(true);
    }
  });
});

/** Right is what has more of `good`; `noise` says nothing. */
function makeToyRows(set: string, count: number): Row[] {
  return Array.from({ length: count }, (_, row) => ({
    set,
    hasHan: true,
    candidates: Array.from({ length: 4 }, (__, at) => {
      const isRight = at === row % 4;
      const values = { good: isRight ? 0.8 : 0.3, noise: ((row * 7 + at * 3) % 10) / 10, bias: 1 };
      return { features: values, evidence: { ...values }, isRight };
    }).toSorted((left, right) => Number(right.isRight) - Number(left.isRight)),
  }));
}

describe('fitting', () => {
  const ROWS = makeToyRows('toy', 120);

  test('the ranker finds what tells right from wrong', () => {
    const weights = fitRanking(ROWS, ['good', 'noise']);
    expect(weights['good']).toBeGreaterThan(1);
    expect(Math.abs(weights['noise'] ?? 9)).toBeLessThan((weights['good'] ?? 0) / 3);
    const rate = (features: Record<string, number>) =>
      (weights['good'] ?? 0) * (features['good'] ?? 0) + (weights['noise'] ?? 0) * (features['noise'] ?? 0);
    for (const { candidates } of ROWS) {
      const best = candidates.toSorted((left, right) => rate(right.features) - rate(left.features))[0];
      expect(best?.isRight).toBe(true);
    }
  });

  test('the estimate is high for the right ones and low for the others', () => {
    const weights = fitLogistic(ROWS, ['bias', 'good', 'noise']);
    const estimate = (good: number) =>
      1 /
      (1 +
        Math.exp(-((weights['bias'] ?? 0) + (weights['good'] ?? 0) * good + (weights['noise'] ?? 0) * 0.5)));
    expect(estimate(0.8)).toBeGreaterThan(0.7);
    expect(estimate(0.3)).toBeLessThan(0.3);
  });

  test('gives the same weights every time', () => {
    expect(fitRanking(ROWS, ['good', 'noise'])).toEqual(fitRanking(structuredClone(ROWS), ['good', 'noise']));
    expect(fitLogistic(ROWS, ['bias', 'good'])).toEqual(fitLogistic(structuredClone(ROWS), ['bias', 'good']));
  });

  test('learns nothing where there is nothing to learn', () => {
    const allWrong = makeToyRows('toy', 40);
    for (const { candidates } of allWrong) for (const candidate of candidates) candidate.isRight = false;
    expect(fitRanking(allWrong, ['good'])).toEqual({ good: 0 });
    expect(fitRanking([], ['good'])).toEqual({ good: 0 });
    expect(fitLogistic([], ['good'])).toEqual({ good: 0 });
  });

  test('does not let a large set outvote a small one', () => {
    const turned = makeToyRows('large', 2_000);
    for (const candidate of turned.flatMap(({ candidates }) => candidates))
      candidate.features = { good: 0.5, other: candidate.isRight ? 0 : 1 };
    const weights = fitRanking([...turned, ...makeToyRows('small', 100)], ['good', 'other']);
    expect(weights['good']).toBeGreaterThan(1);
    expect(weights['other']).toBeLessThan(-1);
  });
});
