import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { TaughtQuestion } from '../../knowledge/learning/index.ts';
import { knowledgeBases, questions } from '../support/make-generated-articles.ts';
import { findIds, makeSearchIndex } from '../support/make-search-index.ts';

const taughtQuestions: fc.Arbitrary<TaughtQuestion[]> = fc.array(
  fc.record({
    question: fc.oneof(questions, fc.string({ unit: 'binary', maxLength: 40 })),
    articleId: fc.oneof(
      fc.nat({ max: 20 }).map((number) => `generated.${number}`),
      fc.constant('generated.gone'),
    ),
    weight: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
  { maxLength: 25 },
);

describe('what was taught', () => {
  test.prop([knowledgeBases, questions], { numRuns: 100 })('is nothing at first', (articles, question) => {
    const index = makeSearchIndex(articles);
    const before = index.search(question, 10);
    index.teach([]);
    expect(index.search(question, 10)).toEqual(before);
  });

  test.prop([knowledgeBases, taughtQuestions, questions], { numRuns: 150 })(
    'is forgotten without a trace',
    (articles, taught, question) => {
      const index = makeSearchIndex(articles);
      const before = index.search(question, 10);
      index.teach(taught);
      index.search(question, 10);
      index.teach([]);
      expect(index.search(question, 10)).toEqual(before);
    },
  );

  test.prop([knowledgeBases, taughtQuestions, questions], { numRuns: 200 })(
    'never brings an article there is none of, nor one twice',
    (articles, taught, question) => {
      const index = makeSearchIndex(articles);
      index.teach(taught);
      for (const asked of [question, ...taught.map((each) => each.question)]) {
        const ids = findIds(index, asked, 50);
        expect(articles.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
        expect(new Set(ids).size).toBe(ids.length);
      }
    },
  );

  test.prop([knowledgeBases, taughtQuestions, questions], { numRuns: 100 })(
    'does not depend on the order it came in',
    (articles, taught, question) => {
      const [one, other] = [makeSearchIndex(articles), makeSearchIndex(articles)];
      one.teach(taught);
      other.teach(taught.toReversed());
      expect(findIds(other, question, 10)).toEqual(findIds(one, question, 10));
    },
  );

  test.prop([knowledgeBases, taughtQuestions], { numRuns: 100 })(
    'does not take an article’s own title from it',
    (articles, taught) => {
      const index = makeSearchIndex(articles);
      index.teach(taught);
      for (const { id, title } of articles) expect(findIds(index, title, 1)).toEqual([id]);
    },
  );
});
