/** The measure of dialogues measures what it says. */
import { describe, expect, test } from 'vitest';
import {
  addCounts,
  countPairs,
  overlaps,
  readRates,
  toMessages,
  type LabelledDialogue,
} from '../../scripts/eval/dialogue-set.ts';
import { readDialogue } from '../../scripts/eval/measure-dialogues.ts';
import { loadComplaintRules } from '../../knowledge/complaints/index.ts';
import type { ReadSignals } from '../../knowledge/signals/index.ts';
import { makeSignal, makeSignals } from '../support/make-signals.ts';

const isSame = (one: string, other: string) => one === other;

describe('counting', () => {
  test('each wanted thing is paired once', () => {
    const counts = countPairs(['a', 'a', 'b'], ['a', 'b', 'c'], isSame);
    expect(counts).toEqual({ found: 3, wanted: 3, right: 2 });
    expect(readRates(addCounts(counts, { found: 1, wanted: 1, right: 0 }))).toEqual({
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
    });
  });

  test('of nothing everything is right, and nothing right is nothing', () => {
    expect(readRates(countPairs([], [], isSame))).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(readRates({ found: 2, wanted: 2, right: 0 }).f1).toBe(0);
  });

  test('words stand where something was found, at any of their places', () => {
    const text = '肯定能退，肯定到账';
    expect(overlaps(text, { start: 5, end: 7 }, '肯定')).toBe(true);
    expect(overlaps(text, { start: 2, end: 4 }, '肯定')).toBe(false);
    expect(overlaps(text, { start: 0, end: 2 }, '保证')).toBe(false);
  });
});

describe('a dialogue', () => {
  const dialogue: LabelledDialogue = {
    id: 'x',
    locale: 'zh-CN',
    startedAt: '2026-11-20T10:00:00+08:00',
    messages: [
      { role: 'customer', text: '我要投诉！再不处理我打12315', after: 0, stage: 'calm' },
      {
        role: 'agent',
        text: '换谁都会生气，这件事我来负责，今天18点前给您回电',
        after: 2,
        stage: 'resolve',
        promises: [{ words: '今天18点前给您回电', dueAt: '2026-11-20T18:00:00+08:00' }],
      },
    ],
    isComplaint: true,
    severity: 'critical',
    threats: [{ kind: 'regulator', words: '打12315' }],
    danger: [],
    drafts: [
      { text: '这个肯定能退', breaches: [{ kind: 'over-promise', words: '肯定' }] },
      { text: '我帮您核实', breaches: [] },
    ],
  };
  const readSignals: ReadSignals = () =>
    makeSignals({
      complaint: makeSignal('投诉'),
      emotion: { ...makeSignal('投诉'), level: 'angry' },
      worstEmotion: 'angry',
      threats: [{ ...makeSignal('打12315', 'm1'), kind: 'regulator', isDone: false }],
    });

  test('is read and compared part by part', async () => {
    const reading = readDialogue(dialogue, { rules: await loadComplaintRules(), readSignals });
    expect(reading.stages).toEqual([
      { wanted: 'calm', got: 'calm' },
      { wanted: 'resolve', got: 'listen' },
    ]);
    expect(reading.severity).toEqual({ wanted: 'critical', got: 'major' });
    expect(reading.threats).toEqual({ found: 1, wanted: 1, right: 1 });
    expect(reading.isFalseAlarm).toBeNull();
    expect(reading.promises).toEqual({ found: 1, wanted: 1, right: 1 });
    expect(reading.drafts).toEqual({ found: 1, wanted: 1, right: 1 });
    expect(reading.mistakes.map(({ about }) => about)).toEqual(['stage', 'severity']);
  });

  test('that is no complaint is a false alarm when anything is heard, and quiet when nothing is', async () => {
    const rules = await loadComplaintRules();
    const ordinary: LabelledDialogue = { ...dialogue, isComplaint: false, severity: 'none', threats: [] };
    expect(readDialogue(ordinary, { rules, readSignals }).isFalseAlarm).toBe(true);
    expect(readDialogue(ordinary, { rules, readSignals: () => makeSignals() }).isFalseAlarm).toBe(false);
  });

  test('times are minutes from its start', () => {
    expect(toMessages(dialogue)[1]).toMatchObject({
      id: 'm2',
      sentAt: Date.parse('2026-11-20T10:02:00+08:00'),
    });
  });
});
