import type { ComplaintCase } from '../complaints/index.ts';
import type { Clock } from '../../utils/time/clock.ts';
import type { WorkDatabase } from './databases.ts';
import { guardStorage } from './storage-failure.ts';

/** Complaints as they stand, one a contact. */
export interface CaseStore {
  find(id: string): Promise<ComplaintCase | undefined>;
  /** All of one chat, oldest first: what was granted before, how often the customer came. */
  listForConversation(conversationKey: string): Promise<ComplaintCase[]>;
  /**
   * Changes a case in one transaction. A change that gives the same case back writes nothing.
   *
   * @param opening the case to begin with where there is none yet
   */
  change(opening: ComplaintCase, change: (known: ComplaintCase) => ComplaintCase): Promise<ComplaintCase>;
}

export function createCaseStore(database: WorkDatabase, clock: Clock): CaseStore {
  const { cases } = database;
  return {
    find: (id) => guardStorage(() => cases.get(id)),
    listForConversation: (conversationKey) =>
      guardStorage(() => cases.where('conversationKey').equals(conversationKey).sortBy('openedAt')),
    change: (opening, change) =>
      guardStorage(() =>
        database.transaction('rw', cases, async () => {
          const stored = await cases.get(opening.id);
          const changed = change(stored ?? opening);
          if (changed === stored) return stored;
          const row = { ...changed, changedAt: clock() };
          await cases.put(row);
          return row;
        }),
      ),
  };
}
