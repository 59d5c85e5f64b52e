/** From what a customer wrote to the articles that may answer it; the search worker runs this beside the index. */
import { isPinyin, readContent, type SearchHit, type SearchIndex } from '../search/index.ts';
import { readAsks } from './read-asks.ts';

export interface SuggestionRequest {
  /** The customer's open turn, masks removed. */
  message: string;
  /** What the customer wrote before, oldest first; the last one is used where the turn alone says too little. */
  earlier: readonly string[];
}

export interface SuggestionHit extends SearchHit {
  /** The question in the message it answers. */
  ask: string;
}

export interface SuggestionHits {
  /** False for a greeting, thanks, a number: no card is missing then. */
  isAsked: boolean;
  /** Best first; each article once. */
  hits: SuggestionHit[];
}

const PER_ASK = 8;
/** One word is not a question, unless it is an article's very name. */
const ONE_WORD = 4;
const CERTAIN = 1;
/** Alone it says too little: “那多久呢” is about what was said before. */
const SHORT_ASK = 8;
/** What was said before may be another matter by now. */
const FROM_CONTEXT = 0.85;

export function findHits(index: Pick<SearchIndex, 'search'>, request: SuggestionRequest): SuggestionHits {
  const asks = readAsks(request.message);
  const found = asks.map((ask) => searchAsk(index, ask, request));
  const best = new Map<string, SuggestionHit>();
  for (const hit of found.flat()) {
    if (hit.confidence > (best.get(hit.articleId)?.confidence ?? -1)) best.set(hit.articleId, hit);
  }
  return { isAsked: asks.length > 0, hits: [...best.values()].toSorted(byConfidence) };
}

function searchAsk(
  index: Pick<SearchIndex, 'search'>,
  ask: string,
  { earlier }: SuggestionRequest,
): SuggestionHit[] {
  const found = index.search(ask, PER_ASK).map((hit) => toSuggestionHit(hit, ask));
  const hits = isQuestion(ask) ? found : found.filter(({ confidence }) => confidence === CERTAIN);
  const before = ask.length <= SHORT_ASK ? readAsks(earlier.at(-1) ?? '').at(-1) : undefined;
  if (before === undefined) return hits;
  const inContext = index
    .search(`${before} ${ask}`, PER_ASK)
    .map((hit) => toSuggestionHit(hit, ask, FROM_CONTEXT));
  return [...hits, ...inContext];
}

/** Pinyin is for search boxes: what customers write in Latin letters is English, or a sigh. */
function isQuestion(ask: string): boolean {
  return readContent(ask).length >= ONE_WORD && !isPinyin(ask);
}

function toSuggestionHit(hit: SearchHit, ask: string, trust = 1): SuggestionHit {
  return { ...hit, ask, confidence: hit.confidence * trust };
}

function byConfidence(left: SuggestionHit, right: SuggestionHit): number {
  return right.confidence - left.confidence || (left.articleId < right.articleId ? -1 : 1);
}
