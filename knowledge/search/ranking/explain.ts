/** Why an article was found, and how sure that is. */
import { findPostings, isAmong, type Segment } from '../index/segment.ts';
import type { TermKind } from '../text/term-hash.ts';
import { estimateConfidence } from './confidence.ts';
import { readId, type AskedQuestion } from './rank-candidates.ts';
import type { QueryTerm } from './read-question.ts';
import type { FoundArticle } from './search-clauses.ts';

export interface SearchHit {
  articleId: string;
  /** Higher is better. Comparable within one answer. */
  score: number;
  /** How much of what was asked the article covers, 0 to 1, rare words counting more. */
  coverage: number;
  /** How likely it is what was asked for, 0 to 1; estimated (docs/retrieval.md). */
  confidence: number;
  /** The stretches of the question this article matched, longest first. */
  matched: string[];
}

const MAX_MATCHED = 4;
const WRITTEN: ReadonlySet<TermKind> = new Set(['pair', 'word', 'concept']);

/** @param found best first */
export function explainAll(found: readonly FoundArticle[]): SearchHit[] {
  const known: Known[] = [];
  const take = ({ asked, segment }: FoundArticle): readonly Telling[] => {
    const same = known.find((each) => each.asked === asked && each.segment === segment);
    if (same) return same.telling;
    const telling = listTelling(asked, segment);
    known.push({ asked, segment, telling });
    return telling;
  };
  return found.map((article) => explain(article, take(article)));
}

/** A term of the question that proves something, what it is worth, and which postings of the segment are its own. */
interface Telling {
  term: QueryTerm;
  worth: number;
  postings: [number, number];
}

/** Several articles of one segment answer one question: its terms are looked up once. */
interface Known {
  asked: AskedQuestion;
  segment: Segment;
  telling: Telling[];
}

function listTelling({ question, wanted }: AskedQuestion, segment: Segment): Telling[] {
  return question.terms.flatMap((term, at) => {
    const worth = wanted[at]?.weight ?? 0;
    // What is only heard proves nothing about what is written.
    if (worth === 0 || (term.kind === 'syllables' && term.weight < 1)) return [];
    return [{ term, worth, postings: findPostings(segment, term.hash) }];
  });
}

function explain(found: FoundArticle, telling: readonly Telling[]): SearchHit {
  const { question } = found.asked;
  let total = 0;
  let covered = 0;
  const spans: Span[] = [];
  for (const { term, worth, postings } of telling) {
    total += worth;
    if (!isAmong(found.segment, postings, found.position)) continue;
    covered += worth;
    if (WRITTEN.has(term.kind)) spans.push(term);
  }
  return {
    articleId: readId(found),
    score: found.rank,
    coverage: found.isExact
      ? 1
      : Math.max(found.learned?.taught?.likeness ?? 0, total > 0 ? covered / total : 0),
    confidence: estimateConfidence(found, found),
    matched: listStretches(question.normalised, spans),
  };
}

interface Span {
  start: number;
  end: number;
}

/** Overlapping pairs of characters become the phrase they came from: 退款 + 款没 + 没到 → 退款没到. */
function listStretches(text: string, spans: readonly Span[]): string[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  const stretches = new Set(merged.map(({ start, end }) => text.slice(start, end)));
  return [...stretches].toSorted((left, right) => right.length - left.length).slice(0, MAX_MATCHED);
}
