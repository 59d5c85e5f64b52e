import { describe, expect, test } from 'vitest';
import {
  buildSegmentInPieces,
  buildSegment,
  createSearchIndex,
  readTypedQuery,
} from '../../knowledge/search/index.ts';
import { makeArticle } from '../support/make-article.ts';
import { CONCEPTS, findIds, findTypedIds, makeSearchIndex } from '../support/make-search-index.ts';
import { SEARCH_ARTICLES } from '../support/search-articles.ts';

const INDEX = makeSearchIndex(SEARCH_ARTICLES);
const IDS = new Set(SEARCH_ARTICLES.map(({ id }) => id));

const BAD: Record<string, string> = {
  'a hundred thousand characters of talk': '退款没有到账，我等了很久了。'.repeat(7_200),
  'a hundred thousand characters without a pause': '退款没有到账我等了很久了'.repeat(8_400),
  'a hundred thousand Latin letters': 'a'.repeat(100_000),
  'a hundred thousand letters of pinyin': 'xian'.repeat(25_000),
  'words and digits without end': 'a1b2c3d4'.repeat(12_500),
  'mistyped words without end': 'warrnaty delviery '.repeat(5_600),
  'emoji only': '😀👨‍👩‍👧❤️🇨🇳'.repeat(500),
  'punctuation only': '？！。，…——“”（）[]{}()*+?.\\^$|',
  'right to left': '\u202Eמה עם ההחזר שלי؟ أين نقودي',
  'lone surrogates': '\uD83D退\uDE00\uD800款\uDC00',
  'a null character': '退款\u0000多久\u0000到账',
  'many filters': 'tag:退款 '.repeat(5_000),
  'many quotes': '"退款"“到账”「多久」'.repeat(5_000),
  'half quotes': '"“「'.repeat(10_000),
  'many greetings': '你好在吗谢谢麻烦您了'.repeat(5_000),
  'letters that unfold': '㎉㍿㈱'.repeat(6_000),
};

describe('whatever is asked has an answer', () => {
  test.each(Object.entries(BAD))('%s', (_what, text) => {
    const { hits, didYouMean } = INDEX.searchTyped(text, 5);
    for (const found of [INDEX.search(text, 5), hits]) {
      expect(found.length).toBeLessThanOrEqual(5);
      for (const { articleId, score, confidence } of found) {
        expect(IDS.has(articleId)).toBe(true);
        expect(Number.isFinite(score) && Number.isFinite(confidence)).toBe(true);
      }
    }
    expect(didYouMean === null || didYouMean !== text).toBe(true);
    expect(INDEX.search(text, 5)).toEqual(INDEX.search(text, 5));
  });

  test('a typed query that was read elsewhere is not longer than one read here', () => {
    const read = readTypedQuery(BAD['a hundred thousand characters of talk'] ?? '');
    expect(INDEX.searchTyped(read, 5).hits.length).toBeGreaterThan(0);
  });

  test('none is wanted: none is given', () => {
    expect(INDEX.search('退款多久到账', 0)).toEqual([]);
    expect(INDEX.searchTyped('退款多久到账', 0).hits).toEqual([]);
  });
});

describe('whatever is stored can be searched', () => {
  test('ten thousand identical articles', () => {
    const same = Array.from({ length: 10_000 }, (_, at) =>
      makeArticle({ id: `same.${String(at).padStart(5, '0')}` }),
    );
    const index = makeSearchIndex(same);
    index.upsert([makeArticle({ id: 'other', title: '宽带移机', aliases: [], tags: [] })]);
    expect(index.size).toBe(10_001);
    expect(findIds(index, '退款多久到账')).toEqual([
      'same.00000',
      'same.00001',
      'same.00002',
      'same.00003',
      'same.00004',
    ]);
    expect(findTypedIds(index, 'tuikuan')).toHaveLength(5);
    expect(findIds(index, '宽带移机')[0]).toBe('other');
    index.remove(same.map(({ id }) => id));
    expect(findIds(index, '退款多久到账')).toEqual([]);
  });

  test('an article of a megabyte, beside others', () => {
    const long = '流量超出以后按量计费，'.repeat(95_000);
    const huge = makeArticle({
      id: 'huge',
      title: '资费总表',
      aliases: [long.slice(0, 120)],
      tags: [],
      replies: [{ tone: 'formal', text: long }],
    });
    const index = makeSearchIndex([...SEARCH_ARTICLES, huge]);
    expect(findIds(index, '资费总表')[0]).toBe('huge');
    expect(findIds(index, '流量超出怎么收费')[0]).toBe('data-over');
    index.upsert([{ ...huge, title: '总表' }]);
    expect(findIds(index, '总表')[0]).toBe('huge');
  });

  test('a title, an alias and a reply of a megabyte', () => {
    const long = '退款'.repeat(500_000);
    const index = makeSearchIndex([
      ...SEARCH_ARTICLES,
      makeArticle({
        id: 'endless',
        title: long,
        aliases: [long],
        tags: [long],
        replies: [{ tone: 'warm', text: long }],
      }),
    ]);
    expect(findIds(index, '退款多久到账')[0]).toBe('refund-time');
    expect(findIds(index, '宽带移机')[0]).toBe('broadband-move');
  });

  test('articles without anything to read', () => {
    const nothing = ['', ' ', '？！', '😀', '\u0000', '\uD800'];
    const articles = nothing.map((title, at) => ({
      ...makeArticle({ id: `odd.${at}`, title, aliases: [title], tags: [title], productLine: title }),
      replies: [],
    }));
    const index = makeSearchIndex([...articles, ...SEARCH_ARTICLES]);
    expect(index.size).toBe(SEARCH_ARTICLES.length + nothing.length);
    expect(findIds(index, '退款多久到账')[0]).toBe('refund-time');
    for (const title of nothing) expect(() => index.searchTyped(title, 5)).not.toThrow();
  });

  test('articles with the same id: the last one', () => {
    const index = createSearchIndex(undefined, CONCEPTS);
    index.upsert(
      ['宽带移机', '退款多久到账'].map((title) => makeArticle({ id: 'twice', title, aliases: [], tags: [] })),
    );
    expect(index.size).toBe(1);
    expect(findIds(index, '退款多久到账')).toEqual(['twice']);
    expect(findIds(index, '宽带移机')).toEqual([]);
  });
});

describe('building in pieces', () => {
  test('gives the same segment, and lets others work in between', async () => {
    const articles = Array.from({ length: 10 }, (_, round) =>
      SEARCH_ARTICLES.map(({ id, title }) => makeArticle({ id: `${id}.${round}`, title })),
    ).flat();
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    const built = await buildSegmentInPieces(articles, { concepts: CONCEPTS, pause });
    expect(built).toEqual(buildSegment(articles, CONCEPTS));
    expect(pauses).toBeGreaterThan(5);
  });
});
