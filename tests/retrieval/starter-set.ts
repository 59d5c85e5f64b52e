/** The bundled packs, and questions people could really ask them: `questions.jsonl`, written for this. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, KnowledgePack } from '../../knowledge/articles/index.ts';
import type { SearchHit, SearchIndex } from '../../knowledge/search/index.ts';
import { findHits, suggest, type Suggestion } from '../../knowledge/suggestions/index.ts';

export interface Question {
  q: string;
  /** Ids of the articles that answer it; any of them will do. */
  rel: string[];
  /** The same asked by somebody else, where there is one. */
  again?: string;
}

const PACKS = join(import.meta.dirname, '../../knowledge/starter/packs');

export const ARTICLES: readonly Article[] = readdirSync(PACKS)
  .toSorted()
  .flatMap((file) => (JSON.parse(readFileSync(join(PACKS, file), 'utf8')) as KnowledgePack).articles);

export const QUESTIONS: readonly Question[] = readLines('questions.jsonl').map(
  (line) => JSON.parse(line) as Question,
);

/** Messages of customers who ask nothing. */
export const NOTHING_ASKED: readonly string[] = readLines('nothing-asked.txt');

function readLines(file: string): string[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** The two words of an article's title that the fewest others have, in their order. */
export function chooseKeywords({ title }: Article): string[] {
  const segments = [...WORDS.segment(title)].map(({ segment }) => segment);
  const words = [...new Set(segments)].filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
  const rarest = words.toSorted((left, right) => countArticles(left) - countArticles(right)).slice(0, 2);
  return words.filter((word) => rarest.includes(word));
}

function countArticles(word: string): number {
  return ARTICLES.filter(({ title, aliases }) => [title, ...aliases].some((name) => name.includes(word)))
    .length;
}

export interface Asked {
  text: string;
  rel: readonly string[];
}

type Find = (text: string) => readonly Pick<SearchHit, 'articleId'>[];

/** The same question is asked in several measures; it is searched once. */
export function remember(find: Find): Find {
  const known = new Map<string, ReturnType<Find>>();
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
}

const DEPTH = 5;

/** Share of questions with a right article among the first five, 0 to 1. */
export function measureRecall(questions: readonly Asked[], find: Find): number {
  const isFound = ({ text, rel }: Asked) =>
    find(text)
      .slice(0, DEPTH)
      .some(({ articleId }) => rel.includes(articleId));
  return measureShare(questions, isFound);
}

export function measureShare<TItem>(items: readonly TItem[], is: (item: TItem) => boolean): number {
  return items.filter(is).length / items.length;
}

const KNOWN = {
  articles: new Map(ARTICLES.map((article) => [article.id, article])),
  usage: new Map(),
  tone: 'warm',
  said: [],
  today: '2026-11-02',
} as const;

/** The cards an agent would see for this message, nothing said before. */
export function showCards(index: SearchIndex, message: string): Suggestion[] {
  return suggest({ ...KNOWN, found: findHits(index, { message, earlier: [] }) });
}
