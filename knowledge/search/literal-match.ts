/** What the index cannot answer by itself: exact phrases, and words in one field only. */
import type { SearchableArticle } from './searchable-article.ts';
import { normaliseText } from './text/normalise.ts';
import type { TypedQuery } from './typed-query.ts';

/** Names people may type after `in:`, and the field they mean. */
const FIELDS: Record<string, (article: SearchableArticle) => readonly string[]> = {
  title: ({ title }) => [title],
  标题: ({ title }) => [title],
  alias: ({ aliases }) => aliases,
  相似问: ({ aliases }) => aliases,
  reply: ({ replies }) => replies.map(({ text }) => text),
  话术: ({ replies }) => replies.map(({ text }) => text),
  tag: ({ tags }) => tags,
  标签: ({ tags }) => tags,
};
export const FIELD_NAMES = ['title', 'alias', 'reply', 'tag'] as const;

/** @returns whether {@link matchesLiterally} can ever say no */
export function needsText({ phrases, filters }: TypedQuery): boolean {
  return phrases.length > 0 || filters.in.length > 0;
}

/** Every phrase stands in the article; with `in:`, phrases and words all in that field. */
export function matchesLiterally(article: SearchableArticle, query: TypedQuery): boolean {
  const texts = listTexts(article, query.filters.in).map(normaliseText);
  const words = query.filters.in.length > 0 ? normaliseText(query.text).split(/\s+/u).filter(Boolean) : [];
  return [...query.phrases, ...words].every((wanted) => texts.some((text) => text.includes(wanted)));
}

function listTexts(article: SearchableArticle, fields: readonly string[]): readonly string[] {
  const read = fields.flatMap((field) => (Object.hasOwn(FIELDS, field) ? (FIELDS[field] ?? []) : []));
  const chosen = read.length > 0 ? read : Object.values(FIELDS);
  return chosen.flatMap((readField) => readField(article));
}
