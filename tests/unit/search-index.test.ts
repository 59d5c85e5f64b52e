import { describe, expect, test } from 'vitest';
import { buildSegment, createSearchIndex, type SearchIndex } from '../../knowledge/search/index.ts';
import { MIN_CONFIDENCE } from '../../knowledge/suggestions/index.ts';
import { makeArticle } from '../support/make-article.ts';

const REFUND = makeArticle({ id: 'a.refund', title: '退款多久到账', aliases: ['钱还没退回来'] });
const ACTIVATION = makeArticle({
  id: 'a.activation',
  title: '号卡激活不成功',
  aliases: ['卡激活不了'],
  tags: ['激活'],
  replies: [{ tone: 'formal', text: '请重新插卡后再试。' }],
});
const ENGLISH = makeArticle({
  id: 'a.english',
  locale: 'en',
  title: 'Refund not received',
  aliases: ['where is my money'],
  tags: ['payment'],
  replies: [{ tone: 'formal', text: 'Let me look into that for you.' }],
});

const makeIndex = (): SearchIndex => createSearchIndex(buildSegment([REFUND, ACTIVATION, ENGLISH]));
const idsFor = (index: SearchIndex, question: string) =>
  index.search(question, 5).map(({ articleId }) => articleId);
const typedIdsFor = (index: SearchIndex, query: string) =>
  index.searchTyped(query, 5).hits.map(({ articleId }) => articleId);

describe('finding', () => {
  test('an article by part of what customers say', () => {
    expect(idsFor(makeIndex(), '我上周的退款到现在还没有到账啊')[0]).toBe('a.refund');
    expect(idsFor(makeIndex(), '激活')).toEqual(['a.activation']);
  });

  test('says which words it was, longest first', () => {
    const [hit] = makeIndex().search('卡激活不了，退款', 5);
    expect(hit).toMatchObject({ articleId: 'a.activation', matched: ['卡激活不了'] });
  });

  test('a full question covers more than half of one', () => {
    const index = makeIndex();
    index.upsert([makeArticle({ id: 'a.invoice', title: '发票抬头怎么改', aliases: [], tags: [] })]);
    const whole = index.search('退款多久到账', 1)[0]?.coverage ?? 0;
    const half = index.search('退款多久到账，另外发票抬头怎么改', 1)[0]?.coverage ?? 0;
    expect(whole).toBeGreaterThan(0.9);
    expect(half).toBeGreaterThan(0.1);
    expect(half).toBeLessThan(whole);
  });

  test.each([
    ['upper case', 'REFUND NOT RECEIVED'],
    ['full width', 'ｒｅｆｕｎｄ ｎｏｔ ｒｅｃｅｉｖｅｄ'],
    ['punctuation', 'Refund... not received?!'],
  ])('does not mind %s', (_what, question) => {
    expect(idsFor(makeIndex(), question)).toEqual(['a.english']);
  });

  test.each(['refnud', 'recieved', 'refund recevied'])(
    'finds an English title in spite of the typo %s',
    (typo) => {
      const { hits, didYouMean } = makeIndex().searchTyped(typo, 5);
      expect(hits.map(({ articleId }) => articleId)).toContain('a.english');
      expect(didYouMean).toMatch(/refund|received/);
    },
  );

  test('sharing one common character is not enough for anybody to rely on', () => {
    for (const { confidence } of makeIndex().search('不想等那么久啦今天天气真好我们去公园玩', 5)) {
      expect(confidence).toBeLessThan(MIN_CONFIDENCE);
    }
  });

  test('who asks in an article’s very words means that article, and that is certain', () => {
    expect(makeIndex().search('退款多久到账？', 5)[0]).toMatchObject({
      articleId: 'a.refund',
      confidence: 1,
    });
  });

  test('gives two equally good articles in the order of their ids, whichever was there first', () => {
    const [one, two] = [REFUND, { ...REFUND, id: 'a.another' }];
    for (const articles of [
      [one, two],
      [two, one],
    ]) {
      expect(idsFor(createSearchIndex(buildSegment(articles)), '退款没到账')).toEqual([
        'a.another',
        'a.refund',
      ]);
    }
  });

  test('an empty index has no answer', () => {
    const index = createSearchIndex();
    expect(index.size).toBe(0);
    expect(idsFor(index, '退款')).toEqual([]);
    expect(idsFor(index, 'refund')).toEqual([]);
  });
});

describe('changing articles', () => {
  test('a new version replaces the old one', () => {
    const index = makeIndex();
    index.upsert([
      { ...REFUND, title: '发票抬头怎么改', aliases: [], tags: [], replies: ACTIVATION.replies },
    ]);
    expect(index.size).toBe(3);
    expect(idsFor(index, '退款多久到账')).toEqual([]);
    expect(idsFor(index, '发票抬头怎么改')).toEqual(['a.refund']);
  });

  test('an archived article disappears and comes back when it is restored', () => {
    const index = makeIndex();
    index.upsert([{ ...REFUND, confidence: 'archived' }]);
    expect(idsFor(index, '退款多久到账')).toEqual([]);
    expect(index.size).toBe(2);
    index.upsert([REFUND]);
    expect(idsFor(index, '退款多久到账')).toEqual(['a.refund']);
  });

  test('fuzzy titles follow as well', () => {
    const index = makeIndex();
    expect(typedIdsFor(index, 'warrnaty')).toEqual([]);
    index.upsert([{ ...ENGLISH, title: 'Warranty expired' }]);
    expect(typedIdsFor(index, 'warrnaty')).toEqual(['a.english']);
    index.upsert([{ ...ENGLISH, title: 'Warranty expired', confidence: 'archived' }]);
    expect(typedIdsFor(index, 'warrnaty')).toEqual([]);
  });

  test('the base stays as it was loaded: changes live beside it', () => {
    const index = makeIndex();
    const before = structuredClone(index.base);
    index.upsert([{ ...REFUND, title: '发票' }]);
    expect(index.base).toEqual(before);
  });
});

describe('rubbish gets an answer', () => {
  const RUBBISH: Record<string, string> = {
    nothing: '',
    'only spaces': ' \n\t　',
    'emoji only': '😀👨‍👩‍👧❤️🇨🇳',
    'punctuation only': '？！。，…——“”（）[]{}()*+?.\\^$|',
    'lone surrogates': '\uD83D退\uDE00\uD800',
    'right to left': '\u202Eמה עם ההחזר שלי؟ أين نقودي',
    'control characters': '\u0000\u0001\u001B[31m',
    'combining marks without end': `e${'\u0301'.repeat(50_000)}`,
    'a ligature that unfolds into a sentence': '\uFDFA'.repeat(20_000),
    'one character a hundred thousand times': '退'.repeat(100_000),
    'a hundred thousand different characters': Array.from({ length: 100_000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + (at % 20_000)),
    ).join(''),
    'a long Latin word': 'refund'.repeat(20_000),
    'Latin words without end': 'refnud not recieved '.repeat(5_000),
  };

  test.each(Object.entries(RUBBISH))('%s', (_what, question) => {
    const index = makeIndex();
    for (const ids of [idsFor(index, question), typedIdsFor(index, question)]) {
      expect(['a.refund', 'a.activation', 'a.english']).toEqual(expect.arrayContaining(ids));
    }
  });

  test('and of a very long message the end counts: that is what the customer asks now', () => {
    expect(idsFor(makeIndex(), `${'啊'.repeat(1_000)}退款多久到账`)).toContain('a.refund');
  });
});
