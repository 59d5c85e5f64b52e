import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Article } from '../../knowledge/articles/index.ts';
import type { SearchIndex } from '../../knowledge/search/index.ts';
import { makeArticle } from '../support/make-article.ts';
import { identifyQuestion, questions } from '../support/make-generated-articles.ts';
import { findIds, makeSearchIndex } from '../support/make-search-index.ts';

const VERSIONS = 3;
const MOST_ARTICLES = 8;

type Change = { at: number; to: number } | { at: number; to: 'removed' | 'archived' } | 'compact';

/** Names no two versions of articles share. */
const names = fc.uniqueArray(questions, {
  minLength: MOST_ARTICLES * VERSIONS,
  maxLength: MOST_ARTICLES * VERSIONS,
  selector: identifyQuestion,
});
const at = fc.nat({ max: MOST_ARTICLES - 1 });
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at, to: fc.nat({ max: VERSIONS - 1 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ at, to: fc.constantFrom('removed' as const, 'archived' as const) }),
  },
  { weight: 1, arbitrary: fc.constant('compact' as const) },
);
const changes = fc.array(change, { minLength: 1, maxLength: 25 });

function makeVersion(texts: readonly string[], article: number, version: number): Article {
  const title = texts[article * VERSIONS + version] ?? '';
  return makeArticle({
    id: `changing.${article}`,
    title,
    aliases: [],
    tags: [],
    replies: [{ tone: 'formal', text: `回复${article}之${version}` }],
  });
}

/** Does to the index and to a plain map what the changes say. @returns the articles there are in the end */
function apply(index: SearchIndex, texts: readonly string[], made: readonly Change[]): Article[] {
  const living = new Map<string, Article>();
  for (const each of made) {
    if (each === 'compact') index.compact();
    else applyOne(index, { living, texts }, each);
  }
  return [...living.values()];
}

function applyOne(
  index: SearchIndex,
  { living, texts }: { living: Map<string, Article>; texts: readonly string[] },
  { at: article, to }: Exclude<Change, 'compact'>,
): void {
  const next = makeVersion(texts, article, typeof to === 'number' ? to : 0);
  if (to === 'removed') index.remove([next.id]);
  else index.upsert([to === 'archived' ? { ...next, confidence: 'archived' } : next]);
  if (typeof to === 'number') living.set(next.id, next);
  else living.delete(next.id);
}

describe('an index that was changed article by article', () => {
  test.prop([names, changes], { numRuns: 150 })(
    'and put together answers as one that was built of what is left',
    (texts, made) => {
      const index = makeSearchIndex();
      const articles = apply(index, texts, made);
      index.compact();
      const rebuilt = makeSearchIndex(articles);
      expect(index.size).toBe(rebuilt.size);
      for (const question of [...texts, '退款', 'refund', 'tuikuan']) {
        expect(index.search(question, 10)).toEqual(rebuilt.search(question, 10));
      }
    },
  );

  test.prop([names, changes, fc.boolean()], { numRuns: 150 })(
    'finds by its name what is there, and never what is not, whatever it began with',
    (texts, made, isCompacted) => {
      const first = Array.from({ length: MOST_ARTICLES }, (_, article) => makeVersion(texts, article, 0));
      const index = makeSearchIndex(first);
      const beginning = first.map((_, article): Change => ({ at: article, to: 0 }));
      const articles = apply(index, texts, [...beginning, ...made]);
      if (isCompacted) index.compact();
      expect(index.size).toBe(articles.length);
      for (const { id, title } of articles) expect(findIds(index, title, 1)).toEqual([id]);
      const ids = articles.map(({ id }) => id);
      for (const text of texts) expect(ids).toEqual(expect.arrayContaining(findIds(index, text, 10)));
    },
  );

  test.prop([names, changes], { numRuns: 60 })('loses nothing by being put together', (texts, made) => {
    const index = makeSearchIndex(Array.from({ length: 3 }, (_, article) => makeVersion(texts, article, 1)));
    const articles = apply(index, texts, made);
    const before = articles.map(({ title }) => findIds(index, title, 1));
    const { size } = index;
    index.compact();
    expect(articles.map(({ title }) => findIds(index, title, 1))).toEqual(before);
    expect(index.size).toBe(size);
  });
});

describe('what has nothing to do with a question', () => {
  const foreignWords = fc
    .array(fc.constantFrom('parking', 'garage', 'bicycle', '停车', '食堂', '门禁', '访客'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((words) => words.join(' '));

  test.prop([names, fc.array(foreignWords, { minLength: 1, maxLength: 5 })], { numRuns: 100 })(
    'never takes the place of the article with that very title',
    (texts, foreign) => {
      const index = makeSearchIndex(
        Array.from({ length: MOST_ARTICLES }, (_, article) => makeVersion(texts, article, 0)),
      );
      for (const [place, title] of foreign.entries()) {
        index.upsert([makeArticle({ id: `a-foreign.${place}`, title, aliases: foreign, tags: [] })]);
        for (let article = 0; article < MOST_ARTICLES; article += 1) {
          const { id, title: asked } = makeVersion(texts, article, 0);
          expect(findIds(index, asked, 1)).toEqual([id]);
        }
      }
    },
  );
});
