import type { Assessment } from '../assessment/index.ts';
import type { WorkDatabase } from './databases.ts';
import { guardStorage } from './storage-failure.ts';

/** Assessments, and what saving one means for the contact and its suggestions. */
export interface AssessmentStore {
  /** Saves and marks the contact wrapped up, both or neither. Saving the same id again replaces it. */
  save(assessment: Assessment): Promise<void>;
  findForContacts(contactIds: readonly string[]): Promise<Map<string, Assessment>>;
}

export function createAssessmentStore(database: WorkDatabase): AssessmentStore {
  const { assessments, contacts, suggestionRecords } = database;
  return {
    save: (assessment) =>
      guardStorage(() =>
        database.transaction('rw', assessments, contacts, suggestionRecords, async () => {
          await assessments.put(assessment);
          await contacts.update(assessment.contactId, { wrapUp: 'done' });
          await suggestionRecords
            .where('contactId')
            .equals(assessment.contactId)
            .modify({ helped: assessment.isResolvedFirstTime ? 1 : 0 });
        }),
      ),
    findForContacts: (contactIds) =>
      guardStorage(async () => {
        const rows = await assessments
          .where('contactId')
          .anyOf([...contactIds])
          .toArray();
        return new Map(rows.map((row) => [row.contactId, row]));
      }),
  };
}
