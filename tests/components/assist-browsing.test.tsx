import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePanelStore } from '../../components/state/panel-store.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { answerInsertions, AssistHarness, makeTabReading } from '../support/assist-harness.tsx';
import { openFakeRecords } from '../support/fake-records.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';
import { makeArticle } from '../support/make-article.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const TURN = '钱怎么还没退回来';
const ANSWERS = {
  [TURN]: makeAnswer(makeHit('a.refund', { matched: ['退'] })),
  发票: makeAnswer(makeHit('a.invoice')),
};

let records: KnowledgeBase;

beforeEach(async () => {
  ({ records } = await openFakeRecords());
  const titles = { refund: '退款多久到账', invoice: '怎么开发票', greeting: '开场问候', old: '旧活动' };
  await records.articles.put(
    Object.entries(titles).map(([id, title]) =>
      makeArticle({ id: `a.${id}`, title, confidence: id === 'old' ? 'archived' : 'validated' }),
    ),
    'test-pack',
  );
  const use = (contactId: string, articleId: string) =>
    records.suggestionRecords.record({
      contactId,
      turnId: 't',
      articleIds: [articleId],
      outcome: 'inserted',
    });
  await use('c1', 'a.greeting');
  await use('c2', 'a.greeting');
  await use('c1', 'a.invoice');
  await use('c1', 'a.old');
});
afterEach(() => vi.restoreAllMocks());

async function renderAssist(turn: string | null = TURN) {
  const reading = turn === null ? null : makeTabReading(turn);
  const { search } = makeFakeSearch(ANSWERS);
  const app = await renderInApp(<AssistHarness search={search} reading={reading} />, { records });
  if (turn) await screen.findByRole('group', { name: /退款多久到账/ });
  return app;
}

const box = () => screen.getByRole('combobox');
const listCards = () =>
  [...document.querySelectorAll<HTMLElement>('[data-article]')].map(({ dataset }) => dataset['article']);
const waitForFavourites = () => waitFor(() => expect(listCards()).toEqual(['a.greeting', 'a.invoice']));

describe('a click into the empty box', () => {
  it('shows what was used most, without what was archived', async () => {
    const { user } = await renderAssist();
    await user.click(box());
    await waitForFavourites();
    expect(screen.getByRole('heading', { name: 'Used most' })).toBeVisible();
  });

  it('works where no customer waits', async () => {
    const { user } = await renderAssist(null);
    await user.click(box());
    expect(await screen.findByRole('heading', { name: 'Used most' })).toBeVisible();
    expect(listCards()).toEqual(['a.greeting', 'a.invoice']);
  });

  it('gives way to results, comes back when the box is emptied, and leaves on Escape', async () => {
    const { user } = await renderAssist();
    await user.click(box());
    await user.keyboard('发票');
    await waitFor(() => expect(listCards()).toEqual(['a.invoice']));
    await user.keyboard('{Backspace}{Backspace}');
    await waitForFavourites();
    await user.keyboard('{Escape}');
    expect(listCards()).toEqual(['a.refund']);
    expect(box()).toHaveFocus();
  });

  it('is over when the box is left for elsewhere, not on the way into the list', async () => {
    const { user } = await renderAssist();
    await user.click(box());
    await waitForFavourites();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAttribute('data-article', 'a.greeting');
    expect(listCards()).toHaveLength(2);
    await user.click(box());
    act(() => screen.getByRole('button', { name: 'Settings' }).focus());
    expect(listCards()).toEqual(['a.refund']);
  });

  it('is over when the person goes back to the console', async () => {
    const { user } = await renderAssist();
    await user.click(box());
    await waitForFavourites();
    await user.keyboard('{ArrowDown}');
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    act(() => (document.activeElement as HTMLElement).blur());
    expect(listCards()).toEqual(['a.refund']);
  });

  it('keeps its order while it is open, whatever is used meanwhile', async () => {
    const { user } = await renderAssist();
    await user.click(box());
    await waitForFavourites();
    for (const contactId of ['c3', 'c4', 'c5']) {
      await records.suggestionRecords.record({
        contactId,
        turnId: 't',
        articleIds: ['a.invoice'],
        outcome: 'inserted',
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(listCards()).toEqual(['a.greeting', 'a.invoice']);
    await user.keyboard('{Escape}');
    await user.click(box());
    await waitFor(() => expect(listCards()).toEqual(['a.invoice', 'a.greeting']));
  });

  it('inserts one, and is back at the cards with the focus in the closed box', async () => {
    const sent = answerInsertions();
    const { user } = await renderAssist();
    await user.click(box());
    await waitForFavourites();
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(sent).toHaveLength(1));
    await waitFor(() => expect(listCards()).toEqual(['a.refund']));
    expect(box()).toHaveFocus();
    expect(usePanelStore.getState().isBrowsing).toBe(false);
  });

  it('says so when they cannot be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const listFavourites = () => Promise.reject(new Error('broken'));
    records = { ...records, suggestionRecords: { ...records.suggestionRecords, listFavourites } };
    const { user } = await renderAssist();
    await user.click(box());
    expect(await screen.findByRole('heading', { name: 'The search does not answer' })).toBeVisible();
  });
});
