import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useGapNotes } from '../../components/state/use-gap-notes.ts';
import { nameDay } from '../../components/state/use-teaching.ts';
import { namePlace } from '../../knowledge/conversation/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { MIN_CONFIDENCE } from '../../knowledge/suggestions/index.ts';
import { answerInsertions, AssistHarness, makeTabReading, ORIGIN } from '../support/assist-harness.tsx';
import { openFakeRecords, makeQuotaError, type FakeRecords } from '../support/fake-records.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';
import { makeResults, makeSet } from '../support/make-assist.ts';
import { makeArticle } from '../support/make-article.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const TURN = '钱怎么还没退回来';
const REFUND = makeArticle({ id: 'a.refund', title: '退款多久到账' });
const INVOICE = makeArticle({ id: 'a.invoice', title: '怎么开发票' });
const ANSWERS = {
  [TURN]: makeAnswer(makeHit('a.refund', { matched: ['退'] })),
  发票: makeAnswer(makeHit('a.invoice')),
  'tag:发票 发票': makeAnswer(makeHit('a.invoice')),
  也许: makeAnswer(makeHit('a.invoice', { confidence: MIN_CONFIDENCE / 2 })),
};

let fake: FakeRecords;

beforeEach(async () => {
  fake = await openFakeRecords();
  await fake.records.articles.put([REFUND, INVOICE], 'test-pack');
});
afterEach(() => vi.restoreAllMocks());

async function renderAssist(records: KnowledgeBase = fake.records, turn: string | null = TURN) {
  const reading = turn === null ? null : makeTabReading(turn);
  const { search } = makeFakeSearch(ANSWERS);
  return renderInApp(<AssistHarness search={search} reading={reading} />, { records });
}

const box = () => screen.getByRole('combobox');
const card = (title: string) => screen.findByRole('group', { name: new RegExp(`^1\\. ${title}`) });

async function listLessons() {
  const lessons = await fake.records.lessons.list();
  return lessons.map(({ question, articleId, kind }) => `${kind}: ${question} → ${articleId}`).toSorted();
}
/** Waits until as many were learned. */
async function waitForLessons(count: number): Promise<string[]> {
  await waitFor(async () => expect(await listLessons()).toHaveLength(count));
  return listLessons();
}

describe('use teaches', () => {
  it('that a card which was inserted answered the customer', async () => {
    const sent = answerInsertions();
    const { user } = await renderAssist();
    await card('退款多久到账');
    await user.click(screen.getByRole('button', { name: 'Insert' }));
    expect(await waitForLessons(1)).toEqual([`inserted: ${TURN} → a.refund`]);
    expect(sent).toHaveLength(1);
    const [lesson] = await fake.records.lessons.list();
    expect(lesson?.contactId).toBe(nameDay(new Date()));
  });

  it('under the contact that is being recorded, where there is one', async () => {
    answerInsertions();
    const key = await fake.records.deriveConversationKey(namePlace(ORIGIN, 'practice'), 'chat-1');
    await fake.addContact({ id: 'contact-7', state: 'open', conversationKey: key });
    const { user } = await renderAssist();
    await card('退款多久到账');
    await waitFor(async () =>
      expect(await fake.records.suggestionRecords.listForContact('contact-7')).toHaveLength(1),
    );
    await user.click(screen.getByRole('button', { name: 'Insert' }));
    expect(await waitForLessons(1)).toEqual([`inserted: ${TURN} → a.refund`]);
    expect((await fake.records.lessons.list())[0]?.contactId).toBe('contact-7');
  });

  it('both what was typed and what the customer said, when a result is inserted', async () => {
    answerInsertions();
    const { user } = await renderAssist();
    await card('退款多久到账');
    await user.type(box(), '发票');
    await card('怎么开发票');
    await user.click(screen.getByRole('button', { name: 'Insert' }));
    expect(await waitForLessons(2)).toEqual(
      [`inserted: ${TURN} → a.invoice`, 'inserted: 发票 → a.invoice'].toSorted(),
    );
  });

  it('the words alone, without filters', async () => {
    const { user } = await renderAssist(fake.records, null);
    await user.type(box(), 'tag:发票 发票');
    await card('怎么开发票');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await waitForLessons(1)).toEqual(['opened: 发票 → a.invoice']);
  });

  it('that a card was opened, or did not fit', async () => {
    const { user } = await renderAssist();
    await card('退款多久到账');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await waitForLessons(1)).toEqual([`opened: ${TURN} → a.refund`]);
    await user.click(screen.getByRole('button', { name: 'Not this one' }));
    await waitFor(async () => expect(await listLessons()).toEqual([`dismissed: ${TURN} → a.refund`]));
  });

  it('nothing when the console refused', async () => {
    answerInsertions({ ok: false, reason: 'composer-missing' });
    const { user } = await renderAssist();
    await card('退款多久到账');
    await user.click(screen.getByRole('button', { name: 'Insert' }));
    await screen.findByText(/Not inserted/);
    expect(await listLessons()).toEqual([]);
  });

  it('nothing with a full disk, which is said; the reply goes in all the same', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const sent = answerInsertions();
    const lessons = { ...fake.records.lessons, learn: () => Promise.reject(makeQuotaError()) };
    const { user } = await renderAssist({ ...fake.records, lessons });
    await card('退款多久到账');
    await user.click(screen.getByRole('button', { name: 'Insert' }));
    expect(await screen.findByText(/the disk is full/)).toBeVisible();
    expect(sent).toEqual(['您的退款已经在路上了哦。']);
  });
});

