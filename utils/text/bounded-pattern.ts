/**
 * Patterns in adapters come from others and run in the console's page, so they must not be able to hang it.
 * A pattern is bounded when the ways it can be tried, multiplied, stay few.
 */

export const MAX_PATTERN_LENGTH = 120;
/** What a pattern is run on is cut to this length first. */
export const MAX_PATTERN_INPUT = 300;

const LONG_REPEAT = 16;
const MAX_WAYS = MAX_PATTERN_INPUT * MAX_PATTERN_INPUT;

export function isBoundedPattern(source: string): boolean {
  return source.length <= MAX_PATTERN_LENGTH && compiles(source) && countWays(source) <= MAX_WAYS;
}

/** @returns infinity for what is not looked into: repeated groups, looking around, references back */
function countWays(source: string): number {
  // Escapes and classes stand for one character, so that only operators are left.
  if (/\\(?:[1-9]|k)/.test(source)) return Infinity;
  const bare = source
    .replace(/\\./gs, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    // As few as possible or as many: the ways are the same.
    .replace(/([*+?}])\?/g, '$1');
  if (/\((?!\?:)\?|\)[*+{]/.test(bare)) return Infinity;
  // Without an anchor it is tried from every place.
  let ways = bare.startsWith('^') && !bare.includes('|') ? 1 : MAX_PATTERN_INPUT;
  for (const [operator, least, hasComma, most] of bare.matchAll(/\{(\d+)(,?)(\d*)\}|[*+?|]/g)) {
    ways *= countWaysOf(operator, { least, hasComma, most });
  }
  return ways;
}

interface Repeat {
  least: string | undefined;
  hasComma: string | undefined;
  most: string | undefined;
}

function countWaysOf(operator: string, { least, hasComma, most }: Repeat): number {
  if (operator === '?' || operator === '|') return 2;
  if (least === undefined || (hasComma && !most)) return MAX_PATTERN_INPUT;
  const longest = Number(most || least);
  // Long repeats cost, also where there is but one way.
  return Math.max(1, longest - Number(least) + 1) * Math.ceil((longest + 1) / LONG_REPEAT);
}

function compiles(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}
