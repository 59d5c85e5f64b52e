import { describe, expect, test } from 'vitest';
import { mergeLessonKind, weighLessons } from '../../knowledge/learning/index.ts';
import { MORNING } from '../support/make-conversation.ts';
import { makeLesson } from '../support/make-lesson.ts';

const DAY = 86_400_000;
const weightOf = (lessons: Parameters<typeof weighLessons>[0], now = MORNING) =>
  weighLessons(lessons, now).map(({ weight }) => Number(weight.toFixed(3)));

describe('what lessons say together', () => {
  test('is nothing when there are none', () => {
    expect(weighLessons([], MORNING)).toEqual([]);
  });

  test('names the question, the article and what it counts', () => {
    expect(weighLessons([makeLesson()], MORNING)).toEqual([
      { question: '钱啥时候能退', articleId: 'test.refund', weight: 0.75 },
    ]);
  });

  test.each([
    ['inserted', 0.75],
    ['opened', 0.35],
    ['dismissed', -0.4],
  ] as const)('counts what was %s as %d', (kind, weight) => {
    expect(weightOf([makeLesson({ kind })])).toEqual([weight]);
  });

  test('is half after 90 days and nothing once it hardly counts', () => {
    const lesson = makeLesson();
    expect(weightOf([lesson], MORNING + 90 * DAY)).toEqual([0.375]);
    expect(weightOf([lesson], MORNING + 350 * DAY)).toEqual([0.051]);
    expect(weightOf([lesson], MORNING + 360 * DAY)).toEqual([]);
  });

  test('does not count for more because the clock was set back', () => {
    expect(weightOf([makeLesson()], MORNING - 30 * DAY)).toEqual([0.75]);
  });

  test('adds up towards 1 over several contacts', () => {
    const twice = [makeLesson(), makeLesson({ contactId: 'contact-2' })];
    expect(weightOf(twice)).toEqual([0.938]);
  });

  test('takes dismissals off', () => {
    const both = [makeLesson(), makeLesson({ contactId: 'contact-2', kind: 'dismissed' })];
    expect(weightOf(both)).toEqual([0.35]);
  });

  test('takes a question for the same however it is written, in its newest words', () => {
    const both = [
      makeLesson({ question: 'SIM 卡丢了！' }),
      makeLesson({ question: 'ｓｉｍ卡，丢了', contactId: 'contact-2', at: MORNING + 1 }),
    ];
    expect(weighLessons(both, MORNING + 1)).toMatchObject([{ question: 'ｓｉｍ卡，丢了' }]);
  });

  test('keeps two articles for one question apart, the stronger first', () => {
    const both = [makeLesson({ articleId: 'test.weak', kind: 'opened' }), makeLesson()];
    expect(weighLessons(both, MORNING).map(({ articleId }) => articleId)).toEqual([
      'test.refund',
      'test.weak',
    ]);
  });

  test('twenty wrong insertions in one contact count a tenth each', () => {
    const noisy = Array.from({ length: 20 }, (_, at) => makeLesson({ question: `问题${at}号` }));
    expect(weightOf(noisy)).toEqual(Array.from({ length: 20 }, () => 0.1));
  });

  test('one noisy contact takes nothing from what others taught', () => {
    const noisy = Array.from({ length: 20 }, (_, at) => makeLesson({ question: `问题${at}号` }));
    const sound = makeLesson({ contactId: 'contact-2' });
    expect(weighLessons([...noisy, sound], MORNING)[0]).toMatchObject({
      question: sound.question,
      weight: 0.75,
    });
  });
});

describe('the same lesson again', () => {
  test.each([
    [undefined, 'dismissed', 'dismissed'],
    ['dismissed', 'opened', 'opened'],
    ['opened', 'dismissed', 'dismissed'],
    ['opened', 'inserted', 'inserted'],
    ['dismissed', 'inserted', 'inserted'],
    ['inserted', 'dismissed', 'inserted'],
    ['inserted', 'opened', 'inserted'],
  ] as const)('after %s and then %s is %s', (before, now, after) => {
    expect(mergeLessonKind(before, now)).toBe(after);
  });
});
