import { describe, expect, test } from 'vitest';
import type { Lesson } from '../../knowledge/learning/index.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';
import { makeLesson } from '../support/make-lesson.ts';

const ASKED = { question: '退款啥时候到', articleId: 'test.refund', contactId: 'contact-1' };
const inserted = (change: Partial<typeof ASKED> = {}) => ({ ...ASKED, ...change, kind: 'inserted' as const });
const numbered = (count: number): Lesson[] =>
  Array.from({ length: count }, (_, at) => makeLesson({ question: `问题第${at}`, at: at + 1 }));

describe('learning', () => {
  test('keeps who was asked what, when, and what came of it', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.lessons.learn(inserted());
    expect(await knowledge.lessons.list()).toEqual([makeLesson({ ...inserted(), at: clock() })]);
  });

  test('lists the newest first', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.lessons.learn(inserted());
    clock.advance(1);
    await knowledge.lessons.learn(inserted({ question: '发票呢' }));
    expect((await knowledge.lessons.list()).map(({ question }) => question)).toEqual([
      '发票呢',
      '退款啥时候到',
    ]);
  });

  test('masks what identifies the customer, also behind line breaks and hidden characters', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.lessons.learn(inserted({ question: '我的号\n138\u200B0013\n8000  退款呢' }));
    expect((await knowledge.lessons.list())[0]?.question).toBe('我的号 [手机号*8000] 退款呢');
  });

  test('keeps 200 characters, and never half a number that was cut off', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.lessons.learn(inserted({ question: `${'退'.repeat(192)} 13800138000` }));
    await knowledge.lessons.learn(inserted({ question: `${'款'.repeat(199)}😀` }));
    const questions = (await knowledge.lessons.list()).map(({ question }) => question);
    expect(questions.filter((question) => question.length > 200 || !question.isWellFormed())).toEqual([]);
    expect(questions.join()).not.toContain('138');
  });

  test.each(['', '  ', '12345678', '13800138000', 'a@b.cn 好', '退', '😀😀😀', '？？', 'A1'])(
    'learns nothing from %j',
    async (question) => {
      const { knowledge } = await makeKnowledgeBase();
      await knowledge.lessons.learn(inserted({ question }));
      expect(await knowledge.lessons.list()).toEqual([]);
    },
  );

  test('twice the same, however it is written, is one lesson and no second write', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.lessons.learn(inserted());
    const before = await knowledge.lessons.list();
    clock.advance(1_000);
    await knowledge.lessons.learn(inserted({ question: '退款，啥时候到？' }));
    expect(await knowledge.lessons.list()).toEqual(before);
  });

  test('in another contact or for another article is another lesson', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.lessons.learn(inserted());
    await knowledge.lessons.learn(inserted({ contactId: 'contact-2' }));
    await knowledge.lessons.learn(inserted({ articleId: 'test.other' }));
    expect(await knowledge.lessons.list()).toHaveLength(3);
  });

  test('lets an insertion follow anything, and nothing follow an insertion', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const kindAfter = async (kind: Lesson['kind']) => {
      await knowledge.lessons.learn({ ...ASKED, kind });
      return (await knowledge.lessons.list()).map((lesson) => lesson.kind);
    };
    expect(await kindAfter('opened')).toEqual(['opened']);
    expect(await kindAfter('dismissed')).toEqual(['dismissed']);
    expect(await kindAfter('inserted')).toEqual(['inserted']);
    expect(await kindAfter('dismissed')).toEqual(['inserted']);
    expect(await kindAfter('opened')).toEqual(['inserted']);
  });

  test('forgets the oldest when there are more than 5,000', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.lessons.restore(numbered(5_000));
    await knowledge.lessons.learn(inserted());
    const questions = (await knowledge.lessons.list()).map(({ question }) => question);
    expect(questions).toHaveLength(5_000);
    expect(questions[0]).toBe('退款啥时候到');
    expect(questions.at(-1)).toBe('问题第1');
  });
});

describe('removing lessons', () => {
  test('takes these away, and restoring brings them back as they were', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const [first, second, third] = numbered(3);
    if (!first || !second || !third) throw new Error('three were made');
    await knowledge.lessons.restore([first, second, third]);
    await knowledge.lessons.remove([first.id, third.id]);
    expect(await knowledge.lessons.list()).toEqual([second]);
    await knowledge.lessons.restore([first, third]);
    expect(await knowledge.lessons.list()).toEqual([third, second, first]);
  });

  test('restored does not undo what was learned meanwhile', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.lessons.learn({ ...ASKED, kind: 'opened' });
    const removed = await knowledge.lessons.list();
    await knowledge.lessons.remove(removed.map(({ id }) => id));
    await knowledge.lessons.learn(inserted());
    await knowledge.lessons.restore(removed);
    expect(await knowledge.lessons.list()).toMatchObject([{ kind: 'inserted' }]);
  });
});
