/** What somebody typed into the search box: words, "exact phrases" and filters (tag:退款 state:validated). */
import { normaliseText } from './text/normalise.ts';

export const FILTER_NAMES = ['tag', 'in', 'line', 'family', 'state'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

export interface TypedQuery {
  /** What is left to search for. */
  text: string;
  /** Each must stand in the article word for word. */
  phrases: string[];
  /** Values of the same filter are alternatives; different filters must all hold. */
  filters: Record<FilterName, string[]>;
}

const FILTER = new RegExp(`(?<=^|\\s)(${FILTER_NAMES.join('|')})[:：](?:"([^"]*)"|“([^”]*)”|(\\S*))`, 'giu');
const PHRASE = /"([^"]+)"|“([^”]+)”|「([^」]+)」/gu;
const MAX_QUERY = 2_000;

export function readTypedQuery(query: string): TypedQuery {
  const filters: TypedQuery['filters'] = { tag: [], in: [], line: [], family: [], state: [] };
  const phrases: string[] = [];
  const withoutFilters = query.slice(0, MAX_QUERY).replace(FILTER, (...found: (string | undefined)[]) => {
    const [, name = '', straight, curly, plain] = found;
    const value = normaliseText(straight ?? curly ?? plain ?? '').trim();
    if (value) filters[name.toLowerCase() as FilterName].push(value);
    return ' ';
  });
  const text = withoutFilters.replace(PHRASE, (...found: (string | undefined)[]) => {
    const [, straight, curly, corner] = found;
    const phrase = normaliseText(straight ?? curly ?? corner ?? '').trim();
    if (phrase) phrases.push(phrase);
    return ' ';
  });
  return { text: text.replace(/\s+/gu, ' ').trim(), phrases, filters };
}

export function hasFilters({ filters }: TypedQuery): boolean {
  return Object.values(filters).some(({ length }) => length > 0);
}
