/** The ledger of promises on a real database: what presses first, closing, and taking it back. */
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PromisesView } from '../../components/promises/PromisesView.tsx';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { ServicePromise } from '../../knowledge/promises/index.ts';
import { makeContact, openFakeRecords } from '../support/fake-records.ts';
import { makePromise } from '../support/make-promise.ts';
import { findAccessProblems, findBrokenTexts, LOCALES } from '../support/render-checks.tsx';
import { renderInApp, type AppOptions } from '../support/render-in-app.tsx';

const HOUR = 3_600_000;

configure({ asyncUtilTimeout: 5_000 });

let records: KnowledgeBase;

beforeEach(async () => {
  const fake = await openFakeRecords();
  ({ records } = fake);
  await fake.addContact(makeContact());
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockReturnValue(Promise.resolve({}) as never);
});

const store = async (change: Partial<ServicePromise>) =>
  (await records.openPromises()).add(makePromise({ madeAt: Date.now(), ...change }));

describe('the ledger', () => {
  const onContact = vi.fn<(id: string) => void>();
  const renderLedger = (locale: AppOptions['locale'] = 'zh-CN') =>
    act(() =>
      renderInApp(
        <Suspense>
          <PromisesView onBack={() => {}} onContact={onContact} />
          <NoticeLine />
        </Suspense>,
        { locale, records },
      ),
    );
  const readRows = async (name: string) =>
    within(await screen.findByRole('list', { name })).getAllByRole('listitem');

  it('says what will be here while it is empty', async () => {
    await renderLedger();
    expect(await screen.findByRole('heading', { name: '还没有承诺' })).toBeVisible();
  });

  it('shows what presses first, then by time, and what has no time last', async () => {
    await store({ id: 'undated', words: '尽快回复您', dueAt: null, action: 'reply' });
    await store({ id: 'later', words: '后天给您寄出', dueAt: Date.now() + 48 * HOUR, action: 'send' });
    await store({ id: 'overdue', madeAt: Date.now() - 3 * HOUR, dueAt: Date.now() - HOUR });
    await renderLedger();
    const rows = await readRows('还要做的');
    expect(rows.map((row) => within(row).getByText(/已超|还有|没说时间/).textContent)).toEqual([
      expect.stringContaining('已超'),
      expect.stringContaining('还有'),
      '没说时间',
    ]);
  });

  it('closes as kept, as late by the clock, as broken or withdrawn, and takes each back', async () => {
    await store({ id: 'in-time', words: '一', dueAt: Date.now() + HOUR });
    await store({ id: 'too-late', words: '二', madeAt: Date.now() - 3 * HOUR, dueAt: Date.now() - HOUR });
    await store({ id: 'broken', words: '三', dueAt: Date.now() + 2 * HOUR });
    await store({ id: 'withdrawn', words: '四', dueAt: Date.now() + 3 * HOUR });
    const { user } = await renderLedger();
    const press = async (words: string, button: string) => {
      const row = (await screen.findByText(words)).closest('li') as HTMLElement;
      await user.click(within(row).getByRole('button', { name: button }));
      await screen.findAllByText(/已记为/);
    };
    await press('一', '做到了');
    await press('二', '做到了');
    await press('三', '没做到');
    await press('四', '不算了');
    await screen.findByText('答应的事都了结了。');
    const ledger = await records.openPromises();
    const states = Object.fromEntries((await ledger.listClosed(10)).map(({ id, state }) => [id, state]));
    expect(states).toEqual({
      'in-time': 'kept',
      'too-late': 'late',
      broken: 'broken',
      withdrawn: 'withdrawn',
    });
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(async () => expect(await ledger.find('withdrawn')).toMatchObject({ state: 'open' }));
    const row = screen.getByText('三').closest('li') as HTMLElement;
    await user.click(within(row).getByRole('button', { name: '撤回' }));
    await waitFor(async () => expect(await ledger.find('broken')).toMatchObject({ state: 'open' }));
  });

  it('moves a promise to another time, and reminds afresh', async () => {
    await store({ id: 'p', madeAt: Date.now() - 3 * HOUR, dueAt: Date.now() - HOUR, isToldOverdue: true });
    const { user } = await renderLedger();
    await user.click(await screen.findByRole('button', { name: '改时间' }));
    await user.click(screen.getByRole('button', { name: '明天中午' }));
    await screen.findByText('时间改好了，会重新提醒。');
    const moved = await (await records.openPromises()).find('p');
    expect(moved).toMatchObject({ isReminded: false, isToldOverdue: false });
    expect(new Date(moved?.dueAt ?? 0).getHours()).toBe(12);
  });

  it('is walked with arrows, and the focus goes on when a row goes', async () => {
    await store({ id: 'a', words: '一', dueAt: Date.now() + HOUR });
    await store({ id: 'b', words: '二', dueAt: Date.now() + 2 * HOUR });
    const { user } = await renderLedger();
    const [first, second] = await readRows('还要做的');
    within(first as HTMLElement)
      .getAllByRole('button')[0]
      ?.focus();
    await user.keyboard('{ArrowDown}');
    expect(second).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{ArrowUp}');
    await user.tab();
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await readRows('还要做的')).toHaveLength(1));
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).closest('li')).toHaveTextContent('二'),
    );
  });

  it('leads to the contact', async () => {
    await store({ dueAt: Date.now() + HOUR });
    const { user } = await renderLedger();
    await user.click(await screen.findByRole('button', { name: /王\*\*/ }));
    expect(onContact).toHaveBeenCalledWith('contact-1');
  });

  it.each(LOCALES)('is whole and reachable in %s', async (locale) => {
    await store({ id: 'a', dueAt: Date.now() + HOUR });
    await store({ id: 'b', words: '二', dueAt: null });
    const { container } = await renderLedger(locale);
    await waitFor(() => expect(container.querySelectorAll('[data-promise]')).toHaveLength(2));
    expect(findBrokenTexts(container)).toEqual([]);
    expect(await findAccessProblems(container)).toEqual([]);
  });
});
