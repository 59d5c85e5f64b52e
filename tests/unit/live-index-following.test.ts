import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { createLiveIndex, type LiveIndex } from '../../entrypoints/search-worker/live-index.ts';
import type { Article } from '../../knowledge/articles/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { makeArticle } from '../support/make-article.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';

const makeOwn = (id: string, title: string, own: Partial<Article> = {}) =>
  makeArticle({ id, title, aliases: [], tags: [], replies: [{ tone: 'formal', text: `答复${id}` }], ...own });
const REFUND = makeOwn('test.refund', '退款多久到账', {
  aliases: ['钱还没退回来'],
  replies: [{ tone: 'formal', text: '银行处理需要一些时间。' }],
});
const FAILED = makeOwn('test.failed', '退款失败怎么办', { tags: ['支付'] });
const CONTRACT = makeOwn('test.contract', '合约机解约');

// The index goes on listening until the test's database is closed under it, and reports that.
let reports: MockInstance<typeof console.error>;
beforeEach(() => {
  reports = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => reports.mockRestore());

const idsFor = async (index: LiveIndex, query: string, limit = 5) =>
  (await index.search(query, limit)).hits.map(({ articleId }) => articleId);
const idsSuggested = (index: LiveIndex, message: string) =>
  index.suggest({ message, earlier: [] }).hits.map(({ articleId }) => articleId);

const waitUntil = (check: () => unknown) => vi.waitFor(check, { timeout: 3_000, interval: 5 });

async function startWith(...articles: Article[]) {
  const { knowledge, clock } = await makeKnowledgeBase();
  await knowledge.articles.put(articles, 'our-team');
  return { knowledge, clock, index: await createLiveIndex(knowledge, clock) };
}

/** Keeps rebuilding from ending until it is let go. */
function holdSaving({ segments }: KnowledgeBase) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const save = segments.save.bind(segments);
  const saving = vi.spyOn(segments, 'save').mockImplementation(async (segment, upTo) => {
    await promise;
    await save(segment, upTo);
  });
  return { release: () => resolve(), isHeld: () => saving.mock.calls.length > 0 };
}

describe('the index follows the team’s synonyms', () => {
  test('from the moment they are added until they are removed', async () => {
    const { knowledge, index } = await startWith(CONTRACT, REFUND);
    expect(await idsFor(index, '拆伙')).toEqual([]);
    await knowledge.synonyms.add([{ terms: ['解约', '拆伙'] }]);
    await waitUntil(async () => expect(await idsFor(index, '拆伙')).toEqual(['test.contract']));
    await knowledge.synonyms.remove((await knowledge.synonyms.list()).map(({ id }) => id));
    await waitUntil(async () => expect(await idsFor(index, '拆伙')).toEqual([]));
  });

  test('and does not use an index that was stored with others', async () => {
    const { knowledge, clock } = await startWith(CONTRACT, REFUND);
    const before = (await knowledge.segments.load())?.concepts;
    await knowledge.synonyms.add([{ terms: ['解约', '拆伙'] }]);
    const index = await createLiveIndex(knowledge, clock);
    expect(await idsFor(index, '拆伙')).toEqual(['test.contract']);
    expect((await knowledge.segments.load())?.concepts).not.toBe(before);
  });

  test('even those that come while it is being rebuilt', async () => {
    const { knowledge, index } = await startWith(CONTRACT, REFUND);
    const { release, isHeld } = holdSaving(knowledge);
    await knowledge.synonyms.add([{ terms: ['退款', '返钱儿'] }]);
    await waitUntil(() => expect(isHeld()).toBe(true));
    const following = vi.spyOn(knowledge.synonyms, 'list');
    await knowledge.synonyms.add([{ terms: ['解约', '拆伙'] }]);
    await waitUntil(() => expect(following).toHaveBeenCalled());
    await following.mock.results[0]?.value;
    release();
    await waitUntil(async () => expect(await idsFor(index, '拆伙')).toEqual(['test.contract']));
  });

  test('even those that come while many new articles make it rebuild', async () => {
    const { knowledge, clock, index } = await startWith(CONTRACT, REFUND);
    const { release, isHeld } = holdSaving(knowledge);
    clock.advance(1);
    const many = Array.from({ length: 320 }, (_, at) =>
      makeArticle({ id: `test.${at}`, title: `套餐${at}` }),
    );
    await knowledge.articles.put(many, 'our-team');
    await waitUntil(() => expect(isHeld()).toBe(true));
    const following = vi.spyOn(knowledge.synonyms, 'list');
    await knowledge.synonyms.add([{ terms: ['解约', '拆伙'] }]);
    await waitUntil(() => expect(following).toHaveBeenCalled());
    await following.mock.results[0]?.value;
    await new Promise((resolve) => setTimeout(resolve, 20));
    release();
    await waitUntil(async () => expect((await idsFor(index, '拆伙'))[0]).toBe('test.contract'));
  });
});

