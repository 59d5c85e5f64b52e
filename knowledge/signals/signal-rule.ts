/**
 * Signals are read with rules that are data: one file a language in `bundled/`, written in the small language of
 * `term-pattern.ts`, so that a rule can be added without code and no rule can be slow.
 */

/** `withdrawn`: “I don't want to complain, I am only asking”. `answer`: what our side says to somebody who complains. */
export const RULE_SIGNALS = [
  'complaint',
  'emotion',
  'threat',
  'danger',
  'vulnerable',
  'cut-off',
  'identity-theft',
  'compensation',
  'repeat',
  'churn',
  'family',
  'withdrawn',
  'answer',
] as const;
export type RuleSignal = (typeof RULE_SIGNALS)[number];

/** What can speak against words that fit: see `guards.ts`. */
export const GUARD_NAMES = ['negated', 'question', 'quoted', 'third-party', 'imitation'] as const;
export type GuardName = (typeof GUARD_NAMES)[number];

/** Kinds of evidence for a complaint, each counted once: two of one kind are no second signal. */
export const COMPLAINT_KINDS = ['explicit', 'problem', 'delay', 'unkept', 'blame', 'demand'] as const;

export interface SignalRule {
  /** Language first: `zh.threat.media`. */
  id: string;
  signal: RuleSignal;
  /** Which threat, danger, mood, family or kind of evidence. */
  kind?: string;
  /** How sure these words alone make us, 0 to 1. */
  weight: number;
  terms: string[];
  /** What must follow a term, with at most `gap` characters between. */
  followedBy?: string[];
  gap?: number;
  /** One of these has to stand beside the term, in the same sentence or where `scope` says. */
  near?: string[];
  /** None of these may stand there. */
  unless?: string[];
  scope?: 'sentence' | 'message';
  /** Guards that do not hold this rule back. */
  despite?: GuardName[];
  /** Counts only in a contact that is a complaint without it. */
  needs?: 'complaint'[];
}

/** Words by which a language negates, asks, quotes others; each with the words that lift it again. */
export interface GuardWords {
  negated: string[];
  notNegated: string[];
  question: string[];
  notQuestion: string[];
  thirdParty: string[];
  notThirdParty: string[];
  /** Anywhere in the message: it tells of another shop, another network, of friends. */
  elsewhere: string[];
  notElsewhere: string[];
  /** A threat that was carried out already, and words of one that was not. */
  done: string[];
  notDone: string[];
}

export interface RuleFile {
  locale: 'zh' | 'en';
  /** Lists of terms that rules name as `@group`. */
  groups: Record<string, string[]>;
  guards: GuardWords;
  rules: SignalRule[];
}
