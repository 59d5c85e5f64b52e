/** What the team uses and what it waves away, seen where it matters: in the cards of the next customer. */
import { describe, expect, test } from 'vitest';
import { weighLessons } from '../../knowledge/learning/index.ts';
import { findHits, suggest } from '../../knowledge/suggestions/index.ts';
import { MORNING } from '../support/make-conversation.ts';
import { makeLesson } from '../support/make-lesson.ts';
import { makeSearchIndex } from '../support/make-search-index.ts';
import { readCardIds } from '../support/make-suggestion-inputs.ts';
import { SEARCH_ARTICLES } from '../support/search-articles.ts';

type LessonPart = Parameters<typeof makeLesson>[0];

const ARTICLES = new Map(SEARCH_ARTICLES.map((article) => [article.id, article]));

/** Ids of the cards for a message, after these lessons. */
function showCards(message: string, ...lessons: LessonPart[]): string[] {
  const index = makeSearchIndex(SEARCH_ARTICLES);
  const made = lessons.map((lesson) => makeLesson(lesson));
  index.teach(weighLessons(made, MORNING));
  const found = findHits(index, { message, earlier: [] });
  const known = {
    articles: ARTICLES,
    usage: new Map(),
    tone: 'warm',
    said: [],
    today: '2026-11-02',
  } as const;
  return readCardIds(suggest({ ...known, found }));
}

const from = (contacts: number, lesson: LessonPart): LessonPart[] =>
  Array.from({ length: contacts }, (_, at) => ({ ...lesson, contactId: `contact-${at}` }));

describe('an article that was inserted for a question', () => {
  const question = '钱啥时候能回我卡里';
  const inserted = { question, articleId: 'refund-time' };

  test('gets the first card when the question comes again', () => {
    expect(showCards(question)[0]).not.toBe('refund-time');
    expect(showCards(question, inserted)[0]).toBe('refund-time');
  });

  test('and when it is asked a little otherwise', () => {
    expect(showCards('钱什么时候能回我卡里呀', inserted)[0]).toBe('refund-time');
  });

  test('gets none for messages that ask nothing', () => {
    expect(showCards('好的谢谢', inserted)).toEqual([]);
  });

  test('is not put before others by one noisy contact', () => {
    const noise = SEARCH_ARTICLES.slice(0, 20).map(({ title }) => ({
      question: title,
      articleId: 'data-over',
      contactId: 'noisy',
    }));
    for (const { title, id } of SEARCH_ARTICLES.slice(0, 20))
      expect([title, showCards(title, ...noise)[0]]).toEqual([title, id]);
  });
});

describe('an article that was dismissed for a question', () => {
  const question = '退的钱多久能到';

  test('goes down with every contact that dismissed it, and its card goes at last', () => {
    const [first = ''] = showCards(question);
    expect(first).not.toBe('');
    const after = [1, 3, 8].map((contacts) =>
      showCards(question, ...from(contacts, { question, articleId: first, kind: 'dismissed' })).indexOf(
        first,
      ),
    );
    expect(after.at(-1)).toBe(-1);
  });

  test('keeps its card for other questions', () => {
    const [first = ''] = showCards(question);
    const dismissed = from(8, { question, articleId: first, kind: 'dismissed' });
    const title = ARTICLES.get(first)?.title ?? '';
    expect(showCards(title, ...dismissed)[0]).toBe(first);
  });
});
