import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../knowledge/contracts/index.ts';
import { buildSegment, encodeSegment } from '../../knowledge/search/index.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';
import { fail, succeed } from '../../utils/errors/result.ts';

const REFUND = makeArticle({ id: 'test.refund', title: '退款' });
const INVOICE = makeArticle({ id: 'test.invoice', title: '发票' });

describe('articles', () => {
  test('are found by id, in the order asked for, without those there are none of', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND, INVOICE], 'our-team');
    const found = await knowledge.articles.findMany(['test.invoice', 'test.none', 'test.refund']);
    expect([...found.keys()]).toEqual(['test.invoice', 'test.refund']);
    expect(found.get('test.refund')).toMatchObject(REFUND);
    expect((await knowledge.articles.findMany([])).size).toBe(0);
  });

  test('are there once, however often they are saved', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND], 'our-team');
    await knowledge.articles.put([{ ...REFUND, title: '退款改' }], 'our-team');
    expect(await knowledge.articles.countAll()).toBe(1);
    const found = await knowledge.articles.findMany(['test.refund']);
    expect(found.get('test.refund')?.title).toBe('退款改');
  });

  test('are listed by when they changed, the asked moment included', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND], 'our-team');
    clock.advance(10);
    await knowledge.articles.put([INVOICE], 'our-team');
    const since = async (moment: number) =>
      (await knowledge.articles.listChangedSince(moment)).map(({ id }) => id);
    expect(await since(0)).toEqual(['test.refund', 'test.invoice']);
    expect(await since(clock())).toEqual(['test.invoice']);
    expect(await since(clock() + 1)).toEqual([]);
  });

  test('are saved by the thousand', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const many = Array.from({ length: 1_201 }, (_, at) => makeArticle({ id: `test.${at}` }));
    await knowledge.articles.put(many, 'our-team');
    expect(await knowledge.articles.countAll()).toBe(1_201);
  });
});

describe('adding aliases', () => {
  const ARTICLE = makeArticle({ title: '退款多久到账', aliases: ['钱呢'] });

  async function storeArticle(article = ARTICLE) {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([article], 'our-team');
    clock.advance(1_000);
    const add = (...aliases: string[]) => knowledge.articles.addAliases(article.id, aliases);
    const read = async () => (await knowledge.articles.listChangedSince(0))[0];
    return { add, read, clock };
  }

  test('changes the article, as a change an index can follow', async () => {
    const { add, read, clock } = await storeArticle();
    expect(await add('钱啥时候退', '  退款\n没到 ')).toEqual(succeed(['钱啥时候退', '退款 没到']));
    expect(await read()).toMatchObject({
      aliases: ['钱呢', '钱啥时候退', '退款 没到'],
      packId: 'our-team',
      updatedAt: clock(),
    });
  });

  test('it is called already changes nothing', async () => {
    const { add, read } = await storeArticle();
    const before = await read();
    expect(await add('钱呢？', '退款 多久到账')).toEqual(succeed([]));
    expect(await read()).toEqual(before);
  });

  test('adds each once', async () => {
    const { add, read } = await storeArticle();
    expect(await add('没到账', '没到账！')).toEqual(succeed(['没到账']));
    expect((await read())?.aliases).toEqual(['钱呢', '没到账']);
  });

  test.each([
    ['one is too long', ['没到账', '退'.repeat(121)]],
    ['one says nothing', ['没到账', '？！']],
    ['one has a customer’s number in it', ['没到账', '1380013\u200B8000的退款呢']],
    ['one has a masked number in it', ['没到账', '[手机号*8000]的退款呢']],
    ['they are too many', Array.from({ length: 60 }, (_, at) => `问法${at}`)],
  ])('adds none when %s', async (_why, aliases) => {
    const { add, read } = await storeArticle();
    const before = await read();
    expect(await add(...aliases)).toEqual(fail('unfit'));
    expect(await read()).toEqual(before);
  });

  test('leaves an article the schema accepts, up to the last alias', async () => {
    const { add, read } = await storeArticle();
    await add(...Array.from({ length: 59 }, (_, at) => `问法${at}`), '钱呢');
    expect((await read())?.aliases).toHaveLength(60);
    const { v: _v, packId: _packId, updatedAt: _updatedAt, ...article } = (await read()) ?? {};
    expect(articleSchema.safeParse(article).error).toBeUndefined();
  });

  test.each([
    ['title', ['物流查询！']],
    ['alias', ['没到账', '快递到哪了']],
  ])('adds none when one is another article’s %s', async (_which, aliases) => {
    const { knowledge } = await makeKnowledgeBase();
    const other = makeArticle({ id: 'test.parcel', title: '物流查询', aliases: ['快递到哪了'] });
    await knowledge.articles.put([ARTICLE, other], 'our-team');
    expect(await knowledge.articles.addAliases(ARTICLE.id, aliases)).toEqual(fail('taken'));
    const { [0]: article } = [...(await knowledge.articles.findMany([ARTICLE.id])).values()];
    expect(article?.aliases).toEqual(['钱呢']);
  });

  test('takes over the name of an archived article, and not one the team gave another', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const old = makeArticle({ id: 'test.old', title: '老退款', aliases: [], confidence: 'archived' });
    const other = makeArticle({ id: 'test.parcel', title: '物流查询', aliases: [] });
    await knowledge.articles.put([ARTICLE, old, other], 'our-team');
    await knowledge.articles.addAliases('test.parcel', ['到哪了']);
    expect(await knowledge.articles.addAliases(ARTICLE.id, ['老退款'])).toEqual(succeed(['老退款']));
    expect(await knowledge.articles.addAliases(ARTICLE.id, ['到哪了'])).toEqual(fail('taken'));
  });

  test('says when the article is gone', async () => {
    const { knowledge } = await makeKnowledgeBase();
    expect(await knowledge.articles.addAliases('test.gone', ['没到账'])).toEqual(fail('unfit'));
  });
});

