/** Puts candidates in order: compares each with the question, name by name. */
import { findNamed, listStrings, type Segment } from '../index/segment.ts';
import { CHARACTER_WEIGHT } from '../index/weigh-article.ts';
import { listTerms } from '../text/list-terms.ts';
import { keepLetters } from '../text/phrase.ts';
import { compareLetters, NO_RESEMBLANCE, readAskedLetters, type AskedLetters } from './compare-letters.ts';
import { measureOverlap, type NameReader, type RatedTerms } from './compare.ts';
import { countArticles, rateTerm, takeTables, withPlaces, type Corpus } from './corpus.ts';
import { readQuestion, type QueryTerm, type Question } from './read-question.ts';
import { judgeName, rate, RANK_WEIGHTS, type CandidateFeatures } from './rerank.ts';
import type { Candidate, WeighedTerm } from './score.ts';

/** An article asked in its very words is meant, whatever else resembles it. */
export const EXACT = 100;

export interface RankedArticle extends Candidate {
  /** From the ranker; comparable between questions. */
  rank: number;
  features: CandidateFeatures;
  isExact: boolean;
  /** What use says about it for a question like this; null for nothing. */
  learned: Learned | null;
}

export interface Learned {
  /** The question that it answered before and that counts most. */
  taught: TaughtName | null;
  /** How far it was dismissed for questions like this: 0 to 1. */
  dismissed: number;
}

/** A question that an article answered before, compared as if it were one more name. */
export interface TaughtName {
  features: CandidateFeatures;
  /** 0 to 1. */
  likeness: number;
  /** 0 to 1. */
  trust: number;
}

/** A question with everything that looking it up needs. */
export interface WeighedQuestion {
  question: Question;
  /** What to look for, with what it is worth; parallel to the question's terms. */
  wanted: readonly WeighedTerm[];
}

/** A question with everything that comparing needs. */
export interface AskedQuestion extends WeighedQuestion {
  terms: RatedTerms;
  letters: AskedLetters;
  /** What a word that one article has is worth here: grows with the number of articles. */
  rarest: number;
}

export function ask(corpus: Corpus, text: string): AskedQuestion {
  return prepare(corpus, weighQuestion(corpus, text, { isHeard: true }));
}

export function weighQuestion(
  corpus: Corpus,
  text: string,
  { isHeard }: { isHeard: boolean },
): WeighedQuestion {
  const question = readQuestion(text, { concepts: corpus.concepts, isHeard });
  const wanted = question.terms.map((term) => weighTerm(corpus, term));
  return { question, wanted: wanted.some(isRare) ? dropCommon(wanted, question.terms) : wanted };
}

export function prepare(corpus: Corpus, { question, wanted }: WeighedQuestion): AskedQuestion {
  const terms = listTerms(question.blanked, corpus.concepts);
  return {
    question,
    wanted,
    terms: { ...terms, worths: Float64Array.from(terms.hashes, (hash) => rateTerm(corpus, hash)) },
    letters: readAskedLetters(question.blanked, question.typed),
    rarest: Math.log(2 + countArticles(corpus)),
  };
}

/** Two characters in an order nobody writes are most likely swapped. */
const SWAPPED_WEIGHT = 0.5;

function weighTerm(corpus: Corpus, { hash, weight, swapped }: QueryTerm): WeighedTerm {
  const rarity = rateTerm(corpus, hash);
  if (rarity > 0 || swapped === undefined) return { hash, weight: weight * rarity };
  return { hash: swapped, weight: weight * SWAPPED_WEIGHT * rateTerm(corpus, swapped) };
}

/** A character that more than a third of the articles have finds little beside rarer terms, and takes longest to look up. */
const COMMON = CHARACTER_WEIGHT;
const isRare = ({ weight }: WeighedTerm) => weight >= COMMON;

function dropCommon(wanted: readonly WeighedTerm[], terms: readonly QueryTerm[]): WeighedTerm[] {
  return wanted.map((term, at) =>
    terms[at]?.kind === 'character' && !isRare(term) ? { ...term, weight: 0 } : term,
  );
}

