import { identifyLesson, type Lesson } from '../../knowledge/learning/index.ts';
import { MORNING } from './make-conversation.ts';

/** A lesson of which a test states only what matters to it; its id follows from what it says. */
export function makeLesson(overrides: Partial<Omit<Lesson, 'id'>> = {}): Lesson {
  const lesson: Omit<Lesson, 'id'> = {
    v: 1,
    question: '钱啥时候能退',
    articleId: 'test.refund',
    contactId: 'contact-1',
    kind: 'inserted',
    at: MORNING,
    ...overrides,
  };
  return { id: identifyLesson(lesson.contactId, lesson.question, lesson.articleId), ...lesson };
}
