import { fail, succeed, type Result } from '../../utils/errors/result.ts';
import { foldToLetters } from '../../utils/text/fold-to-letters.ts';
import type { Clock } from '../../utils/time/clock.ts';
import { collectNames, type Article, type KnowledgePack } from '../articles/index.ts';
import type { KnowledgeDatabase } from './databases.ts';
import { pickNewAliases, showOwnAliases, takeOwnAliases } from './own-aliases.ts';
import { guardStorage } from './storage-failure.ts';
import type { ArticleRow, PackRow } from './tables.ts';

/**
 * `taken`: another living article is called so, and the question would lead to two. `unfit`: the article is gone, they
 * are too many, or one is too long, says nothing or tells of a person.
 */
export type AliasRefusal = 'taken' | 'unfit';
export type AliasesAdded = Result<readonly string[], AliasRefusal>;

/** Articles and the packs they came in. Every change is later than all before it, whatever the clock says. */
export interface ArticleStore {
  /** In the order of `ids`; unknown ids are left out. */
  findMany(ids: readonly string[]): Promise<Map<string, Article>>;
  /** Rows changed at or after `since` (`updatedAt`): an index follows the knowledge base with it. */
  listChangedSince(since: number): Promise<ArticleRow[]>;
  countAll(): Promise<number>;
  /** @param packId a name that is no installed pack's makes them the team's own: no pack replaces them any more */
  put(articles: readonly Article[], packId: string): Promise<void>;
  /**
   * Adds what the article is not called yet, all or none, as the team's own: newer packs leave it.
   * @returns what was added, without what the article was called already
   */
  addAliases(articleId: string, aliases: readonly string[]): Promise<AliasesAdded>;
  /** Takes back what {@link addAliases} added; what the article came with stays. */
  removeAliases(articleId: string, aliases: readonly string[]): Promise<void>;
  /** Replaces the pack's articles as a whole, but for what the team made of them, or leaves everything as it was. */
  installPack(pack: KnowledgePack): Promise<void>;
  listPacks(): Promise<PackRow[]>;
}

const MAX_ROWS_PER_TRANSACTION = 500;

export function createArticleStore(database: KnowledgeDatabase, clock: Clock): ArticleStore {
  const { articles, packs } = database;
  const change = <TValue>(act: (now: number) => Promise<TValue>): Promise<TValue> =>
    guardStorage(() =>
      database.transaction('rw', articles, packs, async () => act(await findNextMoment(database, clock))),
    );

  return {
    findMany: (ids) =>
      guardStorage(async () => {
        const rows = await articles.bulkGet([...ids]);
        return new Map(rows.flatMap((row) => (row ? [[row.id, showOwnAliases(row)] as const] : [])));
      }),
    listChangedSince: (since) =>
      guardStorage(async () => {
        const rows = await articles.where('updatedAt').aboveOrEqual(since).toArray();
        return rows.map(showOwnAliases);
      }),
    countAll: () => guardStorage(() => articles.count()),
    put: async (edited, packId) => {
      for (let start = 0; start < edited.length; start += MAX_ROWS_PER_TRANSACTION) {
        const some = edited.slice(start, start + MAX_ROWS_PER_TRANSACTION);
        await change((now) => putEdited(database, { articles: some, packId, now }));
      }
    },
    addAliases: (articleId, aliases) => change((now) => addAliases(database, { articleId, aliases, now })),
    removeAliases: (articleId, aliases) =>
      change((now) => removeAliases(database, { articleId, aliases, now })),
    installPack: (pack) =>
      change(async (now) => {
        await archiveMissing(database, pack, now);
        await putPacked(database, pack, now);
        const { id, version, title } = pack;
        await packs.put({ id, version, title, installedAt: clock(), articleCount: pack.articles.length });
      }),
    listPacks: () => guardStorage(() => packs.toArray()),
  };
}

/**
 * Later than every row there is, also within one millisecond or when the clock was set back: who follows by this
 * moment would miss the change else. Asked inside the writing transaction, so that the order is that of the commits.
 */
async function findNextMoment({ articles }: KnowledgeDatabase, clock: Clock): Promise<number> {
  const newest = await articles.orderBy('updatedAt').lastKey();
  return Math.max(clock(), Number(newest ?? 0) + 1);
}

/** The article is now what the edit says; of the team's own aliases those stay that it still has. */
async function putEdited(
  { articles }: KnowledgeDatabase,
  { articles: edited, packId, now }: { articles: readonly Article[]; packId: string; now: number },
): Promise<void> {
  const before = await articles.bulkGet(edited.map(({ id }) => id));
  const rows = edited.map((article, at): ArticleRow => {
    return { ...takeOwnAliases(article, before[at]), v: 1, packId, updatedAt: now };
  });
  await articles.bulkPut(rows);
}

async function putPacked(database: KnowledgeDatabase, pack: KnowledgePack, now: number): Promise<void> {
  const { articles, packs } = database;
  const installed = new Set([pack.id, ...(await packs.toCollection().primaryKeys())]);
  const before = await articles.bulkGet(pack.articles.map(({ id }) => id));
  const rows = pack.articles.flatMap((article, at): ArticleRow[] => {
    const { packId = pack.id, ownAliases } = before[at] ?? {};
    // What no pack put there, the team wrote.
    if (!installed.has(packId)) return [];
    return [{ ...article, v: 1, packId: pack.id, updatedAt: now, ...(ownAliases && { ownAliases }) }];
  });
  await articles.bulkPut(rows);
}

/** Articles a newer pack no longer has are archived, not deleted: records still point at them. */
async function archiveMissing(database: KnowledgeDatabase, pack: KnowledgePack, now: number): Promise<void> {
  const kept = new Set(pack.articles.map(({ id }) => id));
  await database.articles
    .where('packId')
    .equals(pack.id)
    .and(({ id }) => !kept.has(id))
    .modify({ confidence: 'archived', updatedAt: now });
}

interface AliasChange {
  articleId: string;
  aliases: readonly string[];
  now: number;
}

async function addAliases(
  { articles }: KnowledgeDatabase,
  { articleId, aliases, now }: AliasChange,
): Promise<AliasesAdded> {
  const row = await articles.get(articleId);
  const added = row ? pickNewAliases(showOwnAliases(row), aliases) : null;
  if (!row || !added) return fail('unfit');
  if (added.length === 0) return succeed(added);
  // All of them, at a click; nothing else needs names by an index.
  const others = (await articles.toArray()).filter(({ id }) => id !== articleId);
  const taken = collectNames(others.map(showOwnAliases));
  if (added.some((alias) => taken.has(foldToLetters(alias)))) return fail('taken');
  await articles.put({ ...row, ownAliases: [...(row.ownAliases ?? []), ...added], updatedAt: now });
  return succeed(added);
}

async function removeAliases(
  { articles }: KnowledgeDatabase,
  { articleId, aliases, now }: AliasChange,
): Promise<void> {
  const row = await articles.get(articleId);
  const own = row?.ownAliases ?? [];
  const left = own.filter((alias) => !aliases.includes(alias));
  if (row && left.length < own.length) await articles.put({ ...row, ownAliases: left, updatedAt: now });
}
