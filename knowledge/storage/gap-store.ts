import {
  compareGaps,
  countGap,
  identifyGap,
  isBeginningOf,
  isCounted,
  uncountGap,
  type GapEvent,
  type KnowledgeGap,
} from '../gaps/index.ts';
import { asksSomething } from '../privacy/index.ts';
import type { Clock } from '../../utils/time/clock.ts';
import type { WorkDatabase } from './databases.ts';
import { pickAbsent } from './pick-absent.ts';
import { guardStorage } from './storage-failure.ts';
import { toStoredQuestion } from './stored-question.ts';

/** What was asked and not answered well: evidence that an article is missing. */
export interface GapStore {
  /**
   * Counts it, masked, once for each contact. A search that goes on as somebody types (“退款”, then “退款运费”) is one
   * gap, the longer one; so is a customer's turn that grows line by line. What asks nothing in words is none.
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
        if (!asksSomething(event.question)) return;
        await database.transaction('rw', gaps, async () => {
          const now = clock();
          const known = await gaps.toArray();
          if (known.some((gap) => isCounted(gap, event))) return;
          const begun = known.filter((gap) => isBeginningOf(gap, event, now));
          await takeBack(gaps, begun, event.contactId);
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

async function takeBack(
  gaps: WorkDatabase['gaps'],
  begun: readonly KnowledgeGap[],
  contactId: string,
): Promise<void> {
  for (const gap of begun) {
    const rest = uncountGap(gap, contactId);
    await (rest ? gaps.put(rest) : gaps.delete(gap.id));
  }
}

async function dropOldest(gaps: WorkDatabase['gaps']): Promise<void> {
  const surplus = (await gaps.count()) - MOST_GAPS;
  if (surplus > 0) await gaps.bulkDelete(await gaps.orderBy('lastAt').limit(surplus).primaryKeys());
}
