/** What a draft is checked for. Rules are data: a team may write its own, and a manager can try them on sentences. */

export type DraftLocale = 'zh-CN' | 'zh-TW' | 'en';
export type DraftTexts = Record<DraftLocale, string>;

/** Found by words. */
export const WORD_KINDS = [
  'banned',
  'over-promise',
  'brush-off',
  'blame',
  'diverting',
  'internal-words',
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** Found by comparing with the conversation, or with what the stage asks for. */
export const CHECK_KINDS = [
  'wrong-customer',
  'unfilled-slot',
  'other-pii',
  'missing-must-say',
  'never-say',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];
export type BreachKind = WordKind | CheckKind;

/** How loudly it is said. Whether anything blocks is the team's policy, not the rule's. */
export const FINDING_SEVERITIES = ['high', 'medium', 'low'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** How much of the draft a rewrite looks at. */
export const REWRITE_SCOPES = ['words', 'clause', 'sentence'] as const;
export type RewriteScope = (typeof REWRITE_SCOPES)[number];

/** The first that fits is offered. */
export interface RuleRewrite {
  scope: RewriteScope;
  /** Bounded. What it matches within the scope is replaced; without it, the whole scope is. */
  find?: string;
  /** `$1` … `$9` stand for what the groups of `find` matched, as it was written. In the languages of the rule. */
  text: Partial<DraftTexts>;
}

export interface DraftRule {
  /** What a mute names. */
  id: string;
  kind: WordKind;
  language: 'zh' | 'en';
  severity: FindingSeverity;
  /** Literal; either script, any width, any case. English words match whole words. */
  words?: string[];
  /** Bounded (`utils/text/bounded-pattern.ts`); tried on each clause, in simplified characters and half width. */
  patterns?: string[];
  /** A class of phrases: of each list one word, in this order, with a few characters between. Literal as `words` are. */
  sequences?: string[][][];
  /** Bounded. A clause in which one of these covers the words is fine: "感谢您的肯定". */
  unless?: string[];
  /** Bounded. A sentence with one of these is fine: one that warns of fraud may name it. */
  unlessSentence?: string[];
  /** Says why, to the agent. */
  reason: DraftTexts;
  rewrites: RuleRewrite[];
}

export interface DraftFinding {
  /** The rule's id, or that of a check: `check.unfilled-slot`. */
  ruleId: string;
  kind: BreachKind;
  severity: FindingSeverity;
  /** In the draft; an empty stretch at its end for what is missing. */
  start: number;
  end: number;
  words: string;
  reason: string;
  rewrite: DraftRewrite | null;
}

/** Replace `start` to `end` of the draft by `text`. */
export interface DraftRewrite {
  start: number;
  end: number;
  text: string;
}

export function applyRewrite(draft: string, { start, end, text }: DraftRewrite): string {
  return draft.slice(0, start) + text + draft.slice(end);
}
