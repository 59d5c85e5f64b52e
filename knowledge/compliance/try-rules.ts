import { compileRules, foldDraft } from './compile-rules.ts';
import type { DraftLocale, DraftRewrite, DraftRule } from './draft-rule.ts';
import { FINE_PHRASES } from './bundled-rules.ts';
import { matchRules, type Clearing } from './match-rules.ts';
import { rewriteMatch } from './rewrite.ts';

export interface TriedSentence {
  sentence: string;
  /** What each rule says to it, also where it lets the words pass. */
  matches: {
    ruleId: string;
    start: number;
    end: number;
    words: string;
    /** Null: it fires. */
    clearedBy: Clearing | null;
    rewrite: DraftRewrite | null;
  }[];
}

/** For a manager's test page: which rule fires on which words, and why another does not. */
export function tryRules(
  rules: readonly DraftRule[],
  sentences: readonly string[],
  locale: DraftLocale,
): TriedSentence[] {
  const compiled = compileRules(rules);
  const finePhrases = FINE_PHRASES.map(foldDraft);
  return sentences.map((sentence) => ({
    sentence,
    matches: matchRules({ text: sentence, rules: compiled, finePhrases, listCustomerTexts: () => [] }).map(
      (match) => ({
        ruleId: match.rule.id,
        start: match.start,
        end: match.end,
        words: sentence.slice(match.start, match.end),
        clearedBy: match.clearedBy,
        rewrite: match.clearedBy ? null : rewriteMatch(sentence, match, locale),
      }),
    ),
  }));
}
