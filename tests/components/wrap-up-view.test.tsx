import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePanelStore } from '../../components/state/panel-store.ts';
import { WrapUpView } from '../../components/wrap-up/WrapUpView.tsx';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { makeContact, openFakeRecords, type FakeRecords } from '../support/fake-records.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const WANG = makeContact({ id: 'contact-wang', customerLabel: '王**' });
const EMMA = makeContact({ id: 'contact-emma', customerLabel: 'E**' });
const SOMEBODY = makeContact({ id: 'contact-x', customerLabel: '' });

let fake: FakeRecords;

beforeEach(async () => {
  fake = await openFakeRecords();
  await Promise.all([WANG, EMMA, SOMEBODY].map(fake.addContact));
});

const renderView = (pending: Contact[] | undefined, wrapUpContactId: string | null = null) =>
  renderInApp(<WrapUpView pending={pending} />, {
    records: fake.records,
    panel: { place: 'wrap-up', wrapUpContactId },
  });
const form = () => screen.queryByRole('form', { name: 'Wrap-up' });

describe('contacts waiting for their wrap-up', () => {
  it('are not called none before they have been read', async () => {
    await renderView(undefined);
    expect(screen.queryByText('All wrapped up')).toBeNull();
  });

  it('are said to be none when there are none', async () => {
    await renderView([]);
    expect(screen.getByRole('heading', { name: 'All wrapped up' })).toBeVisible();
  });

  it('are listed with a way to wrap up or skip each', async () => {
    const { user } = await renderView([WANG, SOMEBODY]);
    expect(screen.getByText('2 contacts to wrap up, whenever suits you.')).toBeVisible();
    expect(screen.getByText('王**')).toBeVisible();
    expect(screen.getByText('Customer')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Skip' })[1] as HTMLElement);
    await waitFor(async () =>
      expect(await fake.records.contacts.find(SOMEBODY.id)).toMatchObject({ wrapUp: 'skipped' }),
    );
    expect(await fake.records.contacts.find(WANG.id)).toMatchObject({ wrapUp: 'pending' });
  });

  it('are opened from the list, and put back into it', async () => {
    const { user } = await renderView([WANG, EMMA]);
    await user.click(screen.getAllByRole('button', { name: 'Wrap up' })[1] as HTMLElement);
    expect(form()).toBeVisible();
    expect(screen.getByRole('heading', { name: 'E**' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Later' }));
    expect(form()).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Wrap up' })).toHaveLength(2);
  });

  it('open at the one that was asked for', async () => {
    await renderView([WANG, EMMA], EMMA.id);
    expect(screen.getByRole('heading', { name: 'E**' })).toBeVisible();
  });
});

describe('a single contact waiting', () => {
  it('opens by itself', async () => {
    await renderView([WANG]);
    expect(form()).toBeVisible();
  });

  it('can be put off: it then waits in the list', async () => {
    const { user } = await renderView([WANG]);
    await user.click(screen.getByRole('button', { name: 'Later' }));
    expect(form()).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Wrap up' }));
    expect(form()).toBeVisible();
  });

  it('stays open, with all that was typed, when another contact ends meanwhile', async () => {
    const { user, rerender } = await renderView([WANG]);
    await user.type(screen.getByLabelText('Note (optional)'), 'half a sentence');
    rerender(<WrapUpView pending={[WANG, EMMA]} />);
    expect(screen.getByLabelText('Note (optional)')).toHaveValue('half a sentence');
  });

  it('keeps what was typed while the agent looks at another place', async () => {
    const { user, rerender } = await renderView([WANG]);
    await user.keyboard('1');
    await user.type(screen.getByLabelText('Note (optional)'), 'half a sentence');
    rerender(<p>another place</p>);
    rerender(<WrapUpView pending={[WANG]} />);
    expect(screen.getByLabelText('Note (optional)')).toHaveValue('half a sentence');
    expect(screen.getByRole('radio', { name: '1 Solved' })).toBeChecked();
  });

  it('never gets the words typed for another', async () => {
    const { user, rerender } = await renderView([WANG]);
    await user.type(screen.getByLabelText('Note (optional)'), 'about Wang');
    rerender(<WrapUpView pending={[EMMA]} />);
    expect(screen.getByLabelText('Note (optional)')).toHaveValue('');
  });

  it('keeps the words typed for each, however often the agent goes to and fro', async () => {
    const { user, rerender } = await renderView([WANG]);
    await user.type(screen.getByLabelText('Note (optional)'), 'about Wang');
    rerender(<WrapUpView pending={[EMMA]} />);
    await user.type(screen.getByLabelText('Note (optional)'), 'about Emma');
    rerender(<WrapUpView pending={[WANG]} />);
    expect(screen.getByLabelText('Note (optional)')).toHaveValue('about Wang');
    rerender(<WrapUpView pending={[EMMA]} />);
    expect(screen.getByLabelText('Note (optional)')).toHaveValue('about Emma');
  });

  it('gives way when it has been wrapped up and the next one is asked for', async () => {
    const { rerender } = await renderView([WANG]);
    rerender(<WrapUpView pending={[EMMA]} />);
    expect(screen.getByRole('heading', { name: 'E**' })).toBeVisible();
    rerender(<WrapUpView pending={[]} />);
    expect(screen.getByRole('heading', { name: 'All wrapped up' })).toBeVisible();
    expect(usePanelStore.getState().place).toBe('wrap-up');
  });
});
