import {
  compareGaps,
  countGap,
  identifyGap,
  isBeginningOf,
  TYPING_MS,
  uncountGap,
  type GapEvent,
  type KnowledgeGap,
} from '../gaps/index.ts';
import type { Clock } from '../../utils/time/clock.ts';
import type { WorkDatabase } from './databases.ts';
import { pickAbsent } from './pick-absent.ts';
import { guardStorage } from './storage-failure.ts';
import { countWrittenLetters, toStoredQuestion } from './stored-question.ts';

/** What was asked and not answered well: evidence that an article is missing. */
export interface GapStore {
  /**
   * Counts it, masked. A search that goes on as somebody types (“退”, then “退款”) is one gap, the longer one; what
   * has no letter in it is none.
   */
  note(event: GapEvent): Promise<void>;
  /** Asked most first. */
  list(): Promise<KnowledgeGap[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Takes a removal back. */
  restore(gaps: readonly KnowledgeGap[]): Promise<void>;
}

const MOST_GAPS = 1_000;

export function createGapStore(database: WorkDatabase, clock: Clock): GapStore {
  const { gaps } = database;
  return {
    note: (noted) =>
      guardStorage(async () => {
        const event = { ...noted, question: toStoredQuestion(noted.question) };
        if (countWrittenLetters(event.question) === 0) return;
        await database.transaction('rw', gaps, async () => {
          const now = clock();
          await takeBackBeginnings(gaps, event, now);
          await gaps.put(countGap(await gaps.get(identifyGap(event)), event, now));
          await dropOldest(gaps);
        });
      }),
    list: () => guardStorage(async () => (await gaps.toArray()).toSorted(compareGaps)),
    remove: (ids) => guardStorage(() => gaps.bulkDelete([...ids])),
    restore: (removed) =>
      guardStorage(() =>
        database.transaction('rw', gaps, async () => {
          const there = await gaps.bulkGet(removed.map(({ id }) => id));
          await gaps.bulkPut(pickAbsent(removed, there));
        }),
      ),
  };
}

async function takeBackBeginnings(gaps: WorkDatabase['gaps'], event: GapEvent, now: number): Promise<void> {
  const recent = await gaps
    .where('lastAt')
    .aboveOrEqual(now - TYPING_MS)
    .toArray();
  for (const gap of recent.filter((each) => isBeginningOf(each, event, now))) {
    const rest = uncountGap(gap);
    await (rest ? gaps.put(rest) : gaps.delete(gap.id));
  }
}

async function dropOldest(gaps: WorkDatabase['gaps']): Promise<void> {
  const surplus = (await gaps.count()) - MOST_GAPS;
  if (surplus > 0) await gaps.bulkDelete(await gaps.orderBy('lastAt').limit(surplus).primaryKeys());
}
