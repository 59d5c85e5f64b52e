/** Searches a message clause by clause: one of them is the question, the others are talk. */
import { findNamed } from '../index/segment.ts';
import { normaliseText } from '../text/normalise.ts';
import { hashPhrase } from '../text/phrase.ts';
import { rateTerm, type Corpus } from './corpus.ts';
import { ask, byRank, readId, type AskedQuestion, type RankedArticle } from './rank-candidates.ts';
import { retrieve, shortlist } from './retrieve.ts';
import type { Candidate } from './score.ts';
import { splitClauses } from './split-clauses.ts';

export interface FoundArticle extends RankedArticle {
  /** The clause that found it. */
  asked: AskedQuestion;
}

/** What a clause is worth against the others: twice the content, this much higher for what it finds. */
const BY_CONTENT = 3;

/** @returns each article once, with the clause it answers best */
export function searchClauses(corpus: Corpus, text: string): FoundArticle[] {
  const best = new Map<string, FoundArticle>();
  for (const { asked, lift, candidates } of chooseClauses(corpus, text)) {
    for (const article of retrieve(corpus, asked, candidates)) {
      const id = readId(article);
      const found = { ...article, asked, rank: article.rank + lift };
      if (found.rank > (best.get(id)?.rank ?? Number.NEGATIVE_INFINITY)) best.set(id, found);
    }
  }
  return lowerRepeated([...best.values()].toSorted(byRank));
}

/** Most clauses are talk, and what no article resembles need not be compared with forty: in 98 of 100 the question is among these. */
const MAX_SEARCHED = 3;

interface Clause {
  asked: AskedQuestion;
  lift: number;
  candidates: readonly Candidate[];
}

function chooseClauses(corpus: Corpus, text: string): Clause[] {
  const texts = isNamed(corpus, text) ? [text] : splitClauses(text);
  const clauses = texts.map((clause) => {
    const whole = ask(corpus, clause);
    const asked = texts.length > 1 ? withoutHeard(whole) : whole;
    return { asked, lift: 0, candidates: shortlist(corpus, asked) };
  });
  if (clauses.length === 1) return clauses;
  return clauses
    .toSorted((left, right) => (right.candidates[0]?.score ?? 0) - (left.candidates[0]?.score ?? 0))
    .slice(0, MAX_SEARCHED)
    .map(({ asked, candidates }) => ({
      asked,
      candidates,
      lift: BY_CONTENT * Math.log(1 + measureContent(corpus, asked)),
    }));
}

/** A long text can be an article's very name. */
function isNamed({ articles }: Corpus, text: string): boolean {
  const phrase = hashPhrase(normaliseText(text));
  return phrase !== null && articles.some((segment) => findNamed(segment, phrase).length > 0);
}

/** Sounds double the work; a typo in a long message has the rest of its clause to make up for it. */
function withoutHeard(asked: AskedQuestion): AskedQuestion {
  const { terms } = asked.question;
  const wanted = asked.wanted.map((term, at) =>
    terms[at]?.kind === 'syllables' ? { ...term, weight: 0 } : term,
  );
  return { ...asked, wanted };
}

/** Of articles that say the very same, one is enough: the others come last. */
function lowerRepeated(found: readonly FoundArticle[]): FoundArticle[] {
  const said = new Set<number>();
  const repeated: FoundArticle[] = [];
  const fresh = found.filter((article) => {
    const reply = article.segment.replies[article.position] ?? 0;
    if (reply === 0 || !said.has(reply)) {
      said.add(reply);
      return true;
    }
    repeated.push(article);
    return false;
  });
  return [...fresh, ...repeated];
}

/** How much the clause says that articles know about. */
function measureContent(corpus: Corpus, { question }: AskedQuestion): number {
  return question.terms.reduce(
    (sum, { hash, kind }) => (kind === 'pair' || kind === 'word' ? sum + rateTerm(corpus, hash) : sum),
    0,
  );
}
