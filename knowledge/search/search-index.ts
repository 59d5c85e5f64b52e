/**
 * The search index: one large base segment, one small segment for what changed since, and a set of ids
 * that the base must no longer answer with. Pure; a worker owns the one instance (see docs/adr/0004).
 */
import Fuse, { type FuseResult } from 'fuse.js';
import { analyseText, hashPhrase, isSingleHan, normaliseText } from './analyse.ts';
import { buildSegment, SINGLE_HAN_WEIGHT, type Segment } from './segment.ts';
import type { SearchableArticle } from './searchable-article.ts';

export interface SearchHit {
  articleId: string;
  /** Higher is better, but who is asked for in exactly their words comes first. Comparable within one answer. */
  score: number;
  /** How much of what was asked the article covers, 0 to 1, rare words counting more. */
  coverage: number;
  /** The stretches of the question this article matched, longest first. */
  matched: string[];
}

export interface SearchIndex {
  /** How many articles it answers from. */
  readonly size: number;
  /** What was last merged: persist this. */
  readonly base: Segment;
  upsert(articles: readonly SearchableArticle[]): void;
  search(question: string, limit: number): SearchHit[];
}

/** Sharing one character proves nothing: a hit needs more of the question than this. */
const MIN_COVERAGE = 0.12;
const MAX_TERMS = 400;
const MAX_FUZZY_LENGTH = 32;
const MAX_MATCHED = 4;

export function createSearchIndex(base: Segment = buildSegment([])): SearchIndex {
  const changed = new Map<string, SearchableArticle>();
  let delta = buildSegment([]);
  let fuzzyTitles: Fuse<ArticleTitle> | null = null;

  const listLive = () => [
    ...base.articleIds.flatMap((id, at) => (changed.has(id) ? [] : [{ id, title: base.titles[at] ?? '' }])),
    ...delta.articleIds.map((id, at) => ({ id, title: delta.titles[at] ?? '' })),
  ];

  return {
    base,
    get size() {
      return (
        base.articleIds.reduce((count, id) => count + (changed.has(id) ? 0 : 1), 0) + delta.articleIds.length
      );
    },
    upsert(articles) {
      for (const article of articles) changed.set(article.id, article);
      delta = buildSegment([...changed.values()]);
      fuzzyTitles = null;
    },
    search(question, limit) {
      const asked = readQuestion(question);
      if (asked.weights.size === 0) return [];
      const documentCount = base.articleIds.length + delta.articleIds.length;
      const idf = (term: string) => weighRarity(countPostings([base, delta], term), documentCount);
      const found = [
        ...scoreSegment(base, asked, idf).filter(({ articleId }) => !changed.has(articleId)),
        ...scoreSegment(delta, asked, idf),
      ]
        .toSorted(byRelevance)
        .slice(0, limit);
      if (found.length > 0) return found.map((hit) => explain(hit, asked));
      if (!isWorthFuzzySearch(question.trim())) return [];
      fuzzyTitles ??= indexTitles(listLive());
      return fuzzyTitles.search(question.trim(), { limit }).map(toFuzzyHit);
    },
  };
}

interface ArticleTitle {
  id: string;
  title: string;
}

/** Latin typos ("refnud") share no term with anything; Fuse over titles is good at exactly that. */
function isWorthFuzzySearch(question: string): boolean {
  return question.length <= MAX_FUZZY_LENGTH && /[a-z]{3}/i.test(question);
}

function indexTitles(titles: ArticleTitle[]): Fuse<ArticleTitle> {
  return new Fuse(titles, { keys: ['title'], includeScore: true, threshold: 0.4, ignoreLocation: true });
}

function toFuzzyHit({ item, score = 1 }: FuseResult<ArticleTitle>): SearchHit {
  return { articleId: item.id, score: 1 - score, coverage: 1 - score, matched: [] };
}

interface Question {
  normalised: string;
  /** Term → weight; single Han characters are damped. */
  weights: Map<string, number>;
  spans: ReturnType<typeof analyseText>;
  /** The whole question as one number; null if it is too long to be anybody's title. */
  phrase: number | null;
}

