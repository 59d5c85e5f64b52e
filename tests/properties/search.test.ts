import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Article } from '../../knowledge/articles/index.ts';
import { makeArticle } from '../support/make-article.ts';
import { knowledgeBases, questions } from '../support/make-generated-articles.ts';
import { findIds, makeSearchIndex as indexOf } from '../support/make-search-index.ts';

/** What the index makes of a question before it looks anything up. */
const normalise = (text: string) => text.toWellFormed().normalize('NFKC').toLowerCase();

describe('asking in exactly an article’s words', () => {
  test.prop([knowledgeBases], { numRuns: 300 })('finds it first, by title and by every alias', (articles) => {
    const index = indexOf(articles);
    for (const { id, title, aliases } of articles) {
      for (const question of [title, ...aliases]) {
        expect([question, index.search(question, 5)[0]?.articleId]).toEqual([question, id]);
      }
    }
  });

  test.prop([knowledgeBases, fc.constantFrom('！！', '？', '。。。', ' ')], { numRuns: 100 })(
    'finds it first whatever its case, width and punctuation',
    (articles, ending) => {
      const index = indexOf(articles);
      for (const { id, title } of articles) {
        const question = title.toUpperCase().replaceAll(' ', '　') + ending;
        expect(index.search(question, 1)[0]?.articleId).toBe(id);
      }
    },
  );

  test.prop([knowledgeBases, questions], { numRuns: 200 })(
    'finds every article that shares an alias ahead of all others',
    (articles, shared) => {
      const sharing = articles.map((article, at) => (at < 2 ? { ...article, aliases: [shared] } : article));
      const first = indexOf(sharing)
        .search(shared, 5)
        .slice(0, 2)
        .map(({ articleId }) => articleId);
      const owners = sharing.filter(({ title, aliases }) => [title, ...aliases].includes(shared));
      expect(owners.map(({ id }) => id)).toEqual(expect.arrayContaining(first));
    },
  );

  test.prop([knowledgeBases], { numRuns: 100 })(
    'an article about something else never takes the place of the right one',
    (articles) => {
      const unrelated = makeArticle({
        id: 'other.1',
        title: 'parking garage opening hours',
        aliases: ['where can visitors leave their bicycle'],
        tags: ['visitors'],
        replies: [{ tone: 'formal', text: 'Visitors park behind our building.' }],
      });
      const index = indexOf([...articles, unrelated]);
      for (const { id, title } of articles) expect(index.search(title, 1)[0]?.articleId).toBe(id);
    },
  );
});

const anyQuestion = fc.oneof(
  questions,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

describe('whatever is asked', () => {
  test.prop([knowledgeBases, anyQuestion, fc.integer({ min: 0, max: 8 })], { numRuns: 500 })(
    'answers are real articles, each once, no more than wanted, best first',
    (articles, question, limit) => {
      const hits = indexOf(articles).search(question, limit);
      const ids = hits.map(({ articleId }) => articleId);
      expect(articles.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeLessThanOrEqual(limit);
      for (const { score, coverage, confidence } of hits) {
        expect(Number.isFinite(score)).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(coverage).toBeGreaterThan(0);
        expect(coverage).toBeLessThanOrEqual(1);
      }
    },
  );

  test.prop([knowledgeBases, anyQuestion], { numRuns: 500 })(
    'evidence is what was really asked',
    (articles, question) => {
      const asked = normalise(question);
      for (const { matched } of indexOf(articles).search(question, 5)) {
        for (const stretch of matched) expect(asked).toContain(stretch);
        const lengths = matched.map(({ length }) => length);
        expect(lengths).toEqual(lengths.toSorted((left, right) => right - left));
      }
    },
  );

  test.prop([knowledgeBases.chain(shuffleSome), anyQuestion], { numRuns: 300 })(
    'the answer does not depend on the order in which articles came, nor on who asked before',
    ({ articles, shuffled }, question) => {
      const index = indexOf(articles);
      const answer = index.search(question, 10);
      index.search('退款', 5);
      index.searchTyped(question, 5);
      expect(index.search(question, 10)).toEqual(answer);
      expect(findIds(indexOf(shuffled), question, 10)).toEqual(answer.map(({ articleId }) => articleId));
    },
  );

  test.prop([knowledgeBases, anyQuestion, fc.integer({ min: 0, max: 8 })], { numRuns: 300 })(
    'the search box gets real articles, each once, no more than wanted',
    (articles, question, limit) => {
      const { hits, didYouMean } = indexOf(articles).searchTyped(question, limit);
      const ids = hits.map(({ articleId }) => articleId);
      expect(articles.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeLessThanOrEqual(limit);
      expect(didYouMean).not.toBe(question);
    },
  );
});

/** More articles than are compared one by one would be cut off by their place in the index. */
const COMPARED = 40;

function shuffleSome(all: Article[]) {
  const articles = all.slice(0, COMPARED);
  return fc
    .shuffledSubarray(articles, { minLength: articles.length })
    .map((shuffled) => ({ articles, shuffled }));
}

describe('articles that change', () => {
  test.prop([knowledgeBases, fc.integer({ min: 0, max: 45 })], { numRuns: 200 })(
    'an index filled article by article finds the same titles as one built at once',
    (articles, split) => {
      const index = indexOf(articles.slice(0, split));
      index.upsert(articles.slice(split));
      expect(index.size).toBe(articles.length);
      for (const { id, title } of articles) expect(index.search(title, 1)[0]?.articleId).toBe(id);
    },
  );

  test.prop([knowledgeBases], { numRuns: 200 })(
    'an archived article is never an answer again',
    (articles) => {
      const index = indexOf(articles);
      const [archived, ...others] = articles.map((article, at) =>
        at === 0 ? { ...article, confidence: 'archived' as const } : article,
      );
      if (!archived) throw new Error('a knowledge base without articles was generated');
      index.upsert([archived]);
      expect(index.size).toBe(others.length);
      for (const question of [archived.title, ...archived.aliases]) {
        expect(index.search(question, 50).map(({ articleId }) => articleId)).not.toContain(archived.id);
      }
    },
  );
});
