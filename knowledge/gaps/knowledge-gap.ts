/** Evidence that an article is missing: somebody asked, and nothing (or nothing good) was found. */

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
