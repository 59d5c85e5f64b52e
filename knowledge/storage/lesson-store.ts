import { identifyLesson, mergeLessonKind, type Lesson, type LessonKind } from '../learning/index.ts';
import { asksSomething } from '../privacy/index.ts';
import type { Clock } from '../../utils/time/clock.ts';
import type { WorkDatabase } from './databases.ts';
import { pickAbsent } from './pick-absent.ts';
import { guardStorage } from './storage-failure.ts';
import { toStoredQuestion } from './stored-question.ts';

export interface LessonEvent {
  /** As the customer or agent wrote it; masked here before it is kept. */
  question: string;
  articleId: string;
  contactId: string;
  kind: LessonKind;
}

/** What use has taught, question by question. */
export interface LessonStore {
  /** Learning the same thing twice changes nothing; what asks nothing (a number, a smiley) teaches nothing. */
  learn(event: LessonEvent): Promise<void>;
  /** Newest first. */
  list(): Promise<Lesson[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Takes a removal back. */
  restore(lessons: readonly Lesson[]): Promise<void>;
}

/** About half a year of a busy agent; the index relearns all of them at every start. */
const MOST_LESSONS = 5_000;

export function createLessonStore(database: WorkDatabase, clock: Clock): LessonStore {
  const { lessons } = database;
  return {
    learn: ({ question: asked, articleId, contactId, kind }) =>
      guardStorage(async () => {
        const question = toStoredQuestion(asked);
        if (!asksSomething(question)) return;
        const id = identifyLesson(contactId, question, articleId);
        await database.transaction('rw', lessons, async () => {
          const before = await lessons.get(id);
          const merged = mergeLessonKind(before?.kind, kind);
          // Every write wakes the queries that watch these rows.
          if (before?.kind === merged) return;
          await lessons.put({ id, v: 1, question, articleId, contactId, kind: merged, at: clock() });
          await dropOldest(lessons);
        });
      }),
    list: () => guardStorage(() => lessons.orderBy('at').reverse().toArray()),
    remove: (ids) => guardStorage(() => lessons.bulkDelete([...ids])),
    restore: (removed) =>
      guardStorage(() =>
        database.transaction('rw', lessons, async () => {
          const there = await lessons.bulkGet(removed.map(({ id }) => id));
          await lessons.bulkPut(pickAbsent(removed, there));
        }),
      ),
  };
}

async function dropOldest(lessons: WorkDatabase['lessons']): Promise<void> {
  const surplus = (await lessons.count()) - MOST_LESSONS;
  if (surplus > 0) await lessons.bulkDelete(await lessons.orderBy('at').limit(surplus).primaryKeys());
}
