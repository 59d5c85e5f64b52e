/** Whoever follows the articles by when they changed must hear of every change, whatever the clock does. */
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { createLiveIndex } from '../../entrypoints/search-worker/live-index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';

const REFUND = makeArticle({ id: 'test.refund', title: '退款多久到账', aliases: [], tags: [] });
const INVOICE = makeArticle({ id: 'test.invoice', title: '怎么开发票', aliases: [], tags: [] });

const readMoment = async ({ articles }: KnowledgeBase, id: string) =>
  (await articles.listChangedSince(0)).find((row) => row.id === id)?.updatedAt ?? 0;

describe('a change is later than every one before', () => {
  test.each<[string, (articles: KnowledgeBase['articles']) => Promise<unknown>]>([
    ['an edit', (articles) => articles.put([REFUND], 'our-team')],
    ['an alias', (articles) => articles.addAliases('test.refund', ['钱呢'])],
    ['an alias taken back', (articles) => articles.removeAliases('test.refund', ['到账没'])],
    ['a newer pack', (articles) => articles.installPack(makePack({ version: 2, articles: [REFUND] }))],
    ['a pack without it', (articles) => articles.installPack(makePack({ version: 2, articles: [INVOICE] }))],
  ])('within one millisecond: %s', async (_what, change) => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.articles.installPack(makePack({ articles: [REFUND] }));
    await knowledge.articles.addAliases('test.refund', ['到账没']);
    const before = await readMoment(knowledge, 'test.refund');
    await change(knowledge.articles);
    expect(await readMoment(knowledge, 'test.refund')).toBeGreaterThan(before);
  });

  test('of other articles too: what changes after a busy millisecond is not before it', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND], 'our-team');
    await knowledge.articles.addAliases('test.refund', ['钱呢']);
    const upTo = await readMoment(knowledge, 'test.refund');
    await knowledge.articles.put([INVOICE], 'our-team');
    expect(await readMoment(knowledge, 'test.invoice')).toBeGreaterThan(upTo);
  });

  test('when the clock was set back', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND], 'our-team');
    const before = await readMoment(knowledge, 'test.refund');
    clock.advance(-3_600_000);
    await knowledge.articles.put([INVOICE], 'our-team');
    expect(await readMoment(knowledge, 'test.invoice')).toBeGreaterThan(before);
  });

  test('when two write at the same time', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const articles = Array.from({ length: 20 }, (_, at) => makeArticle({ id: `test.${at}` }));
    await Promise.all(articles.map((article) => knowledge.articles.put([article], 'our-team')));
    const moments = (await knowledge.articles.listChangedSince(0)).map(({ updatedAt }) => updatedAt);
    expect(new Set(moments).size).toBe(20);
  });
});

describe('the live index', () => {
  // It goes on listening until the test's database is closed under it, and reports that.
  let reports: MockInstance<typeof console.error>;
  beforeEach(() => {
    reports = vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => reports.mockRestore());

  test('takes in an article that is edited twice within one millisecond', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND], 'our-team');
    const index = await createLiveIndex(knowledge, clock);
    const expectFound = (query: string, ids: string[]) =>
      vi.waitFor(
        async () =>
          expect((await index.search(query, 5)).hits.map(({ articleId }) => articleId)).toEqual(ids),
        { timeout: 2_000, interval: 5 },
      );
    await knowledge.articles.put([{ ...REFUND, title: '宽带移机' }], 'our-team');
    await expectFound('宽带移机', ['test.refund']);
    await knowledge.articles.put([{ ...REFUND, title: '合约解约' }], 'our-team');
    await expectFound('合约解约', ['test.refund']);
    await expectFound('宽带移机', []);
  });
});
