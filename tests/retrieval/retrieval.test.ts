/**
 * A share of the measures of docs/retrieval.md on data of our own: the bundled packs, and questions written for them
 * in customers' own words. A floor stands a little below what was measured when it was set; raise it when the engine
 * gets better. None of these questions may teach the engine anything: they were written first and measured after.
 */
import { describe, expect, test, vi } from 'vitest';
import { weighLessons, type Lesson } from '../../knowledge/learning/index.ts';
import { MORNING } from '../support/make-conversation.ts';
import { makeLesson } from '../support/make-lesson.ts';
import { makeSearchIndex } from '../support/make-search-index.ts';
import {
  abbreviateWords,
  buryInChatter,
  greetFirst,
  groupBySound,
  loseOne,
  mishearOne,
  spellWords,
  swapOne,
  writeHongKongese,
  writeTaiwanese,
} from './damage.ts';
import {
  ARTICLES,
  chooseKeywords,
  measureRecall,
  measureShare,
  NOTHING_ASKED,
  QUESTIONS,
  remember,
  showCards,
  type Asked,
} from './starter-set.ts';

// Thousands of searches: on a busy machine a test takes longer than the five seconds it has by itself.
vi.setConfig({ testTimeout: 60_000 });

const DEPTH = 5;
const INDEX = makeSearchIndex(ARTICLES);
const send = remember((text) => INDEX.search(text, DEPTH));
const type = (text: string) => INDEX.searchTyped(text, DEPTH).hits;

const FIRST: Asked[] = QUESTIONS.map(({ q, rel }) => ({ text: q, rel }));
const AGAIN: Asked[] = QUESTIONS.flatMap(({ again, rel }) => (again ? [{ text: again, rel }] : []));
const ALL = [...FIRST, ...AGAIN];
const isChinese = ({ text }: Asked) => /\p{Script=Han}{4}/u.test(text);
const CHINESE = ALL.filter(isChinese);
const ENGLISH = ALL.filter((asked) => !isChinese(asked));

test('the questions are many, of every pack, and in nobody’s words but the customers’', () => {
  const names = new Set(ARTICLES.flatMap(({ title, aliases }) => [title, ...aliases]));
  const ids = new Set(ARTICLES.map(({ id }) => id));
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(120);
  expect(new Set(QUESTIONS.map(({ rel }) => rel[0]?.split('.')[0]))).toHaveProperty('size', 4);
  expect(ALL.filter(({ text }) => names.has(text))).toEqual([]);
  expect(ALL.flatMap(({ rel }) => rel).filter((id) => !ids.has(id))).toEqual([]);
  expect(NOTHING_ASKED.length).toBeGreaterThanOrEqual(100);
});

describe('a right article is among the first five', () => {
  test.each([
    // who asks, how, floor
    ['a customer, first wording', FIRST, send, 0.85], // 0.881
    ['a customer, second wording', AGAIN, send, 0.6], // 0.667: written to share few words with the article
    ['a customer who writes Chinese', CHINESE, send, 0.79], // 0.828
    ['a customer who writes English', ENGLISH, send, 0.72], // 0.788
    ['an agent who types the same', ALL, type, 0.79], // 0.826
  ] as const)('for %s', (_who, asked, find, floor) => {
    expect(measureRecall(asked, find)).toBeGreaterThanOrEqual(floor);
  });
});

const SOUNDS = groupBySound(ARTICLES.flatMap(({ title, aliases }) => [title, ...aliases]));

describe('of what is found for a Chinese question as it was written, is still found', () => {
  const whole = measureRecall(CHINESE, send);

  test.each([
    ['with a character lost', loseOne, 0.93], // 0.961
    ['with two characters swapped', swapOne, 0.94], // 0.974
    ['with a character that sounds the same', (text: string) => mishearOne(text, SOUNDS), 0.93], // 0.968
    ['in Taiwan’s characters', writeTaiwanese, 0.99], // 1
    ['in Hong Kong’s characters', writeHongKongese, 0.99], // 1
    ['with a greeting and an order number', greetFirst, 0.91], // 0.948
    // The talk is about calling, waiting and asking again, as some articles of service-basics are.
    ['in a hundred characters of talk', buryInChatter, 0.64], // 0.675
  ])('%s', (_how, damage, floor) => {
    const damaged = CHINESE.map(({ text, rel }) => ({ text: damage(text), rel }));
    expect(damaged.filter(({ text }, at) => text === CHINESE[at]?.text).length).toBeLessThan(
      CHINESE.length / 20,
    );
    expect(measureRecall(damaged, send) / whole).toBeGreaterThanOrEqual(floor);
  });
});

