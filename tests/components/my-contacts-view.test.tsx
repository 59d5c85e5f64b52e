import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { MyContactsView } from '../../components/contacts/MyContactsView.tsx';
import { usePanelStore } from '../../components/state/panel-store.ts';
import { GENERAL_SERVICE_RUBRIC, type Assessment } from '../../knowledge/assessment/index.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const onPractice = vi.fn<() => void>();

const makeAssessment = (contactId: string): Assessment => ({
  id: `assessment-of-${contactId}`,
  v: 1,
  contactId,
  raterRole: 'self',
  rubricId: GENERAL_SERVICE_RUBRIC.id,
  rubricVersion: GENERAL_SERVICE_RUBRIC.version,
  ratings: Object.fromEntries(GENERAL_SERVICE_RUBRIC.criteria.map(({ id }) => [id, 4])),
  topic: 'Refund not received',
  outcome: 'follow-up',
  isResolvedFirstTime: false,
  mood: null,
  note: 'Call back on Monday',
  createdAt: Date.UTC(2026, 10, 21, 9),
});

describe('my contacts, before the first', () => {
  it('say what will be here, and offer a place to start', async () => {
    const { records } = await openFakeRecords();
    const { user } = await renderInApp(<MyContactsView onPractice={onPractice} />, { records });
    expect(await screen.findByRole('heading', { name: 'No contacts yet' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open practice console' }));
    expect(onPractice).toHaveBeenCalledOnce();
  });
});

it('lead to what the search has learned', async () => {
  const { records } = await openFakeRecords();
  const { user } = await renderInApp(<MyContactsView onPractice={onPractice} />, { records });
  await user.click(screen.getByRole('button', { name: 'Knowledge: learned, gaps, synonyms' }));
  expect(usePanelStore.getState().place).toBe('knowledge');
});

it('have the focus on the way there when somebody comes back from it', async () => {
  const { records } = await openFakeRecords();
  await renderInApp(<MyContactsView onPractice={onPractice} />, { records });
  expect(screen.getByRole('button', { name: 'Knowledge: learned, gaps, synonyms' })).toHaveFocus();
});

describe('my contacts', () => {
  async function renderFilled() {
    const { records, addContact } = await openFakeRecords();
    const hour = 3_600_000;
    const { startedAt } = await addContact({ id: 'rated', customerLabel: '王**' });
    await addContact({ id: 'waiting', customerLabel: 'E**', startedAt: startedAt + hour });
    await addContact({
      id: 'skipped',
      customerLabel: '',
      startedAt: startedAt - hour,
      wrapUp: 'skipped',
      firstResponseMs: null,
    });
    await records.assessments.save(makeAssessment('rated'));
    const app = await renderInApp(<MyContactsView onPractice={onPractice} />, { records });
    const items = within(await screen.findByRole('list', { name: 'My contacts' })).getAllByRole('listitem');
    return { ...app, items };
  }

  it('stand newest first, and are said to be private', async () => {
    const { items } = await renderFilled();
    expect(items.map((item) => item.dataset['contact'])).toEqual(['waiting', 'rated', 'skipped']);
    expect(screen.getByText(/Only you can see this/)).toBeVisible();
  });

  it('show the topic, the outcome, every rating and the note of a rated one', async () => {
    const { items } = await renderFilled();
    const rated = items[1] as HTMLElement;
    expect(rated).toHaveTextContent('Refund not received');
    expect(rated).toHaveTextContent('王**');
    expect(rated).toHaveTextContent('Follow up');
    expect(rated).toHaveTextContent('first reply 18 s');
    expect(rated).toHaveTextContent('Call back on Monday');
    for (const { name } of GENERAL_SERVICE_RUBRIC.criteria) expect(rated).toHaveTextContent(`${name.en} 4`);
    expect(within(rated).queryByRole('button')).toBeNull();
  });

  it('lead from one that waits to its wrap-up', async () => {
    const { user, items } = await renderFilled();
    await user.click(within(items[0] as HTMLElement).getByRole('button', { name: 'Wrap up' }));
    expect(usePanelStore.getState()).toMatchObject({ place: 'wrap-up', wrapUpContactId: 'waiting' });
  });

  it('call a skipped one skipped, and claim no answer that was never given', async () => {
    const { items } = await renderFilled();
    expect(items[2]).toHaveTextContent('Customer');
    expect(items[2]).toHaveTextContent('Skipped');
    expect(items[2]).not.toHaveTextContent('first reply');
  });

  it('have the one a promise led to under the hand, however old it is', async () => {
    const { records, addContact } = await openFakeRecords();
    const { startedAt } = await addContact({ id: 'old', customerLabel: '李**', wrapUp: 'done' });
    for (let at = 1; at <= 50; at += 1) await addContact({ id: `newer-${at}`, startedAt: startedAt + at });
    const panel = { place: 'mine', shownContactId: 'old' } as const;
    await renderInApp(<MyContactsView onPractice={onPractice} />, { records, panel });
    const old = (await screen.findByText('李**')).closest('li');
    await waitFor(() => expect(old).toHaveFocus());
  });
});

it('lead to the promises made to customers', async () => {
  const { records } = await openFakeRecords();
  const { user } = await renderInApp(<MyContactsView onPractice={onPractice} />, { records });
  await user.click(screen.getByRole('button', { name: 'Promises made to customers' }));
  expect(usePanelStore.getState().place).toBe('promises');
});
