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
          const changed = articleIds.flatMap((articleId, at): SuggestionRecord[] => {
            const known = before[at]?.outcome;
            const merged = mergeOutcome(known, outcome);
            if (known === merged) return [];
            const id = ids[at] ?? '';
            return [{ id, v: 1, contactId, articleId, outcome: merged, helped: null, at: clock() }];
          });
          // Every write wakes the queries that watch these rows.
          if (changed.length > 0) await suggestionRecords.bulkPut(changed);
        }),
      ),
    listForContact: (contactId) => guardStorage(() => suggestionRecords.where({ contactId }).toArray()),
    readUsage: (articleIds) =>
      guardStorage(async () => {
        // Asked at every message and keystroke; nearly all rows say no more than "shown".
        const inserted = await suggestionRecords
          .where('[articleId+outcome]')
          .anyOf(articleIds.map((id) => [id, 'inserted' satisfies SuggestionOutcome]))
          .toArray();
        return new Map(
          articleIds.map((id) => [id, summarise(inserted.filter(({ articleId }) => articleId === id))]),
        );
      }),
  };
}

function summarise(inserted: readonly SuggestionRecord[]): ArticleUsage {
  if (inserted.length === 0) return NO_USAGE;
  const judged = inserted.filter(({ helped }) => helped !== null);
  const helped = judged.filter((record) => record.helped === 1);
  return { inserted: inserted.length, helpedShare: judged.length > 0 ? helped.length / judged.length : null };
}
