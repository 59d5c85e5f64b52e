import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { LESSON_KINDS, weighLessons, type Lesson } from '../../knowledge/learning/index.ts';
import { foldToLetters } from '../../utils/text/fold-to-letters.ts';
import { makeLesson } from '../support/make-lesson.ts';

const DAY = 86_400_000;
const NOW = 400 * DAY;

const lesson = fc
  .record({
    question: fc.constantFrom('退款', '退 款', '发票', '发票抬头', 'refund', 'Refund!', '😀', ''),
    articleId: fc.constantFrom('test.a', 'test.b'),
    contactId: fc.constantFrom('contact-1', 'contact-2', 'contact-3', 'contact-4'),
    kind: fc.constantFrom(...LESSON_KINDS),
    at: fc.integer({ min: 0, max: NOW + 10 * DAY }),
  })
  .map((fields) => makeLesson(fields));
const lessons = fc.array(lesson, { maxLength: 40 });
const helpful = lesson.filter(({ kind }) => kind !== 'dismissed');
const shuffled = lessons.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

test.prop([lessons])('every weight is between −1 and 1, and none is nothing', (list) => {
  for (const { weight } of weighLessons(list, NOW)) {
    expect(Math.abs(weight)).toBeGreaterThan(0);
    expect(Math.abs(weight)).toBeLessThanOrEqual(1);
  }
});

test.prop([shuffled])('the order of lessons does not matter, to the last digit', ([list, otherwise]) => {
  expect(weighLessons(otherwise, NOW)).toEqual(weighLessons(list, NOW));
});

test.prop([fc.array(fc.tuple(fc.nat({ max: 400 }), fc.constantFrom(...LESSON_KINDS)), { maxLength: 60 })])(
  'one contact teaches at most 2 in all',
  (said) => {
    const list = said.map(([age, kind], at) =>
      makeLesson({ question: `问题${at}`, kind, at: NOW - age * DAY }),
    );
    const total = weighLessons(list, NOW).reduce((sum, { weight }) => sum + Math.abs(weight), 0);
    expect(total).toBeLessThanOrEqual(2 + 1e-9);
  },
);

test.prop([lessons, helpful, fc.nat({ max: 500 * DAY })])(
  'an older insertion or opening never counts for more',
  (others, one, older) => {
    const weigh = (each: Lesson) => {
      const found = weighLessons([each], NOW).at(0)?.weight ?? 0;
      const among = weighLessons(
        [...others.filter(({ contactId }) => contactId !== each.contactId), each],
        NOW,
      );
      return { alone: found, best: among.at(0)?.weight ?? -1 };
    };
    const [now, then] = [weigh(one), weigh({ ...one, at: one.at - older })];
    expect(then.alone).toBeLessThanOrEqual(now.alone);
    expect(then.best).toBeLessThanOrEqual(now.best + 1e-12);
  },
);

test.prop([lessons.map((list) => list.filter(({ kind }) => kind !== 'dismissed')), fc.nat({ max: 400 })])(
  'nothing grows by waiting while nobody dismissed it',
  (list, days) => {
    // The newest wording names a question, and may be the first that no longer counts.
    const keyed = (now: number) =>
      new Map(
        weighLessons(list, now).map(({ question, articleId, weight }) => [
          `${foldToLetters(question)}|${articleId}`,
          weight,
        ]),
      );
    const before = keyed(NOW);
    for (const [key, weight] of keyed(NOW + days * DAY)) {
      expect(weight).toBeLessThanOrEqual((before.get(key) ?? 0) + 1e-12);
    }
  },
);