describe('the index follows what use teaches', () => {
  const question = 'gprs 好卡顿';
  const lesson = { question, articleId: 'test.contract', contactId: 'c1', kind: 'inserted' } as const;

  test('from the moment it is learned until it is undone', async () => {
    const { knowledge, index } = await startWith(CONTRACT, REFUND);
    expect(idsSuggested(index, question)).toEqual([]);
    await knowledge.lessons.learn(lesson);
    await waitUntil(() => expect(idsSuggested(index, question)).toEqual(['test.contract']));
    await knowledge.lessons.remove((await knowledge.lessons.list()).map(({ id }) => id));
    await waitUntil(() => expect(idsSuggested(index, question)).toEqual([]));
  });

  test('from the start, and through a rebuild', async () => {
    const { knowledge, clock, index: first } = await startWith(CONTRACT, REFUND);
    await knowledge.lessons.learn(lesson);
    await waitUntil(() => expect(idsSuggested(first, question)).toEqual(['test.contract']));
    const index = await createLiveIndex(knowledge, clock);
    await waitUntil(() => expect(idsSuggested(index, question)).toEqual(['test.contract']));
    await knowledge.synonyms.add([{ terms: ['解约', '拆伙'] }]);
    await waitUntil(async () => expect(await idsFor(index, '拆伙')).toEqual(['test.contract']));
    expect(idsSuggested(index, question)).toEqual(['test.contract']);
  });

  test('but no lesson brings back an archived article', async () => {
    const { knowledge, clock, index } = await startWith(CONTRACT, REFUND);
    await knowledge.lessons.learn(lesson);
    await waitUntil(() => expect(idsSuggested(index, question)).toEqual(['test.contract']));
    clock.advance(1);
    await knowledge.articles.put([{ ...CONTRACT, confidence: 'archived' }], 'our-team');
    await waitUntil(() => expect(idsSuggested(index, question)).toEqual([]));
  });
});

describe('while the index is being rebuilt', () => {
  test('answers go on coming from the old one', async () => {
    const { knowledge, index } = await startWith(CONTRACT, REFUND);
    const { release, isHeld } = holdSaving(knowledge);
    await knowledge.synonyms.add([{ terms: ['解约', '拆伙'] }]);
    await waitUntil(() => expect(isHeld()).toBe(true));
    expect(await idsFor(index, '退款多久到账')).toEqual(['test.refund']);
    expect(idsSuggested(index, '退款多久到账')).toEqual(['test.refund']);
    expect(await idsFor(index, '拆伙')).toEqual([]);
    release();
    await waitUntil(async () => expect(await idsFor(index, '拆伙')).toEqual(['test.contract']));
  });

  test('an article that changes meanwhile is in the new one', async () => {
    const { knowledge, clock, index } = await startWith(CONTRACT, REFUND);
    const { release, isHeld } = holdSaving(knowledge);
    await knowledge.synonyms.add([{ terms: ['解约', '拆伙'] }]);
    await waitUntil(() => expect(isHeld()).toBe(true));
    clock.advance(1);
    await knowledge.articles.put([{ ...REFUND, title: '宽带移机', aliases: [] }], 'our-team');
    await waitUntil(async () => expect(await idsFor(index, '宽带移机')).toEqual(['test.refund']));
    release();
    await waitUntil(async () => expect(await idsFor(index, '拆伙')).toEqual(['test.contract']));
    await waitUntil(async () => expect(await idsFor(index, '宽带移机')).toEqual(['test.refund']));
    expect(index.size()).toBe(2);
  });
});

describe('exact phrases and fields are looked up in the stored text', () => {
  test.each([
    ['"多久到账"', ['test.refund']],
    ['"到账多久"', []],
    ['退款 "失败"', ['test.failed']],
    ['in:reply 银行', ['test.refund']],
    ['in:title 银行', []],
    ['in:alias 退回来', ['test.refund']],
    ['in:tag 支付', ['test.failed']],
    ['退款 in:nowhere', ['test.failed', 'test.refund']],
    ['"退款" tag:支付', ['test.failed']],
    ['in:constructor 退款', ['test.failed', 'test.refund']],
  ])('%s', async (query, ids) => {
    const { index } = await startWith(REFUND, FAILED, CONTRACT);
    expect((await idsFor(index, query)).toSorted()).toEqual(ids);
  });

  test.each([
    ['"发票开具说明"', 'test.explained'],
    ['in:reply 开具说明', 'test.replied'],
  ])('%s, among hundreds that say nearly the same', async (query, id) => {
    const nearly = Array.from({ length: 300 }, (_, at) =>
      makeOwn(`test.${at}`, `发票说明与发票开具发票${at}`),
    );
    const { index } = await startWith(
      ...nearly,
      makeOwn('test.explained', '年底之前的发票开具说明，在网站底部的帮助中心可以找到'),
      makeOwn('test.replied', '抬头', { replies: [{ tone: 'formal', text: '先看看开具说明。' }] }),
    );
    expect(await idsFor(index, query)).toEqual([id]);
  });

  test('and no more are given than were wanted', async () => {
    const { index } = await startWith(REFUND, FAILED, CONTRACT);
    expect(await idsFor(index, '"退款"', 1)).toHaveLength(1);
  });

  test('of an article that changes during the search the new text counts', async () => {
    const { knowledge, clock, index } = await startWith(REFUND, FAILED);
    clock.advance(1);
    const searching = idsFor(index, '"退款"');
    await Promise.all([
      searching,
      knowledge.articles.put([{ ...REFUND, title: '宽带移机', aliases: [] }], 'our-team'),
    ]);
    expect(await searching).toContain('test.failed');
    expect(await idsFor(index, '"退款"')).toEqual(['test.failed']);
  });
});

describe('a customer’s message', () => {
  test.each(['你好', '谢谢', '在吗', '123456789', '[微笑]'])(
    'that asks nothing finds nothing: %s',
    async (message) => {
      const { index } = await startWith(REFUND, FAILED);
      expect(index.suggest({ message, earlier: [] })).toEqual({ isAsked: false, hits: [] });
    },
  );

  test('that asks is answered', async () => {
    const { index } = await startWith(REFUND, FAILED, CONTRACT);
    const found = index.suggest({ message: '你好，退款多久到账', earlier: [] });
    expect(found.isAsked).toBe(true);
    expect(found.hits[0]).toMatchObject({ articleId: 'test.refund', confidence: 1 });
  });
});
