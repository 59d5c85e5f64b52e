import { describe, expect, test } from 'vitest';
import {
  buildSegment,
  createConceptFinder,
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
const CONCEPTS = createConceptFinder([{ id: 'refund', terms: ['退款', '退钱'] }]);

/** A fresh copy each time, as the database hands it out. */
const store = (): StoredSegment =>
  structuredClone(encodeSegment(buildSegment(ARTICLES, CONCEPTS), CONCEPTS.checksum));
const load = (stored: StoredSegment) => decodeSegment(stored, CONCEPTS.checksum);

describe('a segment that was stored and loaded', () => {
  test('is the same segment', () => {
    expect(load(store())).toEqual(buildSegment(ARTICLES, CONCEPTS));
  });

  test('answers as before', () => {
    const loaded = load(store());
    const before = createSearchIndex(buildSegment(ARTICLES, CONCEPTS), CONCEPTS);
    const after = createSearchIndex(loaded ?? undefined, CONCEPTS);
    for (const question of ['退款多久到账', '退钱', '激活', 'tuikuan', 'refund']) {
      expect(before.search(question, 5)).not.toEqual([]);
      expect(after.search(question, 5)).toEqual(before.search(question, 5));
      expect(after.searchTyped(question, 5)).toEqual(before.searchTyped(question, 5));
    }
  });

  test('can be empty', () => {
    expect(decodeSegment(encodeSegment(buildSegment([])))).toEqual(buildSegment([]));
  });

  test('does not share its memory with the one that goes on answering', () => {
    const segment = buildSegment(ARTICLES);
    const { buffers } = encodeSegment(segment);
    new Uint32Array(buffers.terms).fill(0);
    expect(segment).toEqual(buildSegment(ARTICLES));
  });

  test('keeps names apart even when one has a line break in it', () => {
    const articles = [
      makeArticle({ id: 'a.1', title: '两行\n标题', aliases: ['别名'] }),
      makeArticle({ id: 'a.2', aliases: [] }),
    ];
    const names = decodeSegment(encodeSegment(buildSegment(articles)))?.names;
    const listed = Array.from(names?.starts ?? []).map((start, at) =>
      names?.text.slice(start, names.starts[at + 1]),
    );
    expect(listed.slice(0, -1)).toEqual(['两行\n标题', '别名', '退款多久到账']);
  });
});

type BufferName = keyof StoredSegment['buffers'];
const BUFFERS = Object.keys(store().buffers) as BufferName[];

const changeBuffer = (
  stored: StoredSegment,
  name: BufferName,
  change: (bytes: Uint8Array) => Uint8Array,
) => ({
  ...stored,
  buffers: { ...stored.buffers, [name]: change(new Uint8Array(stored.buffers[name])).slice().buffer },
});

describe('a damaged segment is nothing', () => {
  const DAMAGE: Record<string, (stored: StoredSegment) => unknown> = {
    'of another version': (stored) => ({ ...stored, version: SEGMENT_VERSION + 1 }),
    'made with other synonyms': (stored) => ({ ...stored, concepts: stored.concepts ^ 1 }),
    'with another checksum': (stored) => ({ ...stored, checksum: stored.checksum ^ 1 }),
    'with one id too few': (stored) => ({ ...stored, articleIds: 'a.1\na.2' }),
    'with one article too many': (stored) => ({ ...stored, articleCount: stored.articleCount + 1 }),
    'with a name too many': (stored) => ({ ...stored, names: `${stored.names}多余` }),
    'with two letters of a name swapped': (stored) => ({
      ...stored,
      names: stored.names.replace('退款', '款退'),
    }),
    'with a filter word lost': (stored) => ({ ...stored, facets: stored.facets.slice(1) }),
    'with a field missing': ({ names: _names, ...rest }) => rest,
    'with all numbers missing': ({ buffers: _buffers, ...rest }) => rest,
    'with a field of another type': (stored) => ({ ...stored, names: 7 }),
    'with numbers of another type': (stored) => ({
      ...stored,
      buffers: { ...stored.buffers, offsets: 'gone' },
    }),
    'with nothing in it': () => ({}),
  };

  test.each(Object.entries(DAMAGE))('%s', (_what, damage) => {
    expect(load(store())).not.toBeNull();
    expect(load(damage(store()) as StoredSegment)).toBeNull();
  });

  test.each(BUFFERS)('with the last number of %s cut off, or half of it', (name) => {
    for (const by of [1, 2, 4]) {
      expect(load(changeBuffer(store(), name, (bytes) => bytes.slice(0, -by)))).toBeNull();
    }
  });

  test.each(BUFFERS)('with a number of %s changed', (name) => {
    const change = (bytes: Uint8Array) => bytes.with(0, (bytes[0] ?? 0) ^ 0x80);
    expect(load(changeBuffer(store(), name, change))).toBeNull();
  });

  test.each(BUFFERS)('without %s', (name) => {
    const { [name]: _lost, ...buffers } = store().buffers;
    expect(load({ ...store(), buffers: buffers as StoredSegment['buffers'] })).toBeNull();
  });
});
