/**
 * An immutable piece of the index: postings in typed arrays, so that ten thousand articles load from disk
 * in milliseconds and cost a few megabytes. BM25F with fields folded into one impact per (term, article).
 */
import { analyseText, hashPhrase, isSingleHan, normaliseText } from './analyse.ts';
import { isSearchable, type SearchableArticle } from './searchable-article.ts';

export interface Segment {
  articleIds: string[];
  titles: string[];
  /** Term → row in `offsets`. */
  rows: Map<string, number>;
  /** Postings of row r are `articles[offsets[r]] … articles[offsets[r + 1]]`. */
  offsets: Uint32Array;
  /** Positions in `articleIds`, ascending within a row. */
  articles: Uint16Array | Uint32Array;
  /** BM25 term weight before idf in 255ths of its bound, parallel to `articles`. One byte ranks as well as four. */
  impacts: Uint8Array;
  /** Titles and aliases as whole phrases (`hashPhrase`), ascending. */
  phrases: Uint32Array;
  /** Positions in `articleIds`, parallel to `phrases`. */
  phraseArticles: Uint16Array | Uint32Array;
}

const FINEST_IMPACT = 255;

/** Half the bytes to load where positions are small. */
export function choosePositionArray(articleCount: number): typeof Uint16Array | typeof Uint32Array {
  return articleCount <= 0xff_ff ? Uint16Array : Uint32Array;
}

/** Standard BM25 constants; weights of fields from the shared study. Tuning belongs to docs/retrieval.md. */
const K1 = 1.2;
const B = 0.5;
const FIELD_WEIGHTS = { title: 2, alias: 1.5, tag: 1, reply: 1 } as const;
/** One Han character says little by itself; pairs carry the meaning. */
export const SINGLE_HAN_WEIGHT = 0.35;

type TermWeights = Map<string, number>;
type Postings = Map<string, { articles: number[]; impacts: number[] }>;

export function buildSegment(articles: readonly SearchableArticle[]): Segment {
  const kept = articles.filter(isSearchable);
  const documents = kept.map(weighTerms);
  // Whole hundredths: their sum is the same in whatever order the articles come.
  const lengths = documents.map((document) => Math.round(100 * sum(document.values())));
  const averageLength = sum(lengths) / Math.max(1, lengths.length) || 1;
  const postings: Postings = new Map();
  const addPosting = (term: string, position: number, impact: number) => {
    const posting = postings.get(term) ?? { articles: [], impacts: [] };
    if (posting.articles.length === 0) postings.set(term, posting);
    posting.articles.push(position);
    posting.impacts.push(impact);
  };
  documents.forEach((document, position) => {
    const lengthNorm = K1 * (1 - B + (B * (lengths[position] ?? 0)) / averageLength);
    for (const [term, weight] of document)
      addPosting(term, position, (weight * (K1 + 1)) / (weight + lengthNorm));
  });
  return {
    articleIds: kept.map(({ id }) => id),
    titles: kept.map(({ title }) => title),
    ...packPostings(postings, kept.length),
    ...packPhrases(kept),
  };
}

/** Rounds up: a term that counts at all must not be lost. */
function quantise(impact: number): number {
  return Math.ceil((FINEST_IMPACT * impact) / (K1 + 1));
}

function packPhrases(articles: readonly SearchableArticle[]) {
  const entries = articles
    .flatMap((article, position) => listPhrases(article).map((phrase) => ({ phrase, position })))
    .toSorted((left, right) => left.phrase - right.phrase || left.position - right.position);
  const Positions = choosePositionArray(articles.length);
  return {
    phrases: Uint32Array.from(entries, ({ phrase }) => phrase),
    phraseArticles: new Positions(entries.map(({ position }) => position)),
  };
}

function listPhrases({ title, aliases }: SearchableArticle): number[] {
  const phrases = [title, ...aliases].map((text) => hashPhrase(normaliseText(text)));
  return [...new Set(phrases)].filter((phrase) => phrase !== null);
}

function packPostings(postings: Postings, articleCount: number) {
  const total = sum([...postings.values()].map(({ articles }) => articles.length));
  const rows = new Map<string, number>();
  const offsets = new Uint32Array(postings.size + 1);
  const articles = new (choosePositionArray(articleCount))(total);
  const impacts = new Uint8Array(total);
  let end = 0;
  for (const [term, posting] of postings) {
    rows.set(term, rows.size);
    articles.set(posting.articles, end);
    impacts.set(posting.impacts.map(quantise), end);
    end += posting.articles.length;
    offsets[rows.size] = end;
  }
  return { rows, offsets, articles, impacts };
}

function weighTerms(article: SearchableArticle): TermWeights {
  const total: TermWeights = new Map();
  addField(total, [article.title], FIELD_WEIGHTS.title);
  addField(total, article.aliases, FIELD_WEIGHTS.alias);
  addField(total, article.tags, FIELD_WEIGHTS.tag);
  addField(
    total,
    article.replies.map(({ text }) => text),
    FIELD_WEIGHTS.reply,
  );
  return total;
}

/** The best of several values counts, not their sum: an article with many aliases is not better for it. */
function addField(total: TermWeights, values: readonly string[], fieldWeight: number): void {
  const best: TermWeights = new Map();
  for (const value of values) {
    for (const [term, count] of countTerms(value)) best.set(term, Math.max(best.get(term) ?? 0, count));
  }
  for (const [term, count] of best) {
    const weight = count * fieldWeight * (isSingleHan(term) ? SINGLE_HAN_WEIGHT : 1);
    total.set(term, (total.get(term) ?? 0) + weight);
  }
}

function countTerms(text: string): TermWeights {
  const counts: TermWeights = new Map();
  for (const { text: term } of analyseText(normaliseText(text)))
    counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