describe('by two words of its title an article is found', () => {
  const titles = ARTICLES.map((article) => ({ words: chooseKeywords(article), rel: [article.id] })).filter(
    ({ words }) => words.length === 2,
  );

  test.each([
    ['as they are', (words: readonly string[]) => words.join(' '), 0.98], // 1
    ['in pinyin', spellWords, 0.97], // 1
    ['in pinyin, in one go', (words: readonly string[]) => spellWords(words).replace(' ', ''), 0.97], // 1
    ['by first letters', abbreviateWords, 0.95], // 1
  ])('%s', (_how, write, floor) => {
    const typed = titles.map(({ words, rel }) => ({ text: write(words), rel }));
    expect(typed.length).toBeGreaterThan(100);
    expect(measureRecall(typed, type)).toBeGreaterThanOrEqual(floor);
  });
});

describe('cards', () => {
  const shown = FIRST.map(({ text, rel }) => ({
    rel,
    ids: showCards(INDEX, text).map(({ article }) => article.id),
  }));

  test('come for few of the messages that ask nothing', () => {
    expect(
      measureShare(NOTHING_ASKED, (message) => showCards(INDEX, message).length > 0),
    ).toBeLessThanOrEqual(0.03);
  });

  test('come for the questions', () => {
    // 0.931
    expect(measureShare(shown, ({ ids }) => ids.length > 0)).toBeGreaterThanOrEqual(0.9);
  });

  test('hold a right article when they come', () => {
    const come = shown.filter(({ ids }) => ids.length > 0);
    const isRight = (id: string | undefined, rel: readonly string[]) => id !== undefined && rel.includes(id);
    // 0.750, and 0.649 for the first card
    expect(measureShare(come, ({ rel, ids }) => ids.some((id) => isRight(id, rel)))).toBeGreaterThanOrEqual(
      0.72,
    );
    expect(measureShare(come, ({ rel, ids }) => isRight(ids[0], rel))).toBeGreaterThanOrEqual(0.62);
  });
});

/** Each in a contact of its own, answered with a right article. */
function teachFrom(asked: readonly Asked[]): Lesson[] {
  return asked.map(({ text, rel }, at) =>
    makeLesson({ question: text, articleId: rel[0] ?? '', contactId: `contact-${at}` }),
  );
}

function learn(lessons: readonly Lesson[]) {
  const index = makeSearchIndex(ARTICLES);
  index.teach(weighLessons(lessons, MORNING));
  return remember((text) => index.search(text, DEPTH));
}

describe('learning', () => {
  const twice = QUESTIONS.filter(({ again }) => again !== undefined);
  const once: Asked[] = QUESTIONS.filter(({ again }) => again === undefined).map(({ q, rel }) => ({
    text: q,
    rel,
  }));
  const firstOfTwo: Asked[] = twice.map(({ q, rel }) => ({ text: q, rel }));

  test.each([
    ['the first wordings lift the second', firstOfTwo, AGAIN, 0.2], // 0.667 to 0.95
    ['the second wordings lift the first', AGAIN, firstOfTwo, 0.1], // 0.833 to 0.983
  ])('%s', (_what, taught, asked, lift) => {
    const after = measureRecall(asked, learn(teachFrom(taught)));
    expect(after - measureRecall(asked, send)).toBeGreaterThanOrEqual(lift);
  });

  test('takes nothing from what was not taught', () => {
    const find = learn(teachFrom([...firstOfTwo, ...AGAIN]));
    expect(measureRecall(once, send) - measureRecall(once, find)).toBeLessThanOrEqual(0.01);
  });

  test('is not spoilt by twenty wrong insertions in one contact', () => {
    const wrong = FIRST.filter((_, at) => at % 8 === 0).map(({ text }, at) =>
      makeLesson({ question: text, articleId: ARTICLES[at * 7]?.id ?? '', contactId: 'noisy' }),
    );
    expect(wrong.length).toBeGreaterThanOrEqual(20);
    const find = learn(wrong);
    for (const asked of [FIRST, AGAIN, CHINESE, ENGLISH]) {
      expect(measureRecall(asked, send) - measureRecall(asked, find)).toBeLessThanOrEqual(0.01);
    }
  });
});
