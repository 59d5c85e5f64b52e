import { MAX_PATTERN_INPUT } from '../../utils/text/bounded-pattern.ts';
import { foldChinese } from '../../utils/text/fold-chinese.ts';
import type { DraftRule } from './draft-rule.ts';

/** A rule made ready to run: literals folded as drafts are, patterns compiled. */
export interface CompiledRule {
  rule: DraftRule;
  words: readonly string[];
  patterns: readonly RegExp[];
  sequences: readonly CompiledSequence[];
  unless: readonly RegExp[];
  unlessSentence: readonly RegExp[];
}

export interface CompiledSequence {
  /** Folded: a draft without a word of each list need not be searched. */
  lists: readonly (readonly string[])[];
  pattern: RegExp;
}

const compiled = new WeakMap<readonly DraftRule[], CompiledRule[]>();

/** Compiled once for a list of rules: make a new list when a rule changes. */
export function compileRules(rules: readonly DraftRule[]): readonly CompiledRule[] {
  const known = compiled.get(rules);
  if (known) return known;
  const made = rules.map(compileRule);
  compiled.set(rules, made);
  return made;
}

function compileRule(rule: DraftRule): CompiledRule {
  const flags = rule.language === 'en' ? 'gi' : 'g';
  const compile = (sources: readonly string[] = []) => sources.map((source) => new RegExp(source, flags));
  return {
    rule,
    words: (rule.words ?? []).map((word) => foldDraft(word)),
    patterns: compile(rule.patterns),
    sequences: (rule.sequences ?? []).map((lists) => ({
      lists: lists.map((words) => words.map(foldDraft)),
      pattern: compileSequence(lists, rule.language),
    })),
    unless: compile(rule.unless),
    unlessSentence: compile(rule.unlessSentence),
  };
}

/** What may stand between two words of a sequence, in characters; no quotation marks. */
const GAPS: Record<DraftRule['language'], number> = { zh: 6, en: 12 };

/** Bounded by its shape: literals, and at most two short gaps (`checkRules`). */
function compileSequence(lists: readonly (readonly string[])[], language: DraftRule['language']): RegExp {
  const either = lists.map((words) => {
    const source = words
      .map(foldDraft)
      .toSorted((left, right) => right.length - left.length)
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('|');
    return language === 'zh' ? `(?:${source})` : String.raw`(?<![a-z0-9])(?:${source})(?![a-z0-9])`;
  });
  return new RegExp(either.join(`[^“”"「」『』]{0,${GAPS[language]}}?`), 'g');
}

/** How drafts and words are compared; every character keeps its place. */
export function foldDraft(text: string): string {
  return foldChinese(text).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Patterns are bounded on so much text; of a longer stretch without a comma only the beginning is read. */
export function cutForPattern(text: string): string {
  return text.slice(0, MAX_PATTERN_INPUT);
}
