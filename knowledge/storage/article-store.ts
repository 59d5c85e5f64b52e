import type { Clock } from '../../utils/time/clock.ts';
import { MAX_ALIASES, MAX_ALIAS_LENGTH, type Article, type KnowledgePack } from '../articles/index.ts';
import { foldToLetters } from '../../utils/text/fold-to-letters.ts';
import { collapseWhitespace } from '../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../utils/text/strip-invisible.ts';
import type { KnowledgeDatabase } from './databases.ts';
import { guardStorage } from './storage-failure.ts';
import type { ArticleRow, PackRow } from './tables.ts';

/** Articles and the packs they came in. */
export interface ArticleStore {
  /** In the order of `ids`; unknown ids are left out. */
  findMany(ids: readonly string[]): Promise<Map<string, Article>>;
  /** Rows changed at or after `since` (epoch ms): an index follows the knowledge base with it. */
  listChangedSince(since: number): Promise<ArticleRow[]>;
  countAll(): Promise<number>;
  put(articles: readonly Article[], packId: string): Promise<void>;
  /**
   * Adds what the article is not called yet, all or none.
   * @returns whether it answers to every one of them now; not if it is gone, one is too long, or they are too many
   */
  addAliases(articleId: string, aliases: readonly string[]): Promise<boolean>;
  /** Replaces the pack's articles as a whole, or leaves everything as it was. */
  installPack(pack: KnowledgePack): Promise<void>;
  listPacks(): Promise<PackRow[]>;
}

const MAX_ROWS_PER_TRANSACTION = 500;

export function createArticleStore(database: KnowledgeDatabase, clock: Clock): ArticleStore {
  const toRows = (articles: readonly Article[], packId: string): ArticleRow[] =>
    articles.map((article) => ({ ...article, v: 1, packId, updatedAt: clock() }));

  return {
    findMany: (ids) =>
      guardStorage(async () => {
        const rows = await database.articles.bulkGet([...ids]);
        return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
      }),
    listChangedSince: (since) =>
      guardStorage(() => database.articles.where('updatedAt').aboveOrEqual(since).toArray()),
    countAll: () => guardStorage(() => database.articles.count()),
    put: (articles, packId) =>
      guardStorage(async () => {
        const rows = toRows(articles, packId);
        for (let start = 0; start < rows.length; start += MAX_ROWS_PER_TRANSACTION) {
          await database.articles.bulkPut(rows.slice(start, start + MAX_ROWS_PER_TRANSACTION));
        }
      }),
    addAliases: (articleId, aliases) =>
      guardStorage(() => addAliases(database, { articleId, aliases }, clock())),
    installPack: (pack) =>
      guardStorage(() =>
        database.transaction('rw', database.articles, database.packs, async () => {
          await archiveMissing(database, pack, clock());
          await database.articles.bulkPut(toRows(pack.articles, pack.id));
          await database.packs.put({
            id: pack.id,
            version: pack.version,
            title: pack.title,
            installedAt: clock(),
            articleCount: pack.articles.length,
          });
        }),
      ),
    listPacks: () => guardStorage(() => database.packs.toArray()),
  };
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

function addAliases(
  database: KnowledgeDatabase,
  { articleId, aliases }: { articleId: string; aliases: readonly string[] },
  now: number,
): Promise<boolean> {
  return database.transaction('rw', database.articles, async () => {
    const row = await database.articles.get(articleId);
    const merged = row && mergeAliases(row, aliases);
    if (!merged) return false;
    if (merged.length > row.aliases.length) {
      await database.articles.put({ ...row, aliases: merged, updatedAt: now });
    }
    return true;
  });
}

/** @returns null when the result would be no article the schema accepts */
function mergeAliases({ title, aliases }: Article, added: readonly string[]): string[] | null {
  const known = new Set([title, ...aliases].map(foldToLetters));
  const merged = [...aliases];
  for (const alias of added.map((text) => collapseWhitespace(stripInvisible(text)))) {
    const key = foldToLetters(alias);
    if (!key || alias.length > MAX_ALIAS_LENGTH) return null;
    if (!known.has(key)) merged.push(alias);
    known.add(key);
  }
  return merged.length > MAX_ALIASES ? null : merged;
}
