/** Plain Fuse.js with its default settings over the same articles: what everybody starts with. */
import Fuse from 'fuse.js';
import { measureTime, readMemory, type Engine } from './measure.ts';
import { readGroup, type SetArticle } from './question-set.ts';
import { round } from './score-answers.ts';

const DEPTH = 10;

export function createFuseEngine(articles: readonly SetArticle[]): Engine {
  const before = readMemory();
  const made = measureTime(() => new Fuse(articles, { keys: ['title', 'aliases', 'body'] }));
  return {
    search: (question) => made.value.search(question, { limit: DEPTH }).map(({ item }) => readGroup(item)),
    buildMs: made.ms,
    loadMs: 0,
    heapMb: round(Math.max(0, readMemory() - before), 1),
  };
}
