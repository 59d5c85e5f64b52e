/** With which characters a term can begin: what lets a rule pass over most places of a text at a glance. */

const DIGITS = '0123456789零一二两三四五六七八九十百千';

/** @returns null where that is not plain, as with `^` or a beginning that may be absent */
export function readFirstCharacters(term: string): string | null {
  const first = term[0];
  if (first === undefined || '~^$*|)'.includes(first)) return null;
  if (first === '#') return DIGITS;
  if (first !== '(') return first;
  const end = findEndOfGroup(term);
  if (end < 0 || term[end + 1] === '?') return null;
  const starts = splitAlternatives(term.slice(1, end)).map(readFirstCharacters);
  return starts.includes(null) ? null : starts.join('');
}

function findEndOfGroup(term: string): number {
  let depth = 0;
  for (const [at, character] of [...term].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** At the bars that are in no group of their own. */
function splitAlternatives(group: string): string[] {
  const alternatives = [''];
  let depth = 0;
  for (const character of group) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) alternatives.push('');
    else alternatives.push((alternatives.pop() ?? '') + character);
  }
  return alternatives;
}