interface ToRank {
  candidates: readonly Candidate[];
  bestScore: number;
}

export function rankAll(
  corpus: Corpus,
  asked: AskedQuestion,
  { candidates, bestScore }: ToRank,
): RankedArticle[] {
  return [...new Set(candidates.map(({ segment }) => segment))].flatMap((segment) => {
    const own = candidates.filter((candidate) => candidate.segment === segment);
    const reader = { segment, ...takeTables(corpus, segment) };
    return withPlaces(segment, { hashes: asked.terms.hashes, places: reader.places }, () =>
      rankOwn(asked, reader, { candidates: own, bestScore }),
    );
  });
}

/** Of the candidates. Letters never brought one from beyond these among the first ten (docs/retrieval.md). */
const COMPARED = 24;

function rankOwn(
  asked: AskedQuestion,
  reader: NameReader,
  { candidates, bestScore }: ToRank,
): RankedArticle[] {
  const weights = asked.letters.hasHan ? RANK_WEIGHTS.han : RANK_WEIGHTS.latin;
  const isExact = createNameTest(asked.question, reader.segment);
  const rankOne = (candidate: Candidate, features: CandidateFeatures): RankedArticle => {
    const exact = isExact(candidate.position);
    const rank = rate(features, weights) + (exact ? EXACT : 0);
    return { ...candidate, features, isExact: exact, learned: null, rank };
  };
  const first = candidates
    .map((candidate) => {
      const { name, overlap, runnerUp } = findMeantName(asked, reader, candidate.position);
      const score = bestScore > 0 ? candidate.score / bestScore : 0;
      const features = { ...NO_RESEMBLANCE, ...overlap, runnerUp, score };
      return { ...rankOne(candidate, features), name };
    })
    .toSorted(byRank);
  const compared = first.slice(0, COMPARED).map(({ name, features, ...article }) => {
    const letters = compareLetters(asked.letters, readName(reader.segment, name));
    return rankOne(article, { ...features, ...letters });
  });
  const floor = Math.min(...compared.map(({ rank }) => rank));
  const others = first.slice(COMPARED);
  for (const article of others) article.rank = Math.min(article.rank, floor);
  return [...compared, ...others];
}

function createNameTest({ phrase, letters }: Question, segment: Segment): (position: number) => boolean {
  const named = phrase === null ? [] : findNamed(segment, phrase);
  // Two phrases can share a hash.
  return (position) =>
    named.includes(position) &&
    listStrings(segment.names, position).some((name) => keepLetters(name) === letters);
}

function readName({ names }: Segment, name: number): string {
  return names.text.slice(names.starts[name], names.starts[name + 1]);
}

/** Of an article's names the one that says most of the same; only that is compared letter by letter. */
function findMeantName(asked: AskedQuestion, reader: NameReader, position: number) {
  const { firsts } = reader.segment.names;
  const first = firsts[position] ?? 0;
  let name = first;
  let overlap = measureOverlap(asked.terms, reader, first);
  let bestJudged = judgeName(overlap);
  let runnerUp = 0;
  for (let other = first + 1; other < (firsts[position + 1] ?? 0); other += 1) {
    const measured = measureOverlap(asked.terms, reader, other);
    const judged = judgeName(measured);
    runnerUp = Math.max(runnerUp, Math.min(judged, bestJudged));
    if (judged <= bestJudged) continue;
    bestJudged = judged;
    name = other;
    overlap = measured;
  }
  return { name, overlap, runnerUp };
}

/** Ids break ties, so that the order never depends on how the index was built. */
export function byRank(left: RankedArticle, right: RankedArticle): number {
  return right.rank - left.rank || (readId(left) < readId(right) ? -1 : 1);
}

export function readId({ segment, position }: { segment: Segment; position: number }): string {
  return segment.articleIds[position] ?? '';
}
