import { describe, expect, test } from 'vitest';
import {
  buildSegment,
  createSearchIndex,
  decodeSegment,
  encodeSegment,
  SEGMENT_VERSION,
  type StoredSegment,
} from '../../knowledge/search/index.ts';
import { makeArticle } from '../support/make-article.ts';

const ARTICLES = [
  makeArticle({ id: 'a.1', title: '退款多久到账' }),
  makeArticle({ id: 'a.2', title: '号卡激活不成功', aliases: ['卡激活不了'] }),
  makeArticle({ id: 'a.3', title: 'Refund not received', aliases: [] }),
];

/** A fresh copy each time, as the database hands it out. */
const store = (): StoredSegment => structuredClone(encodeSegment(buildSegment(ARTICLES)));

describe('a segment that was stored and loaded', () => {
  test('is the same segment', () => {
    expect(decodeSegment(store())).toEqual(buildSegment(ARTICLES));
  });

  test('answers as before', () => {
    const loaded = decodeSegment(store());
    const before = createSearchIndex(buildSegment(ARTICLES));
    const after = createSearchIndex(loaded ?? undefined);
    for (const question of ['退款多久到账', '激活', 'refnud']) {
      expect(after.search(question, 5)).toEqual(before.search(question, 5));
    }
  });

  test('can be empty', () => {
    expect(decodeSegment(encodeSegment(buildSegment([])))).toEqual(buildSegment([]));
  });

  test('keeps titles apart even when one has a line break in it', () => {
    const articles = [makeArticle({ id: 'a.1', title: '两行\n标题' }), makeArticle({ id: 'a.2' })];
    const loaded = decodeSegment(encodeSegment(buildSegment(articles)));
    expect(loaded?.titles).toEqual(['两行 标题', '退款多久到账']);
  });
});

const cut = (buffer: ArrayBuffer, by: number) => buffer.slice(0, buffer.byteLength - by);

const overwrite = (
  numbers: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
  at: number,
  value: number,
) => {
  numbers[at] = value;
  return numbers.buffer;
};

describe('a damaged segment is nothing', () => {
  const DAMAGE: Record<string, (stored: StoredSegment) => unknown> = {
    'of another version': (stored) => ({ ...stored, version: SEGMENT_VERSION + 1 }),
    'with one id too few': (stored) => ({ ...stored, articleIds: 'a.1\na.2' }),
    'with one title too many': (stored) => ({ ...stored, titles: `${stored.titles}\n多余` }),
    'with a term missing': (stored) => ({ ...stored, terms: stored.terms.replace(/^.+\n/, '') }),
    'with a term twice': (stored) => ({ ...stored, terms: stored.terms.replace(/^(.+)\n.+\n/, '$1\n$1\n') }),
    'with postings cut off': (stored) => ({ ...stored, articles: cut(stored.articles, 4) }),
    'with half a number at the end': (stored) => ({ ...stored, articles: cut(stored.articles, 3) }),
    'with weights cut off': (stored) => ({ ...stored, impacts: cut(stored.impacts, 4) }),
    'with offsets cut off': (stored) => ({ ...stored, offsets: cut(stored.offsets, 4) }),
    'with offsets out of order': (stored) => ({
      ...stored,
      offsets: overwrite(new Uint32Array(stored.offsets), 1, 9_999),
    }),
    'that points to an article there is none of': (stored) => ({
      ...stored,
      articles: overwrite(new Uint16Array(stored.articles), 0, 3),
    }),
    'with a phrase cut off': (stored) => ({ ...stored, phrases: cut(stored.phrases, 4) }),
    'with phrases out of order': (stored) => ({
      ...stored,
      phrases: overwrite(new Uint32Array(stored.phrases), 0, 0xff_ff_ff_ff),
    }),
    'with a phrase of an article there is none of': (stored) => ({
      ...stored,
      phraseArticles: overwrite(new Uint16Array(stored.phraseArticles), 0, 3),
    }),
    'with a field missing': ({ terms: _terms, ...rest }) => rest,
    'with a field of another type': (stored) => ({ ...stored, offsets: 'gone' }),
  };

  test.each(Object.entries(DAMAGE))('%s', (_what, damage) => {
    expect(decodeSegment(store())).not.toBeNull();
    expect(decodeSegment(damage(store()) as StoredSegment)).toBeNull();
  });
});
