/**
 * A team's synonyms as a text file anybody can write: one group a line, its words separated by `=`, a comma,
 * `、`, `/` or a tab. Lines that begin with `#` are notes.
 */
import { keyOfGroup, SEPARATOR, tidyTerms, type TermProblem } from './tidy-terms.ts';

/** A team's own words; more is a dictionary, and would slow every search. */
const MOST_GROUPS = 5_000;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

export interface SynonymProblem {
  /** Counted from 1. */
  line: number;
  reason: TermProblem | 'too-many-groups';
}

export interface ParsedSynonyms {
  groups: { terms: string[] }[];
  problems: SynonymProblem[];
}

/** Takes every line that is a group, once, and says what is wrong with the others. */
export function parseSynonyms(text: string): ParsedSynonyms {
  const byKey = new Map<string, { terms: string[] }>();
  const problems: SynonymProblem[] = [];
  for (const [at, content] of text
    .replace(/^\uFEFF/, '')
    .split(LINE_BREAK)
    .entries()) {
    if (!content.trim() || /^\s*[#＃]/u.test(content)) continue;
    if (byKey.size >= MOST_GROUPS) {
      problems.push({ line: at + 1, reason: 'too-many-groups' });
      break;
    }
    const tidy = tidyTerms(content.split(SEPARATOR));
    if (!tidy.ok) problems.push({ line: at + 1, reason: tidy.reason });
    else if (!byKey.has(keyOfGroup(tidy.terms))) byKey.set(keyOfGroup(tidy.terms), { terms: tidy.terms });
  }
  return { groups: [...byKey.values()], problems };
}

/** The same file back: reading it again gives the same groups. */
export function formatSynonyms(groups: readonly { terms: readonly string[] }[]): string {
  return groups.map(({ terms }) => `${terms.join(' = ')}\n`).join('');
}
