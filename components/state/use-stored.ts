/** What the knowledge place shows, live: rows of a store, or that they cannot be read. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { KnowledgeGap } from '../../knowledge/gaps/index.ts';
import { proposeAliases, type AliasProposal, type Lesson } from '../../knowledge/learning/index.ts';
import type { SynonymGroup } from '../../knowledge/synonyms/index.ts';
import type { Article } from '../../knowledge/articles/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { usePanelStore } from './panel-store.ts';
import { useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';

export type Stored<TValue> = { state: 'reading' } | { state: 'read'; value: TValue } | { state: 'failed' };

const READING = { state: 'reading' } as const;

function useStored<TValue>(read: () => Promise<TValue>, sources: readonly unknown[]): Stored<TValue> {
  return useLiveQuery(
    () =>
      read().then(
        (value): Stored<TValue> => ({ state: 'read', value }),
        (error: unknown): Stored<TValue> => {
          reportError('panel/read-stored', error);
          return { state: 'failed' };
        },
      ),
    [...sources],
    READING,
  );
}

export interface LearnedRows {
  lessons: Lesson[];
  /** Of the lessons; those that were removed since are missing. */
  articles: ReadonlyMap<string, Article>;
}

export function useLessons(): Stored<LearnedRows> {
  const { lessons, articles } = useRecords();
  return useStored(async () => {
    const rows = await lessons.list();
    const ids = [...new Set(rows.map(({ articleId }) => articleId))];
    return { lessons: rows, articles: await articles.findMany(ids) };
  }, [lessons, articles]);
}

export function useGaps(): Stored<KnowledgeGap[]> {
  const { gaps } = useRecords();
  return useStored(() => gaps.list(), [gaps]);
}

export function useTeamSynonyms(): Stored<SynonymGroup[]> {
  const { synonyms } = useRecords();
  return useStored(() => synonyms.list(), [synonyms]);
}

interface RemovableStore<TRow> {
  remove(ids: readonly string[]): Promise<void>;
  restore(rows: readonly TRow[]): Promise<void>;
}

/** Takes a row away at once and offers it back, instead of asking first. */
export function useRemoval<TRow extends { id: string }>(store: RemovableStore<TRow>): (row: TRow) => void {
  return (row) => {
    const tell = (error: unknown) => sayNotStored('panel/remove-row', error);
    const undo = () => store.restore([row]).catch(tell);
    store
      .remove([row.id])
      .then(() => usePanelStore.getState().notify({ kind: 'removed', undo }))
      .catch(tell);
  };
}

/** What could be added to articles so that they are found by what customers really say. */
export function useAliasProposals(): Stored<AliasProposal[]> {
  const { lessons, articles } = useRecords();
  return useStored(async () => {
    const learned = await lessons.list();
    if (learned.length === 0) return [];
    return proposeAliases(learned, await articles.listChangedSince(0), Date.now());
  }, [lessons, articles]);
}

/** @returns adds a question to an article and tells the person; false when the article takes no more */
export function useAliasAdding(): (articleId: string, alias: string, title: string) => Promise<boolean> {
  const { articles } = useRecords();
  return async (articleId, alias, title) => {
    try {
      const isAdded = await articles.addAliases(articleId, [alias]);
      usePanelStore.getState().notify(isAdded ? { kind: 'alias-added', title } : { kind: 'alias-refused' });
      return isAdded;
    } catch (error) {
      sayNotStored('panel/add-alias', error);
      return false;
    }
  };
}
