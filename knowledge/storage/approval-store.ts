import type { Approval } from '../complaints/index.ts';
import type { WorkDatabase } from './databases.ts';
import { guardStorage } from './storage-failure.ts';

/** Questions to somebody with more rights, and what was answered. */
export interface ApprovalStore {
  save(approval: Approval): Promise<void>;
  /** One transaction: an answer given meanwhile in another window is not lost. @returns the row as it is now */
  change(id: string, change: (asked: Approval) => Approval): Promise<Approval | undefined>;
  /** Oldest first. */
  listForContact(contactId: string): Promise<Approval[]>;
}

export function createApprovalStore(database: WorkDatabase): ApprovalStore {
  const { approvals } = database;
  return {
    save: (approval) =>
      guardStorage(async () => {
        await approvals.put(approval);
      }),
    change: (id, change) =>
      guardStorage(() =>
        database.transaction('rw', approvals, async () => {
          const asked = await approvals.get(id);
          if (!asked) return undefined;
          const answered = change(asked);
          await approvals.put(answered);
          return answered;
        }),
      ),
    listForContact: (contactId) =>
      guardStorage(() => approvals.where('contactId').equals(contactId).sortBy('askedAt')),
  };
}
