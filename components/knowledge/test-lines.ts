/** Real questions as people paste them: one a line, with or without the title of the script that should answer. */
import type { Article } from '../../knowledge/articles/index.ts';
import { foldToLetters } from '../../utils/text/fold-to-letters.ts';

export const MAX_QUESTIONS = 2_000;

export interface ExpectedArticle {
  title: string;
  /** Every article of that title; empty when there is none. */
  ids: readonly string[];
}

export interface TestLine {
  question: string;
  /** Null when the line names none. */
  expected: ExpectedArticle | null;
}

export interface TestLines {
  lines: TestLine[];
  /** How many questions were too many. */
  left: number;
}

type Titles = ReadonlyMap<string, ExpectedArticle>;

export function readTestLines(text: string, articles: readonly Pick<Article, 'id' | 'title'>[]): TestLines {
  const titles = collectTitles(articles);
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n]/)
    .map((line) => readLine(line, titles))
    .filter(({ question }) => foldToLetters(question) !== '');
  return { lines: lines.slice(0, MAX_QUESTIONS), left: Math.max(0, lines.length - MAX_QUESTIONS) };
}

function collectTitles(articles: readonly Pick<Article, 'id' | 'title'>[]): Titles {
  const titles = new Map<string, ExpectedArticle>();
  for (const { id, title } of articles) {
    const key = foldToLetters(title);
    titles.set(key, { title, ids: [...(titles.get(key)?.ids ?? []), id] });
  }
  return titles;
}

function readLine(line: string, titles: Titles): TestLine {
  const tab = line.indexOf('\t');
  if (tab >= 0)
    return { question: unquote(line.slice(0, tab)), expected: expect(line.slice(tab + 1), titles) };
  const cells = /^\s*"((?:[^"]|"")*)"\s*,(.*)$/.exec(line);
  if (cells)
    return { question: (cells[1] ?? '').replaceAll('""', '"'), expected: expect(cells[2] ?? '', titles) };
  return readSentence(line, titles);
}

/** Sentences have commas of their own: only what is a title behind one is a second column. */
function readSentence(line: string, titles: Titles): TestLine {
  for (const { index } of line.matchAll(/[,，]/g)) {
    const expected = titles.get(foldToLetters(line.slice(index + 1)));
    if (expected) return { question: unquote(line.slice(0, index)), expected };
  }
  return { question: unquote(line), expected: null };
}

function expect(cell: string, titles: Titles): ExpectedArticle | null {
  const title = unquote(cell);
  return title ? (titles.get(foldToLetters(title)) ?? { title, ids: [] }) : null;
}

function unquote(cell: string): string {
  const trimmed = cell.trim();
  return /^"(.*)"$/.exec(trimmed)?.[1]?.replaceAll('""', '"') ?? trimmed;
}
