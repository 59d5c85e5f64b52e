import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { makeArticle } from '../support/make-article.ts';
import { identifyQuestion } from '../support/make-generated-articles.ts';
import { findIds, makeSearchIndex } from '../support/make-search-index.ts';

/** What real titles are made of: greetings, punctuation, product names, both scripts, characters beyond the basic plane. */
const pieces = `退 款 订 单 您好 请问 谢谢 在吗 ， 。 ？ refund i9300 card don't 29 電 話 ㈱ é 麼 𠮷`.split(
  ' ',
);

const makeNames = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...pieces, ' '), { minLength: 1, maxLength })
    .map((parts) => parts.join('').trim())
    .filter((name) => identifyQuestion(name) !== '');

const makeNameLists = (maxLength: number) =>
  fc.uniqueArray(makeNames(maxLength), { minLength: 2, maxLength: 20, selector: identifyQuestion });

function expectEachFirst(names: readonly string[]): void {
  const articles = names.map((name, at) =>
    makeArticle({
      id: `named.${at}`,
      title: at % 2 === 0 ? name : `另一个名字${at}`,
      aliases: at % 2 === 0 ? [] : [name],
      tags: [],
      replies: [{ tone: 'formal', text: `回复${at}` }],
    }),
  );
  const index = makeSearchIndex(articles);
  const first = names.map((name) => findIds(index, name, 1)[0]);
  expect(first).toEqual(articles.map(({ id }) => id));
}

describe('an article is first when it is asked for by its name', () => {
  test.prop([makeNameLists(10)], { numRuns: 200 })('however short and odd', expectEachFirst);

  test.prop([makeNameLists(60)], { numRuns: 100 })('however long', expectEachFirst);
});
