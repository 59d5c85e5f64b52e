/** Values that a filter can take, from the stored articles, and the few that fit what is typed. */
import Fuse from 'fuse.js';
import type { ArticleRow } from '../../knowledge/knowledge-base.ts';
import type { FilterName } from '../../knowledge/search/index.ts';
import type { FilterWord } from './filter-word.ts';

export interface FilterOption {
  /** What the filter is given. */
  value: string;
  /** What a person calls it; the value itself where it has no other name. */
  label: string;
  /** How many articles it leaves. */
  count: number;
}

export type FilterValues = Readonly<Record<FilterName, readonly FilterOption[]>>;

/** What filters look at, and no more: tens of thousands of these stay in memory. Null for an archived article. */
export type FilteredArticle = Readonly<Record<FilterName, readonly string[]>> | null;

/** Archived articles are out of every search, so out of the counts too. */
export function pickFiltered(row: ArticleRow): FilteredArticle {
  if (row.confidence === 'archived') return null;
  return {
    tag: [...new Set(row.tags)],
    in: listFields(row),
    line: [row.productLine],
    family: row.complaintFamily ? [row.complaintFamily] : [],
    state: [row.confidence],
  };
}

/** The parts of an article to look in, by the names the search knows. */
function listFields({ aliases, tags }: ArticleRow): string[] {
  return ['title', 'reply', ...(aliases.length > 0 ? ['alias'] : []), ...(tags.length > 0 ? ['tag'] : [])];
}

type NameValue = (name: FilterName, value: string) => string;

const SHOWN = 8;

/** Most used first. */
export function listFilterValues(articles: readonly FilteredArticle[], nameValue: NameValue): FilterValues {
  const listFor = (name: FilterName): FilterOption[] => {
    const counts = new Map<string, number>();
    for (const article of articles) {
      for (const value of article?.[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ value, label: nameValue(name, value), count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    tag: listFor('tag'),
    in: listFor('in'),
    line: listFor('line'),
    family: listFor('family'),
    state: listFor('state'),
  };
}

/** @returns nothing once the value is typed in full: the list would only be in the way */
export function completeFilter(values: FilterValues, { name, typed }: FilterWord): FilterOption[] {
  const all = values[name];
  if (typed === '') return all.slice(0, SHOWN);
  if (all.some(({ value }) => value === typed)) return [];
  const fuse = new Fuse(all, { keys: ['value', 'label'], threshold: 0.4, ignoreLocation: true });
  return fuse.search(typed, { limit: SHOWN }).map(({ item }) => item);
}
