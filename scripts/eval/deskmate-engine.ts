/** The engine of the product, as the search worker sets it up. */
import { weighLessons, type Lesson } from '../../knowledge/learning/index.ts';
import {
  buildSegment,
  createConceptFinder,
  createSearchIndex,
  decodeSegment,
  encodeSegment,
  type ConceptFinder,
  type SearchIndex,
} from '../../knowledge/search/index.ts';
import { BUNDLED_SYNONYMS } from '../../knowledge/synonyms/index.ts';
import { measureTime, readMemory, type Engine } from './measure.ts';
import { readGroup, toSearchable, type SetArticle, type SetLesson } from './question-set.ts';
import { round } from './score-answers.ts';

const DEPTH = 10;
/** How far down a person would look for the article to insert. */
const TEACHING_DEPTH = 50;

export interface DeskmateEngine extends Engine {
  index: SearchIndex;
}

export function createDeskmateEngine(
  articles: readonly SetArticle[],
  lessons: readonly SetLesson[] = [],
): DeskmateEngine {
  const concepts = createConceptFinder(BUNDLED_SYNONYMS);
  const before = readMemory();
  const { index, buildMs, loadMs } = makeIndex(articles, concepts);
  const groups = new Map(articles.map((article) => [String(article.id), readGroup(article)]));
  teach(index, lessons, groups);
  index.search('预热', DEPTH);
  return {
    index,
    search: (question) => index.search(question, DEPTH).map(({ articleId }) => groups.get(articleId) ?? ''),
    buildMs,
    loadMs,
    heapMb: round(Math.max(0, readMemory() - before), 1),
  };
}

/** Built, stored and loaded again, as at the second start of the browser. */
function makeIndex(articles: readonly SetArticle[], concepts: ConceptFinder) {
  const built = measureTime(() => buildSegment(articles.map(toSearchable), concepts));
  const stored = structuredClone(encodeSegment(built.value, concepts.checksum));
  const loaded = measureTime(() => {
    const segment = decodeSegment(stored, concepts.checksum);
    if (!segment) throw new Error('the stored index is not whole');
    return createSearchIndex(segment, concepts);
  });
  return { index: loaded.value, buildMs: built.ms, loadMs: loaded.ms };
}

/** As if each question had been answered by inserting the right article. */
function teach(index: SearchIndex, lessons: readonly SetLesson[], groups: ReadonlyMap<string, string>): void {
  const now = Date.now();
  const learned = lessons.flatMap((lesson, at): Lesson[] => {
    const articleId = findArticle(index, lesson, groups);
    if (articleId === undefined) return [];
    const contactId = lesson.contact ?? `line-${at}`;
    return [
      { id: `${contactId}:${at}`, v: 1, question: lesson.q, articleId, contactId, kind: 'inserted', at: now },
    ];
  });
  index.teach(weighLessons(learned, now));
}

/** Of the articles that give the right answer, the one a person would have seen first. */
function findArticle(
  index: SearchIndex,
  { id, q, rel = [] }: SetLesson,
  groups: ReadonlyMap<string, string>,
): string | undefined {
  if (id !== undefined) return String(id);
  const isRight = (articleId: string) => rel.includes(groups.get(articleId) ?? '');
  const seen = index.search(q, TEACHING_DEPTH).find(({ articleId }) => isRight(articleId));
  return seen?.articleId ?? [...groups.keys()].find(isRight);
}
