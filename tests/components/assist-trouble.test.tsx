import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import type { SearchService } from '../../components/state/search-service.ts';
import { AssistHarness, makeTabReading } from '../support/assist-harness.tsx';
import { openFakeRecords, type FakeRecords } from '../support/fake-records.ts';
import { makeAnswer, makeFakeSearch, makeHit } from '../support/fake-search.ts';
import { makeArticle } from '../support/make-article.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const TURN = '钱怎么还没退回来';
const ANSWERS = {
  [TURN]: makeAnswer(makeHit('a.refund')),
  发票: makeAnswer(makeHit('a.invoice')),
};

let fake: FakeRecords;
let reports: MockInstance<typeof console.error>;
beforeEach(async () => {
  reports = vi.spyOn(console, 'error').mockImplementation(() => {});
  fake = await openFakeRecords();
  const articles = [
    makeArticle({ id: 'a.refund', title: '退款多久到账' }),
    makeArticle({ id: 'a.invoice', title: '怎么开发票' }),
  ];
  await fake.records.articles.put(articles, 'test-pack');
});
afterEach(() => reports.mockRestore());

/** A search whose worker is dead until somebody mends it. */
function makeDeadSearch() {
  const { search: living } = makeFakeSearch(ANSWERS);
  let isDead = true;
  const fail = () => Promise.reject(new Error('the worker did not answer'));
  const search: SearchService = {
    search: (query, limit) => (isDead ? fail() : living.search(query, limit)),
    suggest: (request) => (isDead ? fail() : living.suggest(request)),
  };
  const mend = () => {
    isDead = false;
  };
  return { search, mend };
}

const findCard = (title: string) => screen.findByRole('group', { name: new RegExp(`^1\\. ${title}`) });
const findTrouble = () => screen.findByRole('heading', { name: 'The search does not answer' });
const expectNoTrouble = () => expect(screen.queryByText('The search does not answer')).toBeNull();

describe('a search that does not answer', () => {
  it('is said where results would be, and the next question shows them', async () => {
    const { search, mend } = makeDeadSearch();
    const { user } = await renderInApp(<AssistHarness search={search} />, { records: fake.records });
    const box = screen.getByRole('combobox');
    await user.type(box, '发');
    expect(await findTrouble()).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
    mend();
    await user.type(box, '票');
    expect(await findCard('怎么开发票')).toBeVisible();
    await waitFor(expectNoTrouble);
  });

  it('is said where cards would be, and the customer’s next line shows them', async () => {
    const { search, mend } = makeDeadSearch();
    const { rerender } = await renderInApp(
      <AssistHarness search={search} reading={makeTabReading('在吗，我想问一下退款')} />,
      { records: fake.records },
    );
    expect(await findTrouble()).toBeVisible();
    mend();
    rerender(<AssistHarness search={search} reading={makeTabReading(TURN, 'm2')} />);
    expect(await findCard('退款多久到账')).toBeVisible();
    expectNoTrouble();
  });
});
