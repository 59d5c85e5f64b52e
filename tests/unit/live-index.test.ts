import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { createLiveIndex, type LiveIndex } from '../../entrypoints/search-worker/live-index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { SEGMENT_VERSION } from '../../knowledge/search/index.ts';
import { makeArticle, makePack } from '../support/make-article.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';

const REFUND = makeArticle({ id: 'test.refund', title: '退款多久到账', aliases: [] });
const INVOICE = makeArticle({
  id: 'test.invoice',
  title: '发票抬头怎么改',
  aliases: [],
  tags: ['发票'],
  replies: [{ tone: 'formal', text: '请把新的抬头写给我。' }],
});

// The index goes on listening until the test's database is closed under it, and reports that.
let reports: MockInstance<typeof console.error>;
beforeEach(() => {
  reports = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => reports.mockRestore());

const idsFor = async (index: LiveIndex, query: string) =>
  (await index.search(query, 5)).hits.map(({ articleId }) => articleId);

/** The index follows by itself; a test waits until it has. */
const eventually = (index: LiveIndex, question: string, ids: string[]) =>
  vi.waitFor(async () => expect(await idsFor(index, question)).toEqual(ids), { timeout: 2_000, interval: 5 });

/** Counts how often all articles are read, which is what building anew takes. */
function watchRebuilds({ articles }: KnowledgeBase): () => number {
  const reading = vi.spyOn(articles, 'listChangedSince');
  return () => reading.mock.calls.filter(([since]) => since === 0).length;
}

describe('the index follows the stored articles', () => {
  test('from the first one on', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    const index = await createLiveIndex(knowledge, clock);
    expect(index.size()).toBe(0);
    await knowledge.articles.put([REFUND], 'our-team');
    await eventually(index, '退款多久到账', ['test.refund']);
    expect(index.size()).toBe(1);
  });

  test('when one is added, changed and archived', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND], 'our-team');
    const index = await createLiveIndex(knowledge, clock);
    expect(await idsFor(index, '退款多久到账')).toEqual(['test.refund']);

    clock.advance(1);
    await knowledge.articles.put([INVOICE], 'our-team');
    await eventually(index, '发票抬头怎么改', ['test.invoice']);

    clock.advance(1);
    await knowledge.articles.put([{ ...INVOICE, title: '宽带老是断网', tags: [] }], 'our-team');
    await eventually(index, '宽带老是断网', ['test.invoice']);
    expect(await idsFor(index, '发票')).toEqual([]);

    clock.advance(1);
    await knowledge.articles.put([{ ...INVOICE, confidence: 'archived' }], 'our-team');
    await eventually(index, '宽带老是断网', []);
    expect(await idsFor(index, '退款多久到账')).toEqual(['test.refund']);
    expect(index.size()).toBe(1);
  });

  test('when a newer pack gives an article up', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.installPack(makePack({ articles: [REFUND, INVOICE] }));
    const index = await createLiveIndex(knowledge, clock);
    clock.advance(1);
    await knowledge.articles.installPack(makePack({ version: 2, articles: [REFUND] }));
    await eventually(index, '发票抬头怎么改', []);
    expect(await idsFor(index, '退款多久到账')).toEqual(['test.refund']);
  });

  test('when several are saved within one millisecond', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    const index = await createLiveIndex(knowledge, clock);
    await knowledge.articles.put([REFUND], 'our-team');
    await eventually(index, '退款多久到账', ['test.refund']);
    await knowledge.articles.put([INVOICE], 'our-team');
    await eventually(index, '发票抬头怎么改', ['test.invoice']);
    expect(index.size()).toBe(2);
  });

  test('when more change at once than are worth carrying along', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND], 'our-team');
    const index = await createLiveIndex(knowledge, clock);
    clock.advance(1);
    const many = Array.from({ length: 400 }, (_, at) =>
      makeArticle({ id: `test.${at}`, title: `套餐${at}怎么选` }),
    );
    await knowledge.articles.put([...many, INVOICE], 'our-team');
    await vi.waitFor(() => expect(index.size()).toBe(402), { timeout: 4_000 });
    expect((await idsFor(index, '套餐399怎么选'))[0]).toBe('test.399');
    await vi.waitFor(async () => expect((await knowledge.segments.load())?.upTo).toBe(clock()));
    clock.advance(1);
    await knowledge.articles.put([{ ...INVOICE, title: '宽带老是断网' }], 'our-team');
    await vi.waitFor(async () => expect((await idsFor(index, '宽带老是断网'))[0]).toBe('test.invoice'));
  });
});

