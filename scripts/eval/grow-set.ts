/** More articles than a set has, made of its own halves: as large as a team's knowledge base may ever get. */
import type { SetArticle } from './question-set.ts';

/** Deterministic: the same set grows the same way. @returns the set's own articles first */
export function growSet(articles: readonly SetArticle[], count: number): SetArticle[] {
  const grown = articles.slice(0, count);
  for (let at = articles.length; at < count; at += 1) {
    const [head, tail] = [at, at * 7_919 + 13].map((place) => articles[place % articles.length]);
    if (!head || !tail) return grown;
    grown.push({
      id: `grown-${at}`,
      title: cross(head.title, tail.title),
      body: cross(head.body, tail.body),
      aliases: [],
    });
  }
  return grown;
}

function cross(head = '', tail = ''): string {
  return head.slice(0, Math.ceil(head.length / 2)) + tail.slice(Math.floor(tail.length / 2));
}
