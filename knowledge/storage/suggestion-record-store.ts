import {
  identifySuggestionRecord,
  mergeOutcome,
  type SuggestionOutcome,
  type SuggestionRecord,
} from '../interactions/index.ts';
import { NO_USAGE, type ArticleUsage } from '../suggestions/index.ts';
import type { Clock } from '../../utils/time/clock.ts';
import type { WorkDatabase } from './databases.ts';
import { guardStorage } from './storage-failure.ts';

export interface SuggestionEvent {
  contactId: string;
  turnId: string;
  articleIds: readonly string[];
  outcome: SuggestionOutcome;
}

/** What became of suggestions. */
export interface SuggestionRecordStore {
  /** Repeating an event changes nothing; a weaker outcome never replaces a stronger one. */
  record(event: SuggestionEvent): Promise<void>;
  listForContact(contactId: string): Promise<SuggestionRecord[]>;
  readUsage(articleIds: readonly string[]): Promise<Map<string, ArticleUsage>>;
}

export function createSuggestionRecordStore(database: WorkDatabase, clock: Clock): SuggestionRecordStore {
  const { suggestionRecords } = database;
  return {
    record: ({ contactId, turnId, articleIds, outcome }) =>
      guardStorage(() =>
        database.transaction('rw', suggestionRecords, async () => {
          const ids = articleIds.map((articleId) => identifySuggestionRecord(contactId, turnId, articleId));
          const before = await suggestionRecords.bulkGet(ids);
          const rows = articleIds.map((articleId, at): SuggestionRecord => {
            const known = before[at];
            const merged = mergeOutcome(known?.outcome, outcome);
            return known?.outcome === merged
              ? known
              : { id: ids[at] ?? '', v: 1, contactId, articleId, outcome: merged, helped: null, at: clock() };
          });
          await suggestionRecords.bulkPut(rows);
        }),
      ),
    listForContact: (contactId) => guardStorage(() => suggestionRecords.where({ contactId }).toArray()),
    readUsage: (articleIds) =>
      guardStorage(async () => {
        const rows = await suggestionRecords
          .where('articleId')
          .anyOf([...articleIds])
          .toArray();
        return new Map(
          articleIds.map((id) => [id, summarise(rows.filter(({ articleId }) => articleId === id))]),
        );
      }),
  };
}

function summarise(records: readonly SuggestionRecord[]): ArticleUsage {
  const inserted = records.filter(({ outcome }) => outcome === 'inserted');
  if (inserted.length === 0) return NO_USAGE;
  const judged = inserted.filter(({ helped }) => helped !== null);
  const helped = judged.filter((record) => record.helped === 1);
  return { inserted: inserted.length, helpedShare: judged.length > 0 ? helped.length / judged.length : null };
}
