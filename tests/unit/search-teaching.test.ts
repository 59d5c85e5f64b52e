/** Lessons reach the index in pieces, so that no keystroke waits for thousands of them; the newest count. */
import { describe, expect, test } from 'vitest';
import { createTeacher } from '../../entrypoints/search-worker/follow-lessons.ts';
import type { TaughtQuestion } from '../../knowledge/learning/index.ts';
import type { SearchIndex } from '../../knowledge/search/index.ts';
import { makeArticle } from '../support/make-article.ts';
import { makeLesson } from '../support/make-lesson.ts';
import { findIds, makeSearchIndex } from '../support/make-search-index.ts';

const CONTRACT = makeArticle({ id: 'contract', title: '合约机解约', aliases: [], tags: [] });
const REFUND = makeArticle({ id: 'refund', title: '退款多久到账', aliases: [], tags: [] });
const QUESTION = 'gprs 好卡顿';

const makeTaught = (articleId: string, question = QUESTION): TaughtQuestion => ({
  question,
  articleId,
  weight: 0.75,
});

/** Pauses that end when they are told to. */
function makePauses() {
  const waiting: (() => void)[] = [];
  let pauses = 0;
  const pause = () =>
    new Promise<void>((resolve) => {
      pauses += 1;
      waiting.push(resolve);
    });
  const goOn = async () => {
    while (waiting.length > 0) {
      for (const resolve of waiting.splice(0)) resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
  };
  return { pause, goOn, count: () => pauses };
}

describe('an index that is taught in pieces', () => {
  test('answers as before until it is done, then as one that was taught at once', async () => {
    const many = Array.from({ length: 400 }, (_, at) => makeTaught('refund', `第${at}种说法`));
    const index = makeSearchIndex([CONTRACT, REFUND]);
    const { pause, goOn, count } = makePauses();
    const teaching = index.teachInPieces([makeTaught('contract'), ...many], pause);
    expect(findIds(index, QUESTION)).toEqual([]);
    await goOn();
    await teaching;
    expect(count()).toBeGreaterThan(5);
    const atOnce = makeSearchIndex([CONTRACT, REFUND]);
    atOnce.teach([makeTaught('contract'), ...many]);
    for (const question of [QUESTION, '第7种说法', '退款']) {
      expect(index.search(question, 5)).toEqual(atOnce.search(question, 5));
    }
    expect(findIds(index, QUESTION)).toEqual(['contract']);
  });

  test('keeps what came later, whichever is done first', async () => {
    const index = makeSearchIndex([CONTRACT, REFUND]);
    const first = makePauses();
    const earlier = index.teachInPieces([makeTaught('contract')], first.pause);
    await index.teachInPieces([makeTaught('refund')], () => Promise.resolve());
    await first.goOn();
    await earlier;
    expect(findIds(index, QUESTION)).toEqual(['refund']);
  });

  test('forgets when nothing is taught', async () => {
    const index = makeSearchIndex([CONTRACT, REFUND]);
    index.teach([makeTaught('contract')]);
    expect(findIds(index, QUESTION)).toEqual(['contract']);
    await index.teachInPieces([], () => Promise.resolve());
    expect(findIds(index, QUESTION)).toEqual([]);
  });
});

describe('the teacher of the index that answers', () => {
  const NOW = 1_760_000_000_000;
  const lessonFor = (articleId: string) => makeLesson({ question: QUESTION, articleId, at: NOW });

  test('teaches another one that took its place meanwhile', async () => {
    const old = makeSearchIndex([CONTRACT, REFUND]);
    const next = makeSearchIndex([CONTRACT, REFUND]);
    let answering = old;
    const following = createTeacher(() => NOW).follow([lessonFor('contract')], () => answering);
    answering = next;
    await following;
    expect(findIds(next, QUESTION)).toEqual(['contract']);
  });

  test('gives an index that is being prepared what is learned before it is ready', async () => {
    const answering = makeSearchIndex([CONTRACT, REFUND]);
    const next = makeSearchIndex([CONTRACT, REFUND]);
    const teacher = createTeacher(() => NOW);
    const preparing = teacher.teach(next);
    const following = teacher.follow([lessonFor('refund')], () => answering);
    await Promise.all([preparing, following]);
    expect([answering, next].map((index: SearchIndex) => findIds(index, QUESTION))).toEqual([
      ['refund'],
      ['refund'],
    ]);
  });

  test('counts a lesson by its age on the clock it is given', async () => {
    const index = makeSearchIndex([CONTRACT, REFUND]);
    const years = 2 * 365 * 86_400_000;
    await createTeacher(() => NOW + years).follow([lessonFor('contract')], () => index);
    expect(findIds(index, QUESTION)).toEqual([]);
  });
});
