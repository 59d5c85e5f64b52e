/** Searches a message clause by clause: one of them is the question, the others are talk. */
import { findNamed } from '../index/segment.ts';
import { normaliseText } from '../text/normalise.ts';
import { PAIR, WORD } from '../text/list-terms.ts';
import { hashPhrase } from '../text/phrase.ts';
import { measureLeads } from './confidence.ts';
import type { Corpus } from './corpus.ts';
import {
  ask,
  byRank,
  prepare,
  readId,
  weighQuestion,
  type AskedQuestion,
  type RankedArticle,
} from './rank-candidates.ts';
import { CANDIDATES, retrieve, shortlist } from './retrieve.ts';
import { findBestScore, type Candidate } from './score.ts';
import { splitClauses } from './split-clauses.ts';

export interface FoundArticle extends RankedArticle {
  /** The clause that found it. */
  asked: AskedQuestion;
  /** Part of its rank, for the clause. */
  lift: number;
  /** How far its rank is ahead of the others (`measureLeads`). */
  lead: number;
}

/** What a clause is worth against the others: twice the content, this much higher for what it finds. */
const BY_CONTENT = 3;

/** @returns each article once, with the clause it answers best; @param wanted how many to look at, if that is many */
export function searchClauses(corpus: Corpus, text: string, wanted = 0): FoundArticle[] {
  const best = new Map<string, Omit<FoundArticle, 'lead'>>();
  for (const { asked, lift, candidates } of chooseClauses(corpus, text, wanted)) {
    for (const article of retrieve(corpus, asked, candidates)) {
      const id = readId(article);
      const found = { ...article, asked, lift, rank: article.rank + lift };
      if (found.rank > (best.get(id)?.rank ?? Number.NEGATIVE_INFINITY)) best.set(id, found);
    }
  }
  const found = lowerRepeated([...best.values()].toSorted(byRank));
  const leads = measureLeads(found);
  return found.map((article, at) => Object.assign(article, { lead: leads[at] ?? 0 }));
}

/** Most clauses are talk, and what no article resembles need not be compared with any: in 98 of 100 the question is among these. */
const MAX_SEARCHED = 3;
/** Less than for a question by itself: there are three of them. */
const CLAUSE_CANDIDATES = 48;

interface Clause {
  asked: AskedQuestion;
  lift: number;
  candidates: readonly Candidate[];
}

function chooseClauses(corpus: Corpus, text: string, wanted: number): Clause[] {
  const texts = isNamed(corpus, text) ? [text] : splitClauses(text);
  if (texts.length === 1) {
    const asked = ask(corpus, texts[0] ?? text);
    return [{ asked, lift: 0, candidates: shortlist(corpus, asked, Math.max(CANDIDATES, wanted)) }];
  }
  return texts
    .map((clause) => weighClause(corpus, clause))
    .toSorted((left, right) => right.best - left.best)
    .slice(0, MAX_SEARCHED)
    .map((weighed) => {
      const asked = prepare(corpus, weighed);
      const lift = BY_CONTENT * Math.log(1 + measureContent(asked));
      return { asked, lift, candidates: shortlist(corpus, asked, CLAUSE_CANDIDATES) };
    });
}

/**
 * Single characters choose no better, and are most of the work; sounds double it, and a typo in a long message has
 * the rest of its clause to make up for it.
 */
function weighClause(corpus: Corpus, clause: string) {
  const weighed = weighQuestion(corpus, clause, { isHeard: false });
  const { terms } = weighed.question;
  const telling = weighed.wanted.filter((_, at) => terms[at]?.kind !== 'character');
  const best = Math.max(
    0,
    ...corpus.articles.map((segment) =>
      findBestScore(segment, { terms: telling, isWanted: (position) => corpus.isWanted(segment, position) }),
    ),
  );
  return { ...weighed, best };
}

/** A long text can be an article's very name. */
function isNamed({ articles }: Corpus, text: string): boolean {
  const phrase = hashPhrase(normaliseText(text));
  return phrase !== null && articles.some((segment) => findNamed(segment, phrase).length > 0);
}

/** Of articles that say the very same, one is enough: how much lower the others are ranked. */
const REPEATED = 2;

function lowerRepeated<TArticle extends RankedArticle>(found: readonly TArticle[]): TArticle[] {
  const said = new Set<number>();
  return found
    .map((article) => {
      const reply = article.segment.replies[article.position] ?? 0;
      const isRepeated = reply !== 0 && said.has(reply);
      said.add(reply);
      return isRepeated ? { ...article, rank: article.rank - REPEATED } : article;
    })
    .toSorted(byRank);
}

/** How much the clause says that articles know about. */
function measureContent({ terms: { kinds, worths } }: AskedQuestion): number {
  return worths.reduce((sum, worth, at) => (kinds[at] === PAIR || kinds[at] === WORD ? sum + worth : sum), 0);
}
