import { Dexie } from 'dexie';
import {
  identifySuggestionRecord,
  mergeOutcome,
  type SuggestionOutcome,
  type SuggestionRecord,
} from '../interactions/index.ts';
import { NO_USAGE, type ArticleUsage } from '../suggestions/index.ts';
import { DAY, type Clock } from '../../utils/time/clock.ts';
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
  /** What was inserted often and lately, best first. */
  listFavourites(limit: number): Promise<Favourite[]>;
}

/** An article somebody inserts again and again. */
export interface Favourite {
  articleId: string;
  /** How often in the last 90 days. */
  inserted: number;
  /** Epoch milliseconds. */
  lastAt: number;
}

/** Two weeks make an insertion count half: what campaigns and shifts last. */
const FAVOURITE_HALF_LIFE_DAYS = 14;
/** After six half-lives an insertion says nothing more. */
const FAVOURITE_DAYS = 90;

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
    listFavourites: (limit) =>
      guardStorage(async () =>
        rankFavourites(await listInserted(database, clock()), clock()).slice(0, limit),
      ),
  };
}

/** Only those that count for a favourite, by the index: nearly all rows say no more than "shown". */
function listInserted({ suggestionRecords }: WorkDatabase, now: number): Promise<SuggestionRecord[]> {
  const inserted = 'inserted' satisfies SuggestionOutcome;
  return suggestionRecords
    .where('[outcome+at]')
    .between([inserted, now - FAVOURITE_DAYS * DAY], [inserted, Dexie.maxKey])
    .toArray();
}

function rankFavourites(inserted: readonly SuggestionRecord[], now: number): Favourite[] {
  const byArticle = new Map<string, Favourite & { score: number }>();
  for (const { articleId, at } of inserted) {
    const before = byArticle.get(articleId) ?? { articleId, inserted: 0, lastAt: at, score: 0 };
    byArticle.set(articleId, {
      articleId,
      inserted: before.inserted + 1,
      lastAt: Math.max(before.lastAt, at),
      score: before.score + 0.5 ** (Math.max(0, now - at) / DAY / FAVOURITE_HALF_LIFE_DAYS),
    });
  }
  return [...byArticle.values()]
    .toSorted((left, right) => right.score - left.score || right.lastAt - left.lastAt)
    .map(({ score: _score, ...favourite }) => favourite);
}

function summarise(inserted: readonly SuggestionRecord[]): ArticleUsage {
  if (inserted.length === 0) return NO_USAGE;
  const judged = inserted.filter(({ helped }) => helped !== null);
  const helped = judged.filter((record) => record.helped === 1);
  return { inserted: inserted.length, helpedShare: judged.length > 0 ? helped.length / judged.length : null };
}
