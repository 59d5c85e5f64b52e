import { hashText } from '../../../utils/text/hash-text.ts';
import { isSearchable, type SearchableArticle } from '../searchable-article.ts';
import { NO_CONCEPTS, type ConceptFinder } from '../text/concepts.ts';
import { listTerms, type TermList } from '../text/list-terms.ts';
import { normaliseText } from '../text/normalise.ts';
import { hashPhrase, keepLetters } from '../text/phrase.ts';
import { createPostings } from './postings.ts';
import { choosePositionArray, type NameTerms, type Segment, type StringLists } from './segment.ts';
import { createTermTable } from './term-table.ts';
import { createArticleScale } from './weigh-article.ts';

export function buildSegment(
  articles: readonly SearchableArticle[],
  concepts: ConceptFinder = NO_CONCEPTS,
): Segment {
  const builder = createSegmentBuilder(concepts);
  for (const article of articles) builder.add(article);
  return builder.finish();
}

const BETWEEN_PAUSES = 50;

/** As `buildSegment`, but lets others work in between: searches are answered while it goes on. */
export async function buildSegmentInPieces(
  articles: readonly SearchableArticle[],
  { concepts, pause }: { concepts: ConceptFinder; pause: () => Promise<void> },
): Promise<Segment> {
  const builder = createSegmentBuilder(concepts);
  for (const [at, article] of articles.entries()) {
    if (at % BETWEEN_PAUSES === 0) await pause();
    builder.add(article);
  }
  await pause();
  return builder.finish();
}

function createSegmentBuilder(concepts: ConceptFinder) {
  const table = createTermTable();
  const scale = createArticleScale(table, concepts);
  const postings = createPostings(table);
  const articleIds: string[] = [];
  const names: Name[][] = [];
  const facets: string[][] = [];
  const replies: number[] = [];
  return {
    add(article: SearchableArticle): void {
      if (!isSearchable(article)) return;
      const texts = [article.title, ...article.aliases].map(normaliseText);
      scale.weigh(article, texts);
      postings.add(scale.terms, scale.sounds);
      articleIds.push(article.id);
      names.push(texts.map((text) => ({ text, terms: listTerms(text, concepts) })));
      facets.push(listFacets(article));
      replies.push(hashReply(article));
    },
    finish(): Segment {
      const texts = names.map((own) => own.map(({ text }) => text));
      const { findRow, ...packed } = postings.pack(articleIds.length);
      return {
        articleIds,
        names: packStrings(texts),
        nameTerms: packNameTerms(names.flat(), findRow),
        facets: packStrings(facets),
        replies: Uint32Array.from(replies),
        ...packed,
        ...packPhrases(texts),
      };
    },
  };
}

/** `tag:…`, `line:…`, `family:…`, `state:…`: what filters look at. */
function listFacets({ tags, productLine, complaintFamily, confidence }: SearchableArticle): string[] {
  const facets = [...tags.map((tag) => `tag:${tag}`), `line:${productLine}`, `state:${confidence}`];
  if (complaintFamily) facets.push(`family:${complaintFamily}`);
  return facets.map(normaliseText);
}

function hashReply({ replies: [first] }: SearchableArticle): number {
  const letters = first ? keepLetters(normaliseText(first.text)) : '';
  return letters ? hashText(letters) : 0;
}

interface Name {
  text: string;
  terms: TermList;
}

function packNameTerms(names: readonly Name[], findRow: (term: number) => number): NameTerms {
  const starts = new Uint32Array(names.length + 1);
  names.forEach(({ terms }, at) => {
    starts[at + 1] = (starts[at] ?? 0) + terms.hashes.length;
  });
  const packed: NameTerms = {
    starts,
    rows: new Uint32Array(starts.at(-1) ?? 0),
    within: new Uint8Array(starts.at(-1) ?? 0),
  };
  names.forEach(({ terms }, at) => {
    const from = starts[at] ?? 0;
    terms.hashes.forEach((hash, to) => {
      packed.rows[from + to] = 4 * findRow(hash) + (terms.kinds[to] ?? 0);
      packed.within[from + to] = terms.within[to] ?? 0;
    });
  });
  return packed;
}

function packStrings(lists: readonly (readonly string[])[]): StringLists {
  const all = lists.flat();
  const starts = new Uint32Array(all.length + 1);
  all.forEach((string, at) => {
    starts[at + 1] = (starts[at] ?? 0) + string.length;
  });
  const firsts = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => {
    firsts[at + 1] = (firsts[at] ?? 0) + list.length;
  });
  return { text: all.join(''), starts, firsts };
}

function packPhrases(names: readonly (readonly string[])[]) {
  const entries = names
    .flatMap((own, position) =>
      own.flatMap((name) => {
        const phrase = hashPhrase(name);
        return phrase === null ? [] : [{ phrase, position }];
      }),
    )
    .toSorted((left, right) => left.phrase - right.phrase || left.position - right.position);
  const Positions = choosePositionArray(names.length);
  return {
    phrases: Uint32Array.from(entries, ({ phrase }) => phrase),
    phraseArticles: new Positions(entries.map(({ position }) => position)),
  };
}
