/** The search worker's own script and the panel's own way to it, over a stored knowledge base. */
import type { Endpoint } from 'comlink';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi, type MockInstance } from 'vitest';
import { connectSearch, type SearchService } from '../../components/state/search-client.ts';
import searchWorker from '../../entrypoints/search-worker/index.ts';
import { openKnowledgeBase, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { installFakeSharedWorkers, type Serve } from '../support/fake-shared-workers.ts';
import { makeArticle } from '../support/make-article.ts';

// What an ended worker listened to ends under it, and is reported.
let reports: MockInstance<typeof console.error>;
beforeEach(() => {
  reports = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => reports.mockRestore());

const waitUntil = (check: () => unknown) => vi.waitFor(check, { timeout: 4_000, interval: 5 });
const idsFor = async ({ search }: SearchService, query: string) =>
  (await search(query, 5)).hits.map(({ articleId }) => articleId);
const makeNamed = (id: string, title: string) => makeArticle({ id, title, aliases: [], tags: [] });

/** Runs the script as a browser does for a new worker: in a scope that those who connect come to. */
function startWorker(): Serve {
  const scope = Object.assign(new EventTarget(), { onconnect: null });
  vi.stubGlobal('self', scope);
  void searchWorker.main();
  return (port: Endpoint) => {
    scope.dispatchEvent(Object.assign(new Event('connect'), { ports: [port] }));
  };
}

async function openBrowser() {
  // A page of its own, as the background that installs packs.
  const knowledge = await openKnowledgeBase();
  onTestFinished(() => knowledge.close());
  const workers = installFakeSharedWorkers(startWorker);
  return { knowledge, workers, openWindow: () => connectSearch() };
}

async function readStored({ segments }: KnowledgeBase) {
  const stored = await segments.load();
  if (!stored) throw new Error('no index was stored');
  return stored;
}

// First: workers of other tests, which end here for the pages only, would store the index again as well.
describe('an index on disk that is damaged', () => {
  test('is made anew at the next start, and stored again as it was', async () => {
    const { knowledge, workers, openWindow } = await openBrowser();
    await knowledge.articles.put([makeNamed('damaged.1', '押金怎么退回来')], 'our-team');
    await knowledge.synonyms.add([{ terms: ['押金', '保证金钱'] }]);
    const window = openWindow();
    await waitUntil(async () => expect((await idsFor(window, '保证金钱'))[0]).toBe('damaged.1'));
    const whole = await readStored(knowledge);

    const impacts = whole.buffers.impacts.slice(0);
    new Uint8Array(impacts).fill(7);
    await knowledge.segments.save({ ...whole, buffers: { ...whole.buffers, impacts } }, whole.upTo);
    workers.endAll();
    expect((await idsFor(window, '押金怎么退回来'))[0]).toBe('damaged.1');
    expect(await readStored(knowledge)).toEqual(whole);
  });
});

describe('several windows share the index', () => {
  test('one worker answers all, and what changes is found in each', async () => {
    const { knowledge, workers, openWindow } = await openBrowser();
    const windows = [openWindow(), openWindow()];
    for (const title of ['宽带移机要几天', '发票抬头怎么改']) {
      await knowledge.articles.put([makeNamed('shared.1', title)], 'our-team');
      for (const window of windows) {
        await waitUntil(async () => expect(await idsFor(window, title)).toEqual(['shared.1']));
      }
    }
    for (const window of windows) expect(await idsFor(window, '宽带移机要几天')).toEqual([]);
    expect(workers.started).toHaveLength(1);
  });
});

describe('a worker that is killed', () => {
  test('in the middle of a question is followed by one that answers it, and follows on', async () => {
    const { knowledge, workers, openWindow } = await openBrowser();
    await knowledge.articles.put([makeNamed('killed.1', '合约机提前解约')], 'our-team');
    const window = openWindow();
    await waitUntil(async () => expect(await idsFor(window, '合约机提前解约')).toEqual(['killed.1']));

    const asked = idsFor(window, '合约机提前解约');
    workers.endAll();
    expect(await asked).toEqual(['killed.1']);
    expect(workers.started).toHaveLength(2);

    await knowledge.articles.put([makeNamed('killed.2', '副卡共享流量')], 'our-team');
    await waitUntil(async () => expect(await idsFor(window, '副卡共享流量')).toEqual(['killed.2']));
  });

  test('while it makes the index anew leaves nothing half done', async () => {
    const { knowledge, workers, openWindow } = await openBrowser();
    const window = openWindow();
    await idsFor(window, '退款');
    const many = Array.from({ length: 400 }, (_, at) => makeNamed(`half.${at}`, `第${at}号活动怎么报名`));
    await knowledge.articles.put(many, 'our-team');
    workers.endAll();
    expect(await idsFor(window, '第399号活动怎么报名')).toContain('half.399');
    await waitUntil(async () => {
      expect((await readStored(knowledge)).articleIds.split('\n')).toContain('half.399');
    });
  });
});

describe('an update during a search', () => {
  test('answers go on, each of before or of after', async () => {
    const { knowledge, openWindow } = await openBrowser();
    const kept = makeNamed('update.kept', '积分快要过期了');
    await knowledge.articles.put([kept], 'our-team');
    const window = openWindow();
    await waitUntil(async () => expect((await idsFor(window, kept.title))[0]).toBe(kept.id));

    const many = Array.from({ length: 900 }, (_, at) => makeNamed(`update.${at}`, `积分兑换${at}号礼品`));
    const putting = knowledge.articles.put(many, 'our-team');
    const answers: string[][] = [];
    await waitUntil(async () => {
      const ids = await idsFor(window, kept.title);
      answers.push(ids);
      expect(await idsFor(window, '积分兑换899号礼品')).toContain('update.899');
    });
    await putting;
    const known = new Set([kept.id, ...(await knowledge.articles.listChangedSince(0)).map(({ id }) => id)]);
    for (const ids of answers) {
      expect(ids[0]).toBe(kept.id);
      expect(ids.every((id) => known.has(id))).toBe(true);
    }
    expect(answers.length).toBeGreaterThan(1);
  });
});
