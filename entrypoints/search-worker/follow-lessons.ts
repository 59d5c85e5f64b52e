/** Teaches the index what use has taught. In pieces: thousands of questions take longer than a keystroke may. */
import { weighLessons, type Lesson } from '../../knowledge/learning/index.ts';
import type { SearchIndex } from '../../knowledge/search/index.ts';
import type { Clock } from '../../utils/time/clock.ts';
import { pause } from './pause.ts';

export interface Teacher {
  /** Resolves when the index knows the newest lessons. */
  teach(index: SearchIndex): Promise<void>;
  /** @param readIndex the one that answers; another can take its place meanwhile */
  follow(newest: readonly Lesson[], readIndex: () => SearchIndex): Promise<void>;
}

/** @param clock how much a lesson counts depends on its age */
export function createTeacher(clock: Clock): Teacher {
  let lessons: readonly Lesson[] = [];
  const teach = async (index: SearchIndex) => {
    let taught: readonly Lesson[];
    do {
      taught = lessons;
      await index.teachInPieces(weighLessons(taught, clock()), pause);
    } while (taught !== lessons);
  };
  return {
    teach,
    async follow(newest, readIndex) {
      lessons = newest;
      let index: SearchIndex;
      do {
        index = readIndex();
        await teach(index);
      } while (index !== readIndex());
    },
  };
}