interface ScoredArticle {
  segment: Segment;
  position: number;
  articleId: string;
  score: number;
  coverage: number;
  /** Title or an alias is what was asked, word for word. */
  isExact: boolean;
}

function readQuestion(question: string): Question {
  const normalised = normaliseText(question);
  const spans = analyseText(normalised).slice(-MAX_TERMS);
  const weights = new Map(spans.map(({ text }) => [text, isSingleHan(text) ? SINGLE_HAN_WEIGHT : 1]));
  return { normalised, weights, spans, phrase: hashPhrase(normalised) };
}

/** Every article that shares enough of the question. Plain arrays: this runs over all postings of all terms. */
function scoreSegment(segment: Segment, asked: Question, idf: (term: string) => number): ScoredArticle[] {
  const scores = new Float64Array(segment.articleIds.length);
  const covered = new Float64Array(segment.articleIds.length);
  let possible = 0;
  for (const [term, weight] of asked.weights) {
    const rarity = idf(term) * weight;
    possible += rarity;
    const [start, end] = findPostings(segment, term);
    for (let at = start; at < end; at += 1) {
      const position = segment.articles[at] ?? 0;
      scores[position] = (scores[position] ?? 0) + rarity * (segment.impacts[at] ?? 0);
      covered[position] = (covered[position] ?? 0) + rarity;
    }
  }
  const exact = asked.phrase === null ? [] : findNamed(segment, asked.phrase);
  const found: ScoredArticle[] = [];
  segment.articleIds.forEach((articleId, position) => {
    const coverage = Math.min(1, (covered[position] ?? 0) / possible);
    if (coverage < MIN_COVERAGE) return;
    const score = scores[position] ?? 0;
    found.push({ segment, position, articleId, coverage, score, isExact: exact.includes(position) });
  });
  return found;
}

/** [start, end) in the segment's postings; empty for a term it does not know. */
function findPostings(segment: Segment, term: string): [number, number] {
  const row = segment.rows.get(term);
  return row === undefined ? [0, 0] : [segment.offsets[row] ?? 0, segment.offsets[row + 1] ?? 0];
}

/** Positions of the articles with this title or alias. */
function findNamed({ phrases, phraseArticles }: Segment, phrase: number): number[] {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((phrases[middle] ?? 0) < phrase) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; phrases[at] === phrase; at += 1) found.push(phraseArticles[at] ?? 0);
  return found;
}

function hasTerm({ segment, position }: ScoredArticle, term: string): boolean {
  const [start, end] = findPostings(segment, term);
  return segment.articles.subarray(start, end).includes(position);
}

function countPostings(segments: readonly Segment[], term: string): number {
  return segments.reduce((count, segment) => {
    const [start, end] = findPostings(segment, term);
    return count + end - start;
  }, 0);
}

/** BM25's idf, kept positive. A term nobody uses is as rare as can be, so it lowers coverage. */
function weighRarity(postings: number, documents: number): number {
  return Math.log(1 + (documents - postings + 0.5) / (postings + 0.5));
}

/** Ids break ties, so that the order never depends on how the index was built. */
function byRelevance(left: ScoredArticle, right: ScoredArticle): number {
  const byExactness = Number(right.isExact) - Number(left.isExact);
  return byExactness || right.score - left.score || (left.articleId < right.articleId ? -1 : 1);
}

function explain(found: ScoredArticle, asked: Question): SearchHit {
  const spans = asked.spans.filter(({ text }) => !isSingleHan(text) && hasTerm(found, text));
  const matched = mergeSpans(spans).map(({ start, end }) => asked.normalised.slice(start, end));
  const distinct = [...new Set(matched)].toSorted((left, right) => right.length - left.length);
  const { articleId, score, coverage } = found;
  return { articleId, score, coverage, matched: distinct.slice(0, MAX_MATCHED) };
}

/** Overlapping pairs of characters become the phrase they came from: 退款 + 款没 + 没到 → 退款没到. */
function mergeSpans(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}
