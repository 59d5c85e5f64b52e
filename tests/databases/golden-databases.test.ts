import { describe, expect, onTestFinished, test } from 'vitest';
import { articleSchema } from '../../knowledge/contracts/index.ts';
import { decodeVectors } from '../../knowledge/embeddings/index.ts';
import { openKnowledgeBase, openModelStore, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { decodeSegment, SEGMENT_VERSION } from '../../knowledge/search/index.ts';
import {
  KNOWLEDGE_TABLES,
  MODEL_TABLES,
  SCHEMA_VERSION,
  WORK_TABLES,
} from '../../knowledge/storage/index.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { MORNING } from '../support/make-conversation.ts';
import { makeDatabaseSuffix } from '../support/make-knowledge-base.ts';
import {
  listGoldenFiles,
  listMissingFiles,
  nameGoldenFile,
  readAllRows,
  readGolden,
  restoreGolden,
  type GoldenDatabase,
} from './golden-database.ts';
import { succeed } from '../../utils/errors/result.ts';

const FILES = listGoldenFiles();
const of = (kind: GoldenDatabase['kind']) => FILES.filter((name) => name.startsWith(`${kind}-`));

/** Today's code, on a machine where the old version was used. */
async function openOn(
  golden: GoldenDatabase,
  now = Date.now(),
): Promise<{ base: KnowledgeBase; databaseName: string }> {
  const suffix = makeDatabaseSuffix();
  const databaseName = `deskmate-${golden.kind}${suffix}`;
  await restoreGolden(golden, databaseName);
  const base = await openKnowledgeBase({ suffix, clock: () => now });
  onTestFinished(() => base.close());
  return { base, databaseName };
}

const idsOf = (rows: readonly object[] | undefined) =>
  (rows ?? []).map((row) => ('id' in row ? String(row.id) : '')).toSorted();

describe('every schema version has its golden database', () => {
  test('up to today’s', () => {
    expect(listMissingFiles(SCHEMA_VERSION, FILES)).toEqual([]);
  });

  test('and a version without one is noticed', () => {
    const raised = { ...SCHEMA_VERSION, work: SCHEMA_VERSION.work + 1 };
    expect(listMissingFiles(raised, FILES)).toEqual([nameGoldenFile('work', raised.work)]);
  });

  test.each([
    ['knowledge', KNOWLEDGE_TABLES],
    ['work', WORK_TABLES],
    ['model', MODEL_TABLES],
  ] as const)('the newest %s has today’s tables: to change one, raise its version', (kind, tables) => {
    const newest = readGolden(nameGoldenFile(kind, SCHEMA_VERSION[kind]));
    const today = Object.fromEntries(Object.entries(tables).map(([name, { schema }]) => [name, schema]));
    expect(newest.stores).toEqual(today);
  });

  test.each(FILES)('%s has rows in every table', (name) => {
    const { stores, rows } = readGolden(name);
    expect(Object.keys(rows).toSorted()).toEqual(Object.keys(stores).toSorted());
    for (const table of Object.keys(stores)) expect([table, rows[table]?.length]).not.toEqual([table, 0]);
  });
});

describe.each(of('knowledge'))('%s, opened today', (name) => {
  const golden = readGolden(name);

  test('has every article, each still one the schema accepts', async () => {
    const { base } = await openOn(golden);
    const rows = await base.articles.listChangedSince(0);
    expect(idsOf(rows)).toEqual(idsOf(golden.rows['articles']));
    expect(await base.articles.countAll()).toBe(rows.length);
    for (const { v: _v, packId: _packId, updatedAt: _updatedAt, ...article } of rows) {
      expect(articleSchema.safeParse(article).error).toBeUndefined();
    }
    const found = await base.articles.findMany(idsOf(golden.rows['articles']));
    expect(found.size).toBe(rows.length);
  });

  test('has every pack', async () => {
    const { base } = await openOn(golden);
    expect(idsOf(await base.articles.listPacks())).toEqual(idsOf(golden.rows['packs']));
  });

  test('has a search index that is used, or seen to be of another version', async () => {
    const { base } = await openOn(golden);
    const stored = await base.segments.load();
    if (!stored) throw new Error('the stored index is gone');
    expect(decodeSegment(stored) !== null).toBe(stored.version === SEGMENT_VERSION);
  });

  test('has every group of synonyms', async () => {
    const { base } = await openOn(golden);
    expect(idsOf(await base.synonyms.list())).toEqual(idsOf(golden.rows['synonyms']));
  });

  test('takes new aliases and synonyms', async () => {
    const { base } = await openOn(golden);
    const added = await base.articles.addAliases('test-pack.refund', ['退款卡住了']);
    expect(added).toEqual(succeed(['退款卡住了']));
    expect(await base.synonyms.add([{ terms: ['销户', '注销'] }])).toEqual({ added: 1 });
  });

  test('takes a newer pack, which leaves what the team adds from today on', async () => {
    const { base } = await openOn(golden);
    await base.articles.addAliases('test-pack.refund', ['退款卡住了']);
    const newer = makeArticle({ id: 'test-pack.refund', aliases: ['退款进度'] });
    await base.articles.installPack(makePack({ version: 3, articles: [newer] }));
    const found = await base.articles.findMany(['test-pack.refund']);
    expect(found.get('test-pack.refund')?.aliases).toEqual(['退款进度', '退款卡住了']);
  });
});

describe.each(of('work'))('%s, opened today', (name) => {
  const golden = readGolden(name);

  test('has every contact, in its state', async () => {
    const { base } = await openOn(golden);
    const contacts = await base.contacts.listRecent(100);
    expect(idsOf(contacts)).toEqual(idsOf(golden.rows['contacts']));
    expect(contacts.map(({ wrapUp }) => wrapUp)).toEqual(['none', 'pending', 'skipped', 'done']);
    expect(await base.contacts.listAwaitingWrapUp()).toMatchObject([{ endReason: 'idle', agentTurns: 1 }]);
  });

  test('knows a conversation again', async () => {
    const { base } = await openOn(golden);
    const key = await base.deriveConversationKey('practice', 'chat-open');
    expect(await base.contacts.findLatest(key)).toMatchObject({ state: 'open', firstResponseMs: 60_000 });
  });

  test('has every assessment', async () => {
    const { base } = await openOn(golden);
    const contacts = await base.contacts.listRecent(100);
    const found = await base.assessments.findForContacts(contacts.map(({ id }) => id));
    expect([...found.values()]).toEqual(golden.rows['assessments']);
  });

  test('has every suggestion’s outcome', async () => {
    const { base } = await openOn(golden);
    const contacts = await base.contacts.listRecent(100);
    const lists = await Promise.all(contacts.map(({ id }) => base.suggestionRecords.listForContact(id)));
    expect(idsOf(lists.flat())).toEqual(idsOf(golden.rows['suggestionRecords']));
    const usage = await base.suggestionRecords.readUsage(['test.0', 'test.3']);
    expect(usage.get('test.0')).toEqual({ inserted: 0, helpedShare: null });
    expect(usage.get('test.3')).toEqual({ inserted: 4, helpedShare: 1 });
  });
});

describe.each(of('work'))('%s, opened today, in what came later', (name) => {
  const golden = readGolden(name);

  test('has every lesson and gap', async () => {
    const { base } = await openOn(golden);
    expect(idsOf(await base.lessons.list())).toEqual(idsOf(golden.rows['lessons']));
    expect(idsOf(await base.gaps.list())).toEqual(idsOf(golden.rows['gaps']));
  });

  test('learns', async () => {
    const { base } = await openOn(golden);
    const event = { question: '发票抬头', articleId: 'test.0', contactId: 'golden', kind: 'opened' } as const;
    await base.lessons.learn(event);
    await base.gaps.note({ question: '发票抬头', source: 'search', reason: 'unsure', contactId: 'golden' });
    expect(await base.lessons.list()).toHaveLength((golden.rows['lessons']?.length ?? 0) + 1);
    expect(await base.gaps.list()).toHaveLength((golden.rows['gaps']?.length ?? 0) + 1);
  });

  test('finds old insertions among the favourites', async () => {
    const { base } = await openOn(golden, MORNING + 3_600_000);
    expect(await base.suggestionRecords.listFavourites(5)).toMatchObject([
      { articleId: 'test.3', inserted: 4 },
    ]);
  });
});

describe.each(of('model'))('%s, opened today', (name) => {
  test('has the model and its vectors, byte by byte', async () => {
    const databaseName = `deskmate-model${makeDatabaseSuffix()}`;
    await restoreGolden(readGolden(name), databaseName);
    const store = await openModelStore(databaseName);
    onTestFinished(() => store.close());
    expect((await store.load())?.model).toEqual(Uint8Array.of(8, 7, 6, 5));
    const stored = await store.loadVectors();
    if (!stored) throw new Error('the vectors are gone');
    const vectors = decodeVectors(stored, { id: 'onnx:golden', dimensions: 3 });
    expect(vectors?.search(Float32Array.of(0.6, 0, -0.8), 1)[0]?.score).toBeCloseTo(1, 2);
  });
});

test.each([...of('knowledge'), ...of('work')])('%s loses no row by being opened', async (name) => {
  const golden = readGolden(name);
  const { base, databaseName } = await openOn(golden);
  base.close();
  const after = await readAllRows(databaseName);
  for (const [table, rows] of Object.entries(golden.rows)) {
    expect([table, after[table]?.length]).toEqual([table, rows.length]);
  }
});
