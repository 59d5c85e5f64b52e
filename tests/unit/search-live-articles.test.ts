import { describe, expect, test } from 'vitest';
import type { Article } from '../../knowledge/articles/index.ts';
import { buildSegment } from '../../knowledge/search/index.ts';
import { createLiveArticles, type LiveArticles } from '../../knowledge/search/live-articles.ts';
import { makeArticle } from '../support/make-article.ts';
import { CONCEPTS, findIds, findTypedIds, makeSearchIndex } from '../support/make-search-index.ts';
import { SEARCH_ARTICLES } from '../support/search-articles.ts';

const makeNamed = (id: string, title: string) => makeArticle({ id, title, aliases: [], tags: [] });
const archive = (article: Article): Article => ({ ...article, confidence: 'archived' });
const FIRST = [makeNamed('a.1', '退款多久到账'), makeNamed('a.2', '发票抬头怎么改')];
const makeLive = () => createLiveArticles(buildSegment(FIRST, CONCEPTS), CONCEPTS);

/** Titles of the living version of every article, wherever it lies. */
function listLiving(live: LiveArticles): string[] {
  return live.segments
    .flatMap((segment) =>
      segment.articleIds.flatMap((_, at) => {
        const { text, starts, firsts } = segment.names;
        const name = firsts[at] ?? 0;
        return live.isLive(segment, at) ? [text.slice(starts[name], starts[name + 1])] : [];
      }),
    )
    .toSorted();
}

describe('the articles as they are now', () => {
  test('are those of the base at first', () => {
    const live = makeLive();
    expect(listLiving(live)).toEqual(['发票抬头怎么改', '退款多久到账']);
    expect([live.size, live.changes, live.segments.length]).toEqual([2, 0, 1]);
  });

  test('a newer version hides the older one, in the base and beside it', () => {
    const live = makeLive();
    for (const title of ['宽带断网', '宽带移机']) {
      live.upsert([makeNamed('a.1', title)]);
      expect(listLiving(live)).toEqual(['发票抬头怎么改', title]);
    }
    expect([live.size, live.changes]).toEqual([2, 1]);
  });

  test('of two versions that come together the last counts', () => {
    const live = makeLive();
    live.upsert([makeNamed('a.3', '宽带断网'), makeNamed('a.3', '宽带移机')]);
    expect(listLiving(live)).toEqual(['发票抬头怎么改', '宽带移机', '退款多久到账']);
    expect(live.size).toBe(3);
  });

  test('of two versions that come together an archived last one counts too', () => {
    const live = makeLive();
    live.upsert([makeNamed('a.1', '宽带断网'), archive(makeNamed('a.1', '宽带断网'))]);
    expect(listLiving(live)).toEqual(['发票抬头怎么改']);
    expect([live.size, live.changes, live.segments.length]).toEqual([1, 1, 1]);
  });

  test('a removed one is gone, a new one is there, a restored one is back', () => {
    const live = makeLive();
    live.remove(['a.1', 'a.never']);
    live.upsert([makeNamed('a.3', '宽带断网')]);
    expect(listLiving(live)).toEqual(['发票抬头怎么改', '宽带断网']);
    expect(live.find('a.1')).toBeUndefined();
    live.upsert(FIRST.slice(0, 1));
    expect(listLiving(live)).toEqual(['发票抬头怎么改', '宽带断网', '退款多久到账']);
    expect(live.size).toBe(3);
  });

  test('are found where they live', () => {
    const live = makeLive();
    live.upsert([makeNamed('a.1', '宽带断网')]);
    const place = live.find('a.1');
    expect(place?.segment).toBe(live.segments[1]);
    expect(place?.segment.articleIds[place.position]).toBe('a.1');
    expect(live.find('a.2')?.segment).toBe(live.segments[0]);
  });
});

describe('putting small changes together', () => {
  test('leaves one segment beside the base and the same articles', () => {
    const live = makeLive();
    live.upsert([makeNamed('a.3', '宽带断网')]);
    live.upsert([makeNamed('a.1', '宽带移机')]);
    live.remove(['a.2']);
    const before = listLiving(live);
    live.compact();
    expect(listLiving(live)).toEqual(before);
    expect([live.size, live.segments.length]).toEqual([2, 2]);
    expect(live.find('a.2')).toBeUndefined();
  });

  test('makes nothing anew that would be the same', () => {
    const live = makeLive();
    live.compact();
    expect(live.segments).toHaveLength(1);
    live.upsert([makeNamed('a.1', '宽带断网')]);
    const before = live.segments;
    live.compact();
    expect(live.segments.map((segment, at) => segment === before[at])).toEqual([true, true]);
    live.upsert([makeNamed('a.1', '宽带移机')]);
    live.compact();
    expect(live.segments).toHaveLength(2);
    expect(live.segments[1]).not.toBe(before[1]);
    expect(live.segments[1]?.articleIds).toEqual(['a.1']);
  });

  test('leaves none when nothing is left of the changes', () => {
    const live = makeLive();
    live.upsert([makeNamed('a.3', '宽带断网')]);
    live.remove(['a.3', 'a.1', 'a.2']);
    live.compact();
    expect([live.size, live.segments.length]).toEqual([0, 1]);
    expect(listLiving(live)).toEqual([]);
  });

  test('does not bring back what was archived', () => {
    const live = makeLive();
    live.upsert(FIRST.map(archive));
    expect(live.size).toBe(0);
    live.compact();
    expect(live.size).toBe(0);
    expect(live.find('a.1')).toBeUndefined();
  });

  test('happens by itself before there are too many to search', () => {
    const live = makeLive();
    const counts = Array.from({ length: 200 }, (_, at) => {
      live.upsert([makeNamed(`a.new.${at}`, `套餐${at}`)]);
      return live.segments.length;
    });
    expect(Math.max(...counts)).toBeLessThan(80);
    expect([live.size, live.changes]).toEqual([202, 200]);
    expect(listLiving(live)).toHaveLength(202);
  });

  test('keeps every answer', () => {
    const index = makeSearchIndex(SEARCH_ARTICLES.slice(0, 20));
    for (const article of SEARCH_ARTICLES.slice(10)) index.upsert([article]);
    index.remove(['refund-how']);
    const questions = SEARCH_ARTICLES.flatMap(({ title, aliases }) => [title].concat(aliases));
    const answer = () => ({
      sent: questions.map((question) => findIds(index, question, 1)),
      typed: questions.map((question) => findTypedIds(index, question, 1)),
    });
    const before = answer();
    index.compact();
    expect(answer()).toEqual(before);
  });
});
