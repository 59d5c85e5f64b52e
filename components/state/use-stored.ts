/** What the knowledge place shows, live: rows of a store, or that they cannot be read. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { KnowledgeGap } from '../../knowledge/gaps/index.ts';
import { proposeAliases, type AliasProposal, type Lesson } from '../../knowledge/learning/index.ts';
import type { SynonymGroup } from '../../knowledge/synonyms/index.ts';
import type { Article, NamedArticle } from '../../knowledge/articles/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { usePanelStore } from './panel-store.ts';
import { createArticleReader } from './read-articles.ts';
import { useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';

export type Stored<TValue> = { state: 'reading' } | { state: 'read'; value: TValue } | { state: 'failed' };

const READING = { state: 'reading' } as const;

export function useStored<TValue>(read: () => Promise<TValue>, sources: readonly unknown[]): Stored<TValue> {
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

/**
 * Takes a row away at once and offers it back, instead of asking first.
 *
 * @returns whether it is gone
 */
export function useRemoval<TRow extends { id: string }>(
  store: RemovableStore<TRow>,
): (row: TRow) => Promise<boolean> {
  return async (row) => {
    const tell = (error: unknown) => sayNotStored('panel/remove-row', error);
    try {
      await store.remove([row.id]);
      sayRemoved(() => store.restore([row]).catch(tell));
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };
}

/** One Undo for all that was removed while it stood there: the one before must not be lost. */
function sayRemoved(undoThis: () => Promise<void>): void {
  const { notice, notify } = usePanelStore.getState();
  const before = notice?.kind === 'removed' ? notice : null;
  const undo = async () => {
    await Promise.all([before?.undo(), undoThis()]);
  };
  notify({ kind: 'removed', count: (before?.count ?? 0) + 1, undo });
}

/**
 * What could be added to articles so that they are found by what customers really say. All articles are read for
 * it, so only where somebody looks.
 */
export function useAliasProposals(lessons: readonly Lesson[]): Stored<AliasProposal[]> {
  const { articles } = useRecords();
  const readNames = useMemo(() => createArticleReader<NamedArticle>(articles), [articles]);
  return useStored(
    async () => proposeAliases(lessons, await readNames(pickNames), Date.now()),
    [readNames, lessons],
  );
}

/** Tens of thousands of these stay in memory while somebody looks. */
function pickNames({ id, title, aliases, confidence }: NamedArticle): NamedArticle {
  return { id, title, aliases, confidence };
}

export interface AliasAdding {
  articleId: string;
  alias: string;
  title: string;
  /** The person has taken it back. */
  onUndo?: () => void;
}

/** @returns adds a question to an article, tells the person and offers it back; false when it was not added */
export function useAliasAdding(): (adding: AliasAdding) => Promise<boolean> {
  const { articles } = useRecords();
  return async ({ articleId, alias, title, onUndo }) => {
    const tell = (error: unknown) => sayNotStored('panel/add-alias', error);
    try {
      const added = await articles.addAliases(articleId, [alias]);
      const { notify } = usePanelStore.getState();
      if (!added.ok) notify({ kind: 'alias-refused', reason: added.reason });
      else {
        const undo = () => articles.removeAliases(articleId, added.value).then(onUndo).catch(tell);
        notify({ kind: 'alias-added', title, undo: added.value.length > 0 ? undo : null });
      }
      return added.ok;
    } catch (error) {
      tell(error);
      return false;
    }
  };
}