describe('a day as the voice of those without a contact', () => {
  it('is the day at the desk', () => {
    expect(nameDay(new Date(2026, 0, 5, 23, 59))).toBe('day:2026-01-05');
  });
});

/** Longer than anybody waits between two letters. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 750));

describe('a search that is finished', () => {
  const listGaps = async () =>
    (await fake.records.gaps.list()).map(({ question, reason, source }) => [question, reason, source]);
  it.each([
    ['包邮吗', [['包邮吗', 'nothing-found', 'search']]],
    ['也许', [['也许', 'unsure', 'search']]],
    ['发票', []],
    ['包', []],
    ['包邮吗 tag:发票', []],
  ])('%j is noted as %j', async (typed, expected) => {
    const { user } = await renderAssist(fake.records, null);
    await user.type(box(), typed);
    await rest();
    expect(await listGaps()).toEqual(expected);
  });

  it('is one gap, however it was typed', async () => {
    const { user } = await renderAssist(fake.records, null);
    for (const letter of '包邮吗') {
      await user.type(box(), letter);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await rest();
    expect(await listGaps()).toEqual([['包邮吗', 'nothing-found', 'search']]);
    expect((await fake.records.gaps.list())[0]?.count).toBe(1);
  });

  it('is not finished while an input method composes', async () => {
    await renderAssist(fake.records, null);
    fireEvent.compositionStart(box());
    fireEvent.change(box(), { target: { value: 'bao you ma' } });
    await rest();
    expect(await listGaps()).toEqual([]);
    fireEvent.change(box(), { target: { value: '包邮吗' } });
    fireEvent.compositionEnd(box());
    await rest();
    expect(await listGaps()).toEqual([['包邮吗', 'nothing-found', 'search']]);
  });
});

describe('a contact in which the same is searched for again', () => {
  it('is one gap in it, and one more in the next', async () => {
    const answer = makeResults('包邮吗');
    function Notes({ contactId }: { contactId: string }) {
      useGapNotes({ answer, set: null }, contactId);
      return null;
    }
    const readCount = async () => (await fake.records.gaps.list())[0]?.count;
    const panel = { query: '包邮吗' };
    for (const [contactId, count] of [
      ['c1', 1],
      ['c1', 1],
      ['c2', 2],
    ] as const) {
      const app = await renderInApp(<Notes contactId={contactId} />, { records: fake.records, panel });
      await rest();
      expect(await readCount()).toBe(count);
      app.unmount();
    }
  });
});

describe('a customer for whom there is no card', () => {
  function Notes({ contactId, gap }: { contactId?: string; gap: 'nothing-found' | null }) {
    const set = { ...makeSet('包邮吗', []), gap };
    useGapNotes({ answer: null, set }, contactId);
    return null;
  }

  it.each([
    ['in a contact', { contactId: 'c1', gap: 'nothing-found' as const }, 1],
    ['in an old chat', { gap: 'nothing-found' as const }, 0],
    ['who asked nothing', { contactId: 'c1', gap: null }, 0],
  ])('%s', async (_, props, times) => {
    const app = await renderInApp(<Notes {...props} />, { records: fake.records });
    app.rerender(<Notes {...props} />);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const gaps = await fake.records.gaps.list();
    expect(gaps.map(({ source, count }) => [source, count])).toEqual(times ? [['customer', times]] : []);
  });

  it('is one gap when the panel is opened again', async () => {
    for (let times = 0; times < 2; times += 1) {
      const props = { contactId: 'c1', gap: 'nothing-found' } as const;
      const app = await renderInApp(<Notes {...props} />, { records: fake.records });
      await new Promise((resolve) => setTimeout(resolve, 50));
      app.unmount();
    }
    expect((await fake.records.gaps.list()).map(({ count }) => count)).toEqual([1]);
  });
});
