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
  /** In how many contacts. */
  count: number;
  /** Epoch milliseconds. */
  firstAt: number;
  lastAt: number;
  /** The newest contacts that were counted; absent in rows from before contacts were told apart. */
  contactIds?: readonly string[];
}

/** What was asked again or found missing now. */
export interface GapEvent {
  /** As it is stored: masked, one line. */
  question: string;
  source: GapSource;
  reason: GapReason;
  /** Whose question it is; the day where there is no contact. One is counted once for a question. */
  contactId: string;
}

/** So many contacts later, one that comes back is counted again; keeping all of them would never end. */
const REMEMBERED_CONTACTS = 50;

export function identifyGap({ question, source }: Pick<GapEvent, 'question' | 'source'>): string {
  return `${source}:${hashText(foldToLetters(question)).toString(36)}`;
}

/** The same gap, seen once more; the newest wording and reason are the ones shown. */
export function countGap(before: KnowledgeGap | undefined, event: GapEvent, now: number): KnowledgeGap {
  const { question, source, reason, contactId } = event;
  return {
    id: identifyGap(event),
    v: 1,
    question,
    source,
    reason,
    count: (before?.count ?? 0) + 1,
    firstAt: before?.firstAt ?? now,
    lastAt: now,
    contactIds: [...(before?.contactIds ?? []), contactId].slice(-REMEMBERED_CONTACTS),
  };
}

/**
 * Whether this contact was counted for it before: a panel opened again, a second window, a customer come back to.
 * A customer's turn grows with every line, so its beginning seen once more (by a slower window) says nothing new.
 */
export function isCounted(gap: KnowledgeGap, event: GapEvent): boolean {
  if (!isSameVoice(gap, event)) return false;
  const [known, asked] = [foldToLetters(gap.question), foldToLetters(event.question)];
  return event.source === 'customer' ? known.startsWith(asked) : known === asked;
}

/** Somebody was still typing: “退”, then “退款”. */
const TYPING_MS = 10_000;

/** Whether it was the beginning of what is asked now: typed a moment ago, or the customer's lines so far. */
export function isBeginningOf(gap: KnowledgeGap, event: GapEvent, now: number): boolean {
  if (!isSameVoice(gap, event)) return false;
  if (gap.source === 'search' && now - gap.lastAt > TYPING_MS) return false;
  const [shorter, longer] = [foldToLetters(gap.question), foldToLetters(event.question)];
  return shorter !== longer && longer.startsWith(shorter);
}

function isSameVoice({ source, contactIds }: KnowledgeGap, event: GapEvent): boolean {
  return source === event.source && contactIds?.includes(event.contactId) === true;
}

/**
 * Takes this contact's asking back. When the one before was is not kept: longer ago than anybody types, so that
 * going on typing takes back no more.
 *
 * @returns null if there was no other
 */
export function uncountGap(gap: KnowledgeGap, contactId: string): KnowledgeGap | null {
  if (gap.count === 1) return null;
  const contactIds = (gap.contactIds ?? []).filter((id) => id !== contactId);
  const lastAt = Math.max(gap.firstAt, gap.lastAt - TYPING_MS - 1);
  return { ...gap, count: gap.count - 1, lastAt, contactIds };
}

/** Asked most first, then latest first. */
export function compareGaps(left: KnowledgeGap, right: KnowledgeGap): number {
  return right.count - left.count || right.lastAt - left.lastAt || (left.id < right.id ? -1 : 1);
}