describe('the next start', () => {
  test('uses the stored index and does not build it anew', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND, INVOICE], 'our-team');
    const first = await createLiveIndex(knowledge, clock);
    expect((await knowledge.segments.load())?.version).toBe(SEGMENT_VERSION);
    const countRebuilds = watchRebuilds(knowledge);
    const second = await createLiveIndex(knowledge, clock);
    expect(await second.search('发票', 5)).toEqual(await first.search('发票', 5));
    expect(countRebuilds()).toBe(0);
  });

  test('takes in what changed while nobody was looking', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND, INVOICE], 'our-team');
    await createLiveIndex(knowledge, clock);
    clock.advance(1);
    await knowledge.articles.put([{ ...REFUND, confidence: 'archived' }], 'our-team');
    const added = makeArticle({ id: 'test.new', title: '宽带老是断网', aliases: [], tags: [] });
    await knowledge.articles.put([added], 'our-team');
    const index = await createLiveIndex(knowledge, clock);
    expect(await idsFor(index, '宽带老是断网')).toEqual(['test.new']);
    expect(index.size()).toBe(2);
  });

  test.each<
    [string, (stored: NonNullable<Awaited<ReturnType<KnowledgeBase['segments']['load']>>>) => object]
  >([
    ['of another version', (stored) => ({ ...stored, version: SEGMENT_VERSION + 1 })],
    ['made with other synonyms', (stored) => ({ ...stored, concepts: stored.concepts + 1 })],
    [
      'cut short in the middle of a number',
      (stored) => ({
        ...stored,
        buffers: { ...stored.buffers, articles: stored.buffers.articles.slice(0, 3) },
      }),
    ],
    ['that lost a field', ({ names: _names, ...rest }) => rest],
    ['that lost all its numbers', ({ buffers: _buffers, ...rest }) => rest],
    ['that points nowhere', (stored) => ({ ...stored, articleIds: 'test.refund', articleCount: 1 })],
  ])('builds anew, and stores, what replaces an index %s', async (_what, damage) => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND, INVOICE], 'our-team');
    await createLiveIndex(knowledge, clock);
    const whole = await knowledge.segments.load();
    if (!whole) throw new Error('no index was stored');
    await knowledge.segments.save(damage(whole) as typeof whole, whole.upTo);
    const countRebuilds = watchRebuilds(knowledge);
    const index = await createLiveIndex(knowledge, clock);
    expect(countRebuilds()).toBe(1);
    expect(await idsFor(index, '发票抬头怎么改')).toEqual(['test.invoice']);
    expect(await knowledge.segments.load()).toEqual(whole);
  });

  test('works without being able to store the index', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.articles.put([REFUND], 'our-team');
    vi.spyOn(knowledge.segments, 'save').mockRejectedValue(new Error('disk full'));
    vi.spyOn(knowledge.segments, 'load').mockRejectedValue(new Error('unreadable'));
    const index = await createLiveIndex(knowledge, clock);
    expect(await idsFor(index, '退款多久到账')).toEqual(['test.refund']);
  });

  test('has nothing to store before there are articles', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await createLiveIndex(knowledge, clock);
    expect(await knowledge.segments.load()).toBeUndefined();
  });
});
