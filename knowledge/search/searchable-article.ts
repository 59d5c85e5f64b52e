import type { Article } from '../articles/index.ts';

/** The part of an article the index reads. */
export type SearchableArticle = Pick<
  Article,
  'id' | 'title' | 'aliases' | 'tags' | 'replies' | 'confidence' | 'productLine' | 'complaintFamily'
>;

/** Archived articles stay on disk and out of every search. */
export const isSearchable = ({ confidence }: SearchableArticle): boolean => confidence !== 'archived';
