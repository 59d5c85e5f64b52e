/** Complaint alarms on real, ordinary lines. The lines are not ours to keep: beside the labels lies only their hash. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadEmotionModel } from '../../knowledge/signals/index.ts';
import { measureFalseAlarms } from '../../scripts/eval/false-alarms.ts';
import { createLineReader } from '../../scripts/eval/measure-signals.ts';
import { readLines } from '../../scripts/eval/question-set.ts';
import labels from '../signals/customer-labels.json' with { type: 'json' };

const LINES = resolve(import.meta.dirname, '../../../shared/data/dialogues/customer.jsonl');
const MOST_FALSE_ALARMS = 0.03;

test('a thousand lines are labelled, each once', () => {
  const hashes = [...labels.complaints, ...labels.others];
  expect(new Set(hashes).size).toBe(1_000);
  expect(hashes.filter((hash) => !/^[0-9a-f]{64}$/.test(hash))).toEqual([]);
});

if (!existsSync(LINES))
  process.stderr.write(`NOT MEASURED: complaint alarms, because ${LINES} is not there\n`);

describe.skipIf(!existsSync(LINES))('on ordinary lines of customers', () => {
  test('at most three in a hundred are taken for complaints', { timeout: 60_000 }, async () => {
    const lines = await readLines<{ text: string }>(LINES);
    const readLine = createLineReader('complaint', await loadEmotionModel());
    const found = measureFalseAlarms(
      lines.map(({ text }) => text),
      labels,
      readLine,
    );
    expect(found.n).toBe(1_000);
    expect(found.falseAlarmRate).toBeLessThanOrEqual(MOST_FALSE_ALARMS);
    expect(found.recall).toBeGreaterThan(0.4);
  });
});
