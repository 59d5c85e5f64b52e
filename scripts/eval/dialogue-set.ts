/** The labelled dialogues of `tests/dialogues`, one JSON object a line, and what is measured on them. */
import type { Message, ParticipantRole } from '../../knowledge/conversation/index.ts';
import type { Severity } from '../../knowledge/complaints/index.ts';

export interface LabelledPromise {
  words: string;
  dueAt: string | null;
}

export interface LabelledMessage {
  role: ParticipantRole;
  text: string;
  /** Minutes since the start. */
  after: number;
  /** The stage after this message, where one was labelled. */
  stage?: string;
  promises?: LabelledPromise[];
}

export interface LabelledBreach {
  kind: string;
  /** Null for what is missing. */
  words: string | null;
}

export interface LabelledDialogue {
  id: string;
  locale: 'zh-CN' | 'zh-TW' | 'en';
  startedAt: string;
  customerName?: string;
  messages: LabelledMessage[];
  isComplaint: boolean;
  severity: Severity;
  threats: { kind: string; words: string }[];
  danger: { kind: string; words: string }[];
  drafts: { text: string; breaches: LabelledBreach[] }[];
}

export const DIALOGUE_ZONE = 'Asia/Shanghai';

export function toMessages({ messages, startedAt }: LabelledDialogue): Message[] {
  const start = Date.parse(startedAt);
  return messages.map(({ role, text, after }, index) => ({
    id: `m${index + 1}`,
    role,
    text,
    sentAt: start + after * 60_000,
  }));
}

/** Counts of what was found and what there was. */
export interface Counts {
  found: number;
  wanted: number;
  right: number;
}

export interface Rates {
  precision: number;
  recall: number;
  f1: number;
}

export const NOTHING: Counts = { found: 0, wanted: 0, right: 0 };

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    found: one.found + other.found,
    wanted: one.wanted + other.wanted,
    right: one.right + other.right,
  };
}

/** Of nothing everything is right. */
export function readRates({ found, wanted, right }: Counts): Rates {
  const precision = found === 0 ? 1 : right / found;
  const recall = wanted === 0 ? 1 : right / wanted;
  const both = precision + recall;
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / both };
}

/** Pairs each found thing with one wanted thing at most. */
export function countPairs<TFound, TWanted>(
  found: readonly TFound[],
  wanted: readonly TWanted[],
  isPair: (found: TFound, wanted: TWanted) => boolean,
): Counts {
  const open = [...wanted];
  let right = 0;
  for (const each of found) {
    const at = open.findIndex((other) => isPair(each, other));
    if (at < 0) continue;
    open.splice(at, 1);
    right += 1;
  }
  return { found: found.length, wanted: wanted.length, right };
}

/** Whether the words stand where something was found. */
export function overlaps(
  text: string,
  { start, end }: { start: number; end: number },
  words: string,
): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (at < end && start < at + words.length) return true;
  }
  return false;
}
