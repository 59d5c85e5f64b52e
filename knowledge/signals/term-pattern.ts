/**
 * The small language of terms. A term is what is looked for, letter by letter, with a few signs:
 *
 * - `(a|b)` one of these; `(a|b)?` or nothing
 * - `~4` up to four characters, whatever they are
 * - `#` a number, in digits or Chinese numerals
 * - `word*` a Latin word that begins so
 * - `^` and `$` where the sentence begins and ends
 * - `@group` a named list
 *
 * There is no way to repeat, so no term can run for long, whoever wrote it.
 */
import { foldText } from './fold-text.ts';
import { readFirstCharacters } from './term-start.ts';

export type TermProblem = 'empty-term' | 'unknown-group' | 'unbalanced-term' | 'slow-term';

const MAX_TERM_LENGTH = 400;
/** Ways to place all gaps of one term: what decides how long it takes. */
const MAX_GAP_WAYS = 4_000;
const MAX_DEPTH = 4;

const NUMBER = '(?:\\d{1,6}|[零一二两三四五六七八九十百千]{1,4})';
const SIGNS: Record<string, string> = {
  '(': '(?:',
  ')': ')',
  '|': '|',
  '^': '^',
  $: '$',
  '#': NUMBER,
  '*': '[a-z]{0,10}',
};
const TOKENS = /~\d{1,2}|\)\?|[\s\S]/g;
const WORD_START = /^\(*[a-z0-9]/;
const WORD_END = /[a-z0-9]\)*$/;

/** @returns what is wrong with a term, or null */
export function findTermProblem(term: string, groups: Readonly<Record<string, unknown>>): TermProblem | null {
  if (term.startsWith('@')) return Object.hasOwn(groups, term.slice(1)) ? null : 'unknown-group';
  if (foldText(term).text.trim() === '') return 'empty-term';
  if (!isBalanced(term)) return 'unbalanced-term';
  return term.length > MAX_TERM_LENGTH || countGapWays(term) > MAX_GAP_WAYS ? 'slow-term' : null;
}

function isBalanced(term: string): boolean {
  let depth = 0;
  for (const character of term) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0 || depth > MAX_DEPTH) return false;
  }
  return depth === 0;
}

function countGapWays(term: string): number {
  return [...term.matchAll(/~(\d{1,2})/g)].reduce((ways, [, most]) => ways * (Number(most) + 1), 1);
}

type Groups = Readonly<Record<string, readonly string[]>>;

/** All terms as one pattern on folded text; groups are put in. @returns null for an empty list */
export function compileTerms(terms: readonly string[], groups: Groups): RegExp | null {
  const source = joinTerms(terms, groups);
  return source === '' ? null : new RegExp(source, 'g');
}

/** One pattern for the words of `first` with those of `second` behind, at most `gap` characters between. */
export function compilePair(
  pair: { first: readonly string[]; second: readonly string[]; gap: number },
  groups: Groups,
): RegExp {
  const first = joinTerms(pair.first, groups);
  return new RegExp(`(?:${first})[^\\n]{0,${pair.gap}}?(?:${joinTerms(pair.second, groups)})`, 'g');
}

/**
 * Hundreds of words would be tried at every place of a text. A look at the first character spares nearly all of that;
 * words with the same first character side by side are tried together.
 */
function joinTerms(terms: readonly string[], groups: Groups): string {
  const folded = expandGroups(terms, groups).map((term) => foldText(term).text);
  const withStart = folded.map((term) => ({ term, start: readFirstCharacters(term) }));
  const plain = withStart.filter(({ start }) => start !== null);
  const others = withStart.filter(({ start }) => start === null).map(({ term }) => compileTerm(term));
  if (plain.length === 0) return others.join('|');
  const characters = [...new Set(plain.map(({ start }) => start).join(''))].map(escapeInClass).join('');
  const sources = plain
    .map(({ term }) => term)
    .toSorted()
    .map(compileTerm);
  return [`(?=[${characters}])(?:${sources.join('|')})`, ...others].join('|');
}

function escapeInClass(character: string): string {
  return character.replace(/[\\\]^-]/, '\\$&');
}

function expandGroups(terms: readonly string[], groups: Groups): readonly string[] {
  return terms.flatMap((term) => (term.startsWith('@') ? (groups[term.slice(1)] ?? []) : [term]));
}

/** Latin words and numbers stand alone: `sue` is not in “issue”, 12315 in no longer number. An s may follow. */
function compileTerm(folded: string): string {
  const source = [...folded.matchAll(TOKENS)].map(([token]) => compileToken(token)).join('');
  const before = WORD_START.test(folded) ? '(?<![a-z0-9])' : '';
  const after = WORD_END.test(folded) ? 's?(?![a-z0-9])' : '';
  return `${before}(?:${source})${after}`;
}

function compileToken(token: string): string {
  if (token === ')?') return ')?';
  if (token.length > 1) return `[^\\n]{0,${token.slice(1)}}?`;
  return SIGNS[token] ?? token.replace(/[\\.*+?{}[\]/-]/, '\\$&');
}
