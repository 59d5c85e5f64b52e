/**
 * The article: one question customers ask, and what a colleague would answer.
 * Shapes follow KCS v6 (confidence states) and product.md's vocabulary.
 */

/** KCS confidence: how far a colleague may trust this article without asking. */
export const CONFIDENCE_STATES = ['work-in-progress', 'not-validated', 'validated', 'archived'] as const;
export type ConfidenceState = (typeof CONFIDENCE_STATES)[number];

/** How a reply sounds: `formal` (正式) or `warm` (亲切). */
export const REPLY_TONES = ['formal', 'warm'] as const;
export type ReplyTone = (typeof REPLY_TONES)[number];

/** How bad it usually is when a customer brings this up; a hint for triage, never a verdict. */
export const SEVERITY_HINTS = ['normal', 'major', 'urgent'] as const;
export type SeverityHint = (typeof SEVERITY_HINTS)[number];

export const MAX_ALIASES = 60;
export const MAX_ALIAS_LENGTH = 120;

/** One script (话术): text for the customer, possibly with `{{slots}}`. */
export interface ReplyTemplate {
  tone: ReplyTone;
  text: string;
}

export interface Article {
  /** `<pack>.<slug>` for bundled articles, a ULID for the team's own. Never changes. */
  id: string;
  /** BCP 47 tag of the language the replies are written in. */
  locale: 'zh-CN' | 'zh-TW' | 'en';
  title: string;
  /** The ways customers really ask (相似问), typos included. */
  aliases: string[];
  replies: ReplyTemplate[];
  /** For the agent's eyes only: what to check before answering. */
  internalNote?: string;
  tags: string[];
  productLine: string;
  complaintFamily?: string;
  severityHint: SeverityHint;
  confidence: ConfidenceState;
  /** ISO date (YYYY-MM-DD) by which somebody must have looked at it again. */
  verifyBy: string;
}
