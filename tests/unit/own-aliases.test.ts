/** What the team adds to an article that came in a pack: newer packs leave it, and it can be taken back. */
import { describe, expect, test } from 'vitest';
import { MAX_ALIASES } from '../../knowledge/articles/index.ts';
import { articleSchema } from '../../knowledge/contracts/index.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';

const REFUND = makeArticle({ id: 'test.refund', title: '退款多久到账', aliases: ['钱呢'] });
const INVOICE = makeArticle({ id: 'test.invoice', title: '怎么开发票' });

async function startWithPack() {
  const { knowledge } = await makeKnowledgeBase();
  const { articles } = knowledge;
  await articles.installPack(makePack({ articles: [REFUND] }));
  let version = 1;
  const read = async () => (await articles.findMany(['test.refund'])).get('test.refund');
  return {
    articles,
    read,
    readAliases: async () => (await read())?.aliases,
    upgrade: (...newer: (typeof REFUND)[]) =>
      articles.installPack(makePack({ version: (version += 1), articles: newer })),
  };
}

const many = (count: number, prefix = '问法') => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

describe('the team’s own aliases', () => {
  test('stay when a newer pack brings other ones', async () => {
    const { articles, readAliases, upgrade } = await startWithPack();
    await articles.addAliases('test.refund', ['啥时候退', '到账没']);
    await upgrade({ ...REFUND, aliases: ['退款进度'] });
    expect(await readAliases()).toEqual(['退款进度', '啥时候退', '到账没']);
    await upgrade({ ...REFUND, aliases: [] });
    expect(await readAliases()).toEqual(['啥时候退', '到账没']);
  });

  test('are among the others for everyone who reads, and no field of their own', async () => {
    const { articles, read } = await startWithPack();
    await articles.addAliases('test.refund', ['到账没']);
    const [row] = await articles.listChangedSince(0);
    expect(row?.aliases).toEqual(['钱呢', '到账没']);
    expect(await read()).toEqual(row);
    const { v: _v, packId: _packId, updatedAt: _updatedAt, ...article } = row ?? {};
    expect(articleSchema.safeParse(article).error).toBeUndefined();
  });

  test('stand once when the newer pack has them too, and stay when the next has not', async () => {
    const { articles, readAliases, upgrade } = await startWithPack();
    await articles.addAliases('test.refund', ['到账没']);
    await upgrade({ ...REFUND, aliases: ['到账没？', '钱呢'] });
    expect(await readAliases()).toEqual(['钱呢', '到账没']);
    await upgrade(REFUND);
    expect(await readAliases()).toEqual(['钱呢', '到账没']);
  });

  test('go before the pack’s where there is no room for all', async () => {
    const { articles, readAliases, upgrade } = await startWithPack();
    await articles.addAliases('test.refund', ['到账没', '啥时候退']);
    await upgrade({ ...REFUND, aliases: ['到账没', ...many(MAX_ALIASES - 1)] });
    expect(await readAliases()).toEqual([...many(MAX_ALIASES - 2), '到账没', '啥时候退']);
  });

  test('come back with an article that a pack gave up and a later one has again', async () => {
    const { articles, read, upgrade } = await startWithPack();
    await articles.addAliases('test.refund', ['到账没']);
    await upgrade(INVOICE);
    expect(await read()).toMatchObject({ confidence: 'archived', aliases: ['钱呢', '到账没'] });
    await upgrade(INVOICE, REFUND);
    expect(await read()).toMatchObject({ confidence: 'validated', aliases: ['钱呢', '到账没'] });
  });

  test('stay the team’s own when the article is edited, but for those the edit leaves out', async () => {
    const { articles, read, readAliases, upgrade } = await startWithPack();
    await articles.addAliases('test.refund', ['到账没', '啥时候退']);
    const article = (await read()) ?? REFUND;
    const aliases = article.aliases.filter((alias) => alias !== '啥时候退');
    await articles.put([{ ...article, aliases }], 'test-pack');
    expect(await readAliases()).toEqual(['钱呢', '到账没']);
    await upgrade({ ...REFUND, aliases: [] });
    expect(await readAliases()).toEqual(['到账没']);
  });
});

describe('taking an alias back', () => {
  test('leaves what the article came with', async () => {
    const { articles, readAliases } = await startWithPack();
    await articles.addAliases('test.refund', ['到账没', '啥时候退']);
    await articles.removeAliases('test.refund', ['到账没', '钱呢']);
    expect(await readAliases()).toEqual(['钱呢', '啥时候退']);
  });

  test('is for good: a newer pack does not bring it back', async () => {
    const { articles, readAliases, upgrade } = await startWithPack();
    await articles.addAliases('test.refund', ['到账没']);
    await articles.removeAliases('test.refund', ['到账没']);
    await upgrade(REFUND);
    expect(await readAliases()).toEqual(['钱呢']);
  });

  test('of an article that has none, or is gone, changes nothing', async () => {
    const { articles } = await startWithPack();
    const before = await articles.listChangedSince(0);
    await articles.removeAliases('test.refund', ['到账没']);
    await articles.removeAliases('test.gone', ['到账没']);
    expect(await articles.listChangedSince(0)).toEqual(before);
  });
});

describe('taking an alias back after the article was edited', () => {
  test('takes it', async () => {
    const { articles, read, readAliases } = await startWithPack();
    await articles.addAliases('test.refund', ['到账没']);
    await articles.put([{ ...((await read()) ?? REFUND), title: '退款几天到' }], 'our-team');
    await articles.removeAliases('test.refund', ['到账没']);
    expect(await readAliases()).toEqual(['钱呢']);
  });

  test('leaves one the article came with, too', async () => {
    const { articles, read, readAliases, upgrade } = await startWithPack();
    await articles.addAliases('test.refund', ['到账没']);
    await upgrade({ ...REFUND, aliases: ['钱呢', '到账没'] });
    await articles.put([(await read()) ?? REFUND], 'test-pack');
    await articles.removeAliases('test.refund', ['到账没']);
    expect(await readAliases()).toEqual(['钱呢', '到账没']);
  });
});

describe('an article of a pack that the team made its own', () => {
  test('is not replaced, nor given up, by a newer pack', async () => {
    const { articles, read, upgrade } = await startWithPack();
    await articles.put([{ ...REFUND, title: '我们的退款说明' }], 'our-team');
    await upgrade({ ...REFUND, title: '新版退款说明' });
    expect(await read()).toMatchObject({ title: '我们的退款说明', packId: 'our-team' });
    await upgrade(INVOICE);
    expect(await read()).toMatchObject({ title: '我们的退款说明', confidence: 'validated' });
  });

  test('but one that moves from one pack to another follows the pack that has it now', async () => {
    const { articles, read } = await startWithPack();
    await articles.installPack(makePack({ id: 'other-pack', articles: [{ ...REFUND, title: '搬过来的' }] }));
    expect(await read()).toMatchObject({ title: '搬过来的', packId: 'other-pack' });
  });
});
