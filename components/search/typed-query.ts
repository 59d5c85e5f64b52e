/**
 * What the person typed, seen without its filters. Only the reading of them: `readTypedQuery` also folds
 * traditional characters, and its tables are too heavy for the panel. A test holds the two together.
 */
import { FILTER_NAMES } from '../../knowledge/search/index.ts';
import { collapseWhitespace } from '../../utils/text/collapse-whitespace.ts';

const FILTER = new RegExp(`(?<=^|\\s)(?:${FILTER_NAMES.join('|')})[:：](?:"[^"]*"|“[^”]*”|\\S*)`, 'giu');
const QUOTES = /["“”「」]/gu;

/** The same question to all articles; phrases stay phrases. */
export function dropFilters(query: string): string {
  return collapseWhitespace(query.replace(FILTER, ' '));
}

/** The words alone, as somebody would ask them; empty when only filters were typed. */
export function readWords(query: string): string {
  return collapseWhitespace(dropFilters(query).replace(QUOTES, ' '));
}

/** A filter that is only begun (`tag:`) leaves nothing out yet. */
export function hasFilters(query: string): boolean {
  return [...query.matchAll(FILTER)].some(([filter]) => !/[:：](?:""|“”)?$/u.test(filter));
}
