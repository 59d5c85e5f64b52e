/** Which articles a filter lets through. */
import type { FilterName } from '../typed-query.ts';
import { listStrings, type Segment } from './segment.ts';

/** Filters that are answered from the index; `in:` needs the article's text. */
const BY_FACET = ['tag', 'line', 'family', 'state'] as const satisfies readonly FilterName[];

/** @returns a test by position; values of one filter are alternatives, a part of the value will do */
export function filterSegment(
  segment: Segment,
  filters: Record<FilterName, readonly string[]>,
): (position: number) => boolean {
  const asked = BY_FACET.filter((name) => filters[name].length > 0);
  if (asked.length === 0) return () => true;
  return (position) => {
    const facets = listStrings(segment.facets, position);
    return asked.every((name) =>
      filters[name].some((value) => facets.some((facet) => isFacet(facet, name, value))),
    );
  };
}

function isFacet(facet: string, name: FilterName, value: string): boolean {
  return facet.startsWith(`${name}:`) && facet.includes(value, name.length + 1);
}