describe('installing a pack', () => {
  test('stores its articles and remembers which pack and version they came in', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.installPack(makePack({ articles: [REFUND, INVOICE] }));
    expect(await knowledge.articles.listPacks()).toEqual([
      {
        id: 'test-pack',
        version: 1,
        title: makePack().title,
        installedAt: clock(),
        articleCount: 2,
      },
    ]);
    expect(await knowledge.articles.listChangedSince(0)).toMatchObject([
      { id: 'test.invoice', packId: 'test-pack', v: 1 },
      { id: 'test.refund', packId: 'test-pack', v: 1 },
    ]);
  });

  test('twice leaves one of everything', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.articles.installPack(makePack());
    await knowledge.articles.installPack(makePack());
    expect(await knowledge.articles.countAll()).toBe(1);
    expect(await knowledge.articles.listPacks()).toHaveLength(1);
  });

  test('archives what the newer pack no longer has, as a change that an index can follow', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.installPack(makePack({ articles: [REFUND, INVOICE] }));
    clock.advance(1_000);
    await knowledge.articles.installPack(makePack({ version: 2, articles: [INVOICE] }));
    const changed = await knowledge.articles.listChangedSince(clock());
    expect(Object.fromEntries(changed.map(({ id, confidence }) => [id, confidence]))).toEqual({
      'test.invoice': 'validated',
      'test.refund': 'archived',
    });
    expect(await knowledge.articles.listPacks()).toMatchObject([{ version: 2, articleCount: 1 }]);
  });

  test('brings an archived article back when a later pack has it again', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.articles.installPack(makePack({ articles: [REFUND, INVOICE] }));
    await knowledge.articles.installPack(makePack({ version: 2, articles: [INVOICE] }));
    await knowledge.articles.installPack(makePack({ version: 3, articles: [INVOICE, REFUND] }));
    const found = await knowledge.articles.findMany(['test.refund']);
    expect(found.get('test.refund')?.confidence).toBe('validated');
  });

  test('leaves other packs and the team’s own articles alone', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND], 'our-team');
    await knowledge.articles.installPack(makePack({ id: 'other-pack', articles: [INVOICE] }));
    await knowledge.articles.installPack(makePack({ articles: [makeArticle({ id: 'test.third' })] }));
    const found = await knowledge.articles.findMany(['test.refund', 'test.invoice']);
    expect([...found.values()].map(({ confidence }) => confidence)).toEqual(['validated', 'validated']);
  });
});

describe('the stored search index', () => {
  const segment = (title: string) => encodeSegment(buildSegment([makeArticle({ title })]));

  test('is not there at first, and then is the last one saved', async () => {
    const { knowledge } = await makeKnowledgeBase();
    expect(await knowledge.segments.load()).toBeUndefined();
    await knowledge.segments.save(segment('旧'), 10);
    await knowledge.segments.save(segment('新'), 20);
    expect(await knowledge.segments.load()).toMatchObject({ ...segment('新'), upTo: 20 });
  });
});
