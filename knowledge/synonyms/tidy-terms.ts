import { collapseWhitespace } from '../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../utils/text/strip-invisible.ts';

/** What stands between two words of a group, so never in one. */
export const SEPARATOR = /[=＝,，、/／\t]/g;

const LEAST_TERMS = 2;
const MOST_TERMS = 12;
const LONGEST_TERM = 20;

export const TERM_PROBLEMS = ['one-word', 'too-many-words', 'word-too-long'] as const;
export type TermProblem = (typeof TERM_PROBLEMS)[number];

export type TidyTerms = { ok: true; terms: string[] } | { ok: false; reason: TermProblem };

/** Trims words, leaves out what is none or is there already, and says why the rest is no group. */
export function tidyTerms(words: readonly string[]): TidyTerms {
  const byKey = new Map<string, string>();
  for (const word of words) {
    const term = tidyTerm(word);
    const key = keyOf(term);
    if (/[\p{L}\p{N}]/u.test(term) && !byKey.has(key)) byKey.set(key, term);
  }
  const terms = [...byKey.values()];
  const reason = findProblem(terms);
  return reason ? { ok: false, reason } : { ok: true, terms };
}

/** Equal for groups of the same words, in whatever order. */
export function keyOfGroup(terms: readonly string[]): string {
  return terms.map(keyOf).toSorted().join('\n');
}

/** A space tells “log in” from “login”: the search takes them for different words. */
function keyOf(term: string): string {
  return term.normalize('NFKC').toLowerCase();
}

/** A number sign in front would make the line a comment when the group is written to a file. */
function tidyTerm(word: string): string {
  return collapseWhitespace(
    stripInvisible(word)
      .replace(SEPARATOR, ' ')
      .replace(/^[\s#＃]+/u, ''),
  );
}

function findProblem(terms: readonly string[]): TermProblem | null {
  if (terms.length < LEAST_TERMS) return 'one-word';
  if (terms.length > MOST_TERMS) return 'too-many-words';
  return terms.some((term) => [...term].length > LONGEST_TERM) ? 'word-too-long' : null;
}
