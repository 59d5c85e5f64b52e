/**
 * Sets of questions with known answers, one JSON object a line. Articles: `{id, title, body, aliases[], g}`; `g`
 * names the answer, and several articles may give the same one. Questions: `{q, rel: [g…], qid}`. Lessons (what use
 * has taught): a question with its `rel`, or with the `id` of the article that was inserted; `contact` tells whose
 * they are (each its own by default).
 */
import { readFile } from 'node:fs/promises';
import type { SearchableArticle } from '../../knowledge/search/index.ts';

export interface SetArticle {
  id: string | number;
  title?: string;
  body?: string;
  aliases?: string[];
  g?: string;
}

export interface SetQuestion {
  q: string;
  rel?: string[];
}

export interface SetLesson extends SetQuestion {
  id?: string | number;
  contact?: string;
}

/** @throws Error naming the line that is no JSON object */
export async function readLines<TLine>(file: string): Promise<TLine[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as TLine];
    } catch {
      throw new Error(`${file}:${at + 1} is not JSON`);
    }
  });
}

export function toSearchable(article: SetArticle): SearchableArticle {
  const { id, title = '', body = '', aliases = [] } = article;
  return {
    id: String(id),
    title,
    aliases,
    tags: [],
    replies: body ? [{ tone: 'formal', text: body }] : [],
    confidence: 'validated',
    productLine: '',
  };
}

/** What an article answers; its own id where the set does not say. */
export function readGroup({ g, id }: SetArticle): string {
  return g ?? String(id);
}
