import { describe, expect, test } from 'vitest';
import type { Article } from '../../knowledge/articles/index.ts';
import { weighLessons } from '../../knowledge/learning/index.ts';
import type { SearchIndex } from '../../knowledge/search/index.ts';
import { MORNING } from '../support/make-conversation.ts';
import { makeLesson } from '../support/make-lesson.ts';
import { findIds, makeSearchIndex } from '../support/make-search-index.ts';
import { SEARCH_ARTICLES } from '../support/search-articles.ts';

const archive = (article: Article): Article => ({ ...article, confidence: 'archived' });
type LessonPart = Parameters<typeof makeLesson>[0];

/** An index that learned these. */
function teachAll(...lessons: LessonPart[]): SearchIndex {
  const index = makeSearchIndex(SEARCH_ARTICLES);
  index.teach(
    weighLessons(
      lessons.map((lesson) => makeLesson(lesson)),
      MORNING,
    ),
  );
  return index;
}

const UNTAUGHT = makeSearchIndex(SEARCH_ARTICLES);
const rankOf = (index: SearchIndex, question: string, id: string) => findIds(index, question, 40).indexOf(id);

describe('one insertion', () => {
  const question = '钱啥时候能回我卡里';

  test('lifts the article to the top for that question', () => {
    expect(findIds(UNTAUGHT, question)[0]).not.toBe('refund-time');
    expect(findIds(teachAll({ question, articleId: 'refund-time' }), question)[0]).toBe('refund-time');
  });

  test('and for one much like it', () => {
    const index = teachAll({ question, articleId: 'refund-time' });
    expect(findIds(index, '钱什么时候能回我卡里呀')[0]).toBe('refund-time');
    expect(findIds(index, '錢啥時候能回我卡裡？')[0]).toBe('refund-time');
  });

  test('finds an article none of its own words would find', () => {
    const foreign = 'gprs 好卡顿';
    expect(findIds(UNTAUGHT, foreign, 40)).not.toContain('data-over');
    const [hit] = teachAll({ question: foreign, articleId: 'data-over' }).search(foreign, 5);
    expect(hit).toMatchObject({ articleId: 'data-over' });
    expect(hit?.coverage).toBeGreaterThan(0.5);
  });

  test('leaves other questions alone', () => {
    const index = teachAll({ question, articleId: 'refund-time' });
    for (const { id, title } of SEARCH_ARTICLES)
      expect([title, findIds(index, title)[0]]).toEqual([title, id]);
    expect(findIds(index, '宽带移机')).toEqual(findIds(UNTAUGHT, '宽带移机'));
  });

  test('does not take an article’s own title from it', () => {
    const index = teachAll(
      ...['c1', 'c2', 'c3'].map((contactId) => ({
        question: '退款多久到账',
        articleId: 'points',
        contactId,
      })),
    );
    expect(findIds(index, '退款多久到账')[0]).toBe('refund-time');
    expect(findIds(index, '退款多久到账')).toContain('points');
  });

  test('counts more than an opened result, and both more than nothing', () => {
    const asked = '家里一直转圈圈';
    const scoreOf = (index: SearchIndex) =>
      index.search(asked, 40).find(({ articleId }) => articleId === 'router')?.score ??
      Number.NEGATIVE_INFINITY;
    const inserted = scoreOf(teachAll({ question: asked, articleId: 'router', kind: 'inserted' }));
    const opened = scoreOf(teachAll({ question: asked, articleId: 'router', kind: 'opened' }));
    expect(inserted).toBeGreaterThan(opened);
    expect(opened).toBeGreaterThan(scoreOf(UNTAUGHT));
  });
});

describe('a dismissal', () => {
  const question = '怎么退东西退钱';

  test('lowers the article for that question, and only there', () => {
    const first = findIds(UNTAUGHT, question)[0] ?? '';
    const index = teachAll(
      ...['c1', 'c2', 'c3'].map((contactId) => ({
        question,
        articleId: first,
        kind: 'dismissed' as const,
        contactId,
      })),
    );
    expect(rankOf(index, question, first)).not.toBe(0);
    for (const { id, title } of SEARCH_ARTICLES)
      expect([title, findIds(index, title)[0]]).toEqual([title, id]);
  });

  test('lowers its score even when there is nothing else to show', () => {
    const [hit] = UNTAUGHT.search('宽带移', 1);
    const index = teachAll({ question: '宽带移', articleId: hit?.articleId ?? '', kind: 'dismissed' });
    const [after] = index.search('宽带移', 1);
    expect(after?.articleId).toBe(hit?.articleId);
    expect(after?.score).toBeLessThan(hit?.score ?? 0);
  });

  test('brings no article up that was not found before', () => {
    const foreign = 'gprs 好卡顿';
    const index = teachAll({ question: foreign, articleId: 'data-over', kind: 'dismissed' });
    expect(findIds(index, foreign, 40)).not.toContain('data-over');
  });
});

describe('one noisy contact', () => {
  test('with twenty wrong insertions takes no article’s title and hardly a question', () => {
    const wrong = SEARCH_ARTICLES.slice(0, 20).map(({ aliases: [alias = ''] }) => ({
      question: alias,
      articleId: 'complaint',
      contactId: 'noisy',
    }));
    const index = teachAll(...wrong);
    for (const { id, title, aliases } of SEARCH_ARTICLES) {
      for (const name of [title, ...aliases]) expect([name, findIds(index, name)[0]]).toEqual([name, id]);
    }
    const asked = SEARCH_ARTICLES.map(({ title }) => `${title}呢`);
    const right = asked.filter((question, at) => findIds(index, question)[0] === SEARCH_ARTICLES[at]?.id);
    const before = asked.filter((question, at) => findIds(UNTAUGHT, question)[0] === SEARCH_ARTICLES[at]?.id);
    expect(right.length).toBeGreaterThanOrEqual(before.length - 1);
  });
});

describe('an article that is gone', () => {
  const foreign = 'gprs 好卡顿';

  test.each<[string, (index: SearchIndex) => void]>([
    ['removed', (index) => index.remove(['data-over'])],
    [
      'archived',
      (index) => index.upsert(SEARCH_ARTICLES.filter(({ id }) => id === 'data-over').map(archive)),
    ],
  ])('is not found by a lesson once %s, nor after putting together', (_how, takeAway) => {
    const index = teachAll({ question: foreign, articleId: 'data-over' });
    expect(findIds(index, foreign)).toContain('data-over');
    takeAway(index);
    expect(findIds(index, foreign)).not.toContain('data-over');
    index.compact();
    expect(findIds(index, foreign)).not.toContain('data-over');
  });

  test('is found again when it comes back', () => {
    const index = teachAll({ question: foreign, articleId: 'data-over' });
    index.remove(['data-over']);
    index.upsert(SEARCH_ARTICLES.filter(({ id }) => id === 'data-over'));
    expect(findIds(index, foreign)).toContain('data-over');
  });

  test('that never was is never found', () => {
    expect(findIds(teachAll({ question: foreign, articleId: 'never.was' }), foreign)).toEqual([]);
  });
});

test('a lesson does not get past a filter', () => {
  const foreign = 'gprs 好卡顿';
  const index = teachAll({ question: foreign, articleId: 'data-over' });
  const ids = (query: string) => index.searchTyped(query, 5).hits.map(({ articleId }) => articleId);
  expect(ids(foreign)).toEqual(['data-over']);
  expect(ids(`${foreign} line:after-sales`)).toEqual(['data-over']);
  expect(ids(`${foreign} line:elsewhere`)).toEqual([]);
});
