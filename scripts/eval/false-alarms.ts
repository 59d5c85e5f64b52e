/** Complaint alarms on lines whose labels are kept by the hash of the line, so that no line is in this repository. */
import { createHash } from 'node:crypto';
import type { ReadLine } from './measure-signals.ts';
import { round } from './score-answers.ts';

/** SHA-256 of lines, in hexadecimal. */
export interface HashLabels {
  complaints: readonly string[];
  others: readonly string[];
}

export interface FalseAlarms {
  /** Lines that are labelled. */
  n: number;
  complaints: number;
  /** Complaints that were seen. */
  recall: number;
  /** Alarms on lines that are no complaint, as a share of those lines. */
  falseAlarmRate: number;
  /** Alarms on all labelled lines. */
  alarmRate: number;
}

export function hashLine(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function measureFalseAlarms(
  texts: readonly string[],
  labels: HashLabels,
  readLine: ReadLine,
): FalseAlarms {
  const byHash = new Map(texts.map((text) => [hashLine(text), text]));
  const countAlarms = (hashes: readonly string[]) =>
    hashes.filter((hash) => {
      const text = byHash.get(hash);
      return text !== undefined && readLine(text);
    }).length;
  const known = (hashes: readonly string[]) => hashes.filter((hash) => byHash.has(hash)).length;
  const [complaints, others] = [known(labels.complaints), known(labels.others)];
  const [seen, wrong] = [countAlarms(labels.complaints), countAlarms(labels.others)];
  return {
    n: complaints + others,
    complaints,
    recall: round(seen / Math.max(1, complaints)),
    falseAlarmRate: round(wrong / Math.max(1, others)),
    alarmRate: round((seen + wrong) / Math.max(1, complaints + others)),
  };
}
