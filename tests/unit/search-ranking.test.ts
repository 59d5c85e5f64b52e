import { describe, expect, test } from 'vitest';
import { buildSegment } from '../../knowledge/search/index.ts';
import { measureOverlap, type Overlap } from '../../knowledge/search/ranking/compare.ts';
import { rateTerm, takeTables, withPlaces, type Corpus } from '../../knowledge/search/ranking/corpus.ts';
import { ask } from '../../knowledge/search/ranking/rank-candidates.ts';
import { splitClauses } from '../../knowledge/search/ranking/split-clauses.ts';
import { hashPair } from '../../knowledge/search/text/term-hash.ts';
import { makeArticle } from '../support/make-article.ts';
import { CONCEPTS } from '../support/make-search-index.ts';

describe('a long message', () => {
  const CHATTER =
    '我昨天晚上给你们打电话没人接，今天早上又打了一次还是没有人理我，中午我在你们店里也等了整整一个小时';

  test('is cut where it pauses', () => {
    expect(splitClauses(`${CHATTER}。我的退款什么时候到账？`)).toEqual([
      ...CHATTER.split('，'),
      '我的退款什么时候到账',
    ]);
  });

  test('loses what is too short to be a question', () => {
    expect(splitClauses(`${CHATTER}，哎，好，退款没到`)).not.toContain('哎');
  });

  test('keeps the last of many clauses: that is what is asked now', () => {
    const clauses = splitClauses(Array.from({ length: 40 }, (_, at) => `第${at}件事情没有办好`).join('，'));
    expect(clauses.length).toBeLessThan(40);
    expect(clauses.at(-1)).toContain('39');
  });

  test.each(['退款多久到账', '退款，多久到账？', '', '。。。', 'Where is my refund, please?'])(
    'is none when it is short: %j',
    (text) => {
      expect(splitClauses(text)).toEqual([text]);
    },
  );

  test('is never nothing', () => {
    const chopped = '退。'.repeat(60);
    expect(splitClauses(chopped)).toEqual([chopped]);
  });
});

const ARTICLES = [
  makeArticle({ id: 'a.refund', title: '退款多久到账', aliases: [], tags: [], replies: [] }),
  makeArticle({ id: 'a.plan', title: '套餐怎么改', aliases: [], tags: [], replies: [] }),
  makeArticle({ id: 'a.phone', title: 'galaxy i9300 screen', aliases: [], tags: [], replies: [] }),
  ...Array.from({ length: 20 }, (_, at) =>
    makeArticle({
      id: `a.other.${at}`,
      title: `订单${'甲乙丙丁戊己庚辛壬癸'.charAt(at % 10)}`,
      aliases: [],
      tags: [],
      replies: [],
    }),
  ),
];
const segment = buildSegment(ARTICLES, CONCEPTS);
const corpus: Corpus = { articles: [segment], lessons: null, concepts: CONCEPTS, isWanted: () => true };

/** How the question overlaps with the title of the article at a position. */
function compare(question: string, position: number): Overlap {
  const { terms } = ask(corpus, question);
  const reader = { segment, ...takeTables(corpus, segment) };
  return withPlaces(segment, { hashes: terms.hashes, places: reader.places }, () =>
    measureOverlap(terms, reader, position),
  );
}

describe('what two texts share', () => {
  test('is everything when they are the same', () => {
    expect(compare('退款多久到账', 0)).toMatchObject({
      questionCovered: 1,
      nameCovered: 1,
      questionUnits: 1,
      nameUnits: 1,
      wordsMissing: 0,
      wordsOther: 0,
    });
  });

  test('is nothing when they have nothing in common', () => {
    expect(compare('退款多久到账', 2)).toMatchObject({
      questionCovered: 0,
      nameCovered: 0,
      questionUnits: 0,
      nameUnits: 0,
    });
  });

  test('is seen from both sides', () => {
    const part = compare('退款', 0);
    expect(part.questionCovered).toBe(1);
    expect(part.nameCovered).toBeGreaterThan(0);
    expect(part.nameCovered).toBeLessThan(1);
    const more = compare('订单的退款多久到账', 0);
    expect(more.nameCovered).toBe(1);
    expect(more.questionCovered).toBeLessThan(1);
  });

  test('does not depend on the order as far as units go', () => {
    const turned = compare('到账多久退款', 0);
    expect(turned.questionUnits).toBe(1);
    expect(turned.nameUnits).toBe(1);
    expect(turned.nameCovered).toBeLessThan(1);
  });

  test('counts a synonym as the word itself', () => {
    const synonym = compare('资费怎么改', 1);
    expect(synonym).toMatchObject({ questionCovered: 1, nameConcepts: 1 });
    expect(synonym.nameCovered).toBeGreaterThan(compare('蘑菇怎么改', 1).nameCovered);
  });

  test('tells which numbers and models the other side lacks', () => {
    expect(compare('galaxy i9300', 2).wordsMissing).toBe(0);
    expect(compare('galaxy i9300', 2).wordsOther).toBeGreaterThan(0);
    expect(compare('galaxy 5s', 2).wordsMissing).toBeLessThan(1);
    expect(compare('5s', 2).wordsOther).toBe(1);
  });

  test('is forgotten by the next question', () => {
    compare('退款多久到账', 0);
    expect(compare('订单', 0).nameCovered).toBe(0);
  });
});

describe('what a term is worth', () => {
  const pair = (text: string) => hashPair('pair', text.charCodeAt(0), text.charCodeAt(1));

  test('is more, the fewer articles have it', () => {
    expect(rateTerm(corpus, pair('退款'))).toBeGreaterThan(rateTerm(corpus, pair('订单')));
    expect(rateTerm(corpus, pair('订单'))).toBeGreaterThan(0);
  });

  test('is nothing when nobody wrote it: it can neither find nor be missed', () => {
    expect(rateTerm(corpus, pair('蘑菇'))).toBe(0);
  });
});
