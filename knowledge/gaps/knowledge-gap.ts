/** Evidence that an article is missing: somebody asked, and nothing (or nothing good) was found. */
import { foldToLetters } from '../../utils/text/fold-to-letters.ts';
import { hashText } from '../../utils/text/hash-text.ts';

export const GAP_REASONS = ['nothing-found', 'unsure'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

export const GAP_SOURCES = ['search', 'customer'] as const;
export type GapSource = (typeof GAP_SOURCES)[number];

export interface KnowledgeGap {
  /** Hash of source and question: asked again, the count goes up. */
  id: string;
  v: 1;
  /** Masked, one line, at most 200 characters. */
  question: string;
  source: GapSource;
  reason: GapReason;
  count: number;
  /** Epoch milliseconds. */
  firstAt: number;
  lastAt: number;
}

/** What was asked again or found missing now. */
export interface GapEvent {
  /** As it is stored: masked, one line. */
  question: string;
  source: GapSource;
  reason: GapReason;
}

export function identifyGap({ question, source }: Pick<GapEvent, 'question' | 'source'>): string {
  return `${source}:${hashText(foldToLetters(question)).toString(36)}`;
}

/** The same gap, seen once more; the newest wording and reason are the ones shown. */
export function countGap(before: KnowledgeGap | undefined, event: GapEvent, now: number): KnowledgeGap {
  return {
    id: identifyGap(event),
    v: 1,
    ...event,
    count: (before?.count ?? 0) + 1,
    firstAt: before?.firstAt ?? now,
    lastAt: now,
  };
}

/** Somebody was still typing: “退”, then “退款”. */
export const TYPING_MS = 10_000;

export function isBeginningOf(gap: KnowledgeGap, event: GapEvent, now: number): boolean {
  if (gap.source !== 'search' || event.source !== 'search' || now - gap.lastAt > TYPING_MS) return false;
  const [shorter, longer] = [foldToLetters(gap.question), foldToLetters(event.question)];
  return shorter !== longer && longer.startsWith(shorter);
}

/**
 * Takes the last asking back. When the one before was is not kept: longer ago than anybody types, so that going
 * on typing takes back no more.
 *
 * @returns null if there was no other
 */
export function uncountGap(gap: KnowledgeGap): KnowledgeGap | null {
  if (gap.count === 1) return null;
  return { ...gap, count: gap.count - 1, lastAt: Math.max(gap.firstAt, gap.lastAt - TYPING_MS - 1) };
}

/** Asked most first, then latest first. */
export function compareGaps(left: KnowledgeGap, right: KnowledgeGap): number {
  return right.count - left.count || right.lastAt - left.lastAt || (left.id < right.id ? -1 : 1);
}
