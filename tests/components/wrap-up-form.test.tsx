import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePanelStore } from '../../components/state/panel-store.ts';
import { WrapUpForm } from '../../components/wrap-up/WrapUpForm.tsx';
import { GENERAL_SERVICE_RUBRIC } from '../../knowledge/assessment/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { failToSaveAssessments, makeQuotaError, openFakeRecords } from '../support/fake-records.ts';
import { makeArticle } from '../support/fake-suggestions.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const { criteria } = GENERAL_SERVICE_RUBRIC;
const onLeave = vi.fn<() => void>();

beforeEach(() => vi.clearAllMocks());
afterEach(() => vi.restoreAllMocks());

async function renderForm(spoil = (records: KnowledgeBase) => records) {
  const { records, addContact, listAssessments } = await openFakeRecords();
  const contact = await addContact();
  const { user } = await renderInApp(<WrapUpForm contact={contact} onLeave={onLeave} />, {
    records: spoil(records),
  });
  return { user, records, contact, listAssessments };
}

const saveButton = () => screen.getByRole('button', { name: 'Save' });
const group = (at: number) => screen.getByRole('radiogroup', { name: criteria[at]?.name.en ?? '' });
const RATE_ALL = '44532';

describe('the wrap-up form by keyboard', () => {
  it('is filled with six digits from the first question to the save button', async () => {
    const { user, listAssessments, contact, records } = await renderForm();
    await user.keyboard(`1${RATE_ALL}`);
    expect(saveButton()).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(onLeave).toHaveBeenCalled());
    const [stored, ...others] = await listAssessments();
    expect(others).toEqual([]);
    expect(stored).toMatchObject({ contactId: contact.id, outcome: 'resolved', isResolvedFirstTime: true });
    expect(criteria.map(({ id }) => stored?.ratings[id])).toEqual([4, 4, 5, 3, 2]);
    expect(await records.contacts.find(contact.id)).toMatchObject({ wrapUp: 'done' });
    expect(usePanelStore.getState().notice).toMatchObject({ kind: 'saved' });
  });

  it('goes from each rated dimension to the next', async () => {
    const { user } = await renderForm();
    await user.keyboard('2');
    for (const [at] of criteria.entries()) {
      expect(group(at)).toContainElement(document.activeElement as HTMLElement);
      await user.keyboard('4');
    }
  });

  it('is saved by Ctrl+Enter from any field', async () => {
    const { user, listAssessments } = await renderForm();
    await user.keyboard(`3${RATE_ALL}`);
    await user.type(screen.getByLabelText('Note (optional)'), 'asked twice{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onLeave).toHaveBeenCalled());
    expect(await listAssessments()).toMatchObject([{ outcome: 'escalated', note: 'asked twice' }]);
  });

  it('is put off by Escape, and nothing is stored', async () => {
    const { user, listAssessments, contact, records } = await renderForm();
    await user.keyboard('1{Escape}');
    expect(onLeave).toHaveBeenCalledOnce();
    expect(await listAssessments()).toEqual([]);
    expect(await records.contacts.find(contact.id)).toMatchObject({ wrapUp: 'pending' });
  });
});

describe('what is missing in the wrap-up form', () => {
  it('is first of all how it ended: said, and ready for its digit', async () => {
    const { user } = await renderForm();
    await user.click(saveButton());
    expect(screen.getByRole('alert')).toHaveTextContent('Choose how it ended first.');
    await user.keyboard('2');
    expect(screen.getByRole('radio', { name: '2 Follow up' })).toBeChecked();
  });

  it('is then the first dimension without a rating, said and focused', async () => {
    const { user, listAssessments } = await renderForm();
    await user.keyboard('155');
    await user.click(saveButton());
    expect(screen.getByRole('alert')).toHaveTextContent('Some items have no rating yet: press 1–5.');
    expect(group(2)).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('4');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await listAssessments()).toEqual([]);
  });
});

describe('saving', () => {
  it('stores exactly one assessment however often it is pressed', async () => {
    const { user, listAssessments } = await renderForm();
    await user.keyboard(`1${RATE_ALL}`);
    await user.dblClick(saveButton());
    await user.keyboard('{Enter}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onLeave).toHaveBeenCalled());
    expect(await listAssessments()).toHaveLength(1);
  });

  it('masks what identifies a customer', async () => {
    const { user, listAssessments } = await renderForm();
    await user.keyboard(`1${RATE_ALL}`);
    await user.type(screen.getByLabelText('Topic'), 'call back 13800138000');
    await user.type(screen.getByLabelText('Note (optional)'), 'mail emma@example.com');
    await user.click(saveButton());
    await waitFor(() => expect(onLeave).toHaveBeenCalled());
    expect(await listAssessments()).toMatchObject([
      { topic: 'call back [手机号*8000]', note: 'mail [邮箱]' },
    ]);
  });

  it.each([
    ['a full disk', makeQuotaError(), 'the disk is full'],
    [
      'a database out of reach',
      Object.assign(new Error('closed'), { name: 'DatabaseClosedError' }),
      'the database cannot be reached',
    ],
  ])('survives %s: says so, keeps what was typed, and stores it later', async (_, error, words) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { user, listAssessments } = await renderForm((records) => failToSaveAssessments(records, error, 1));
    await user.keyboard(`1${RATE_ALL}`);
    await user.type(screen.getByLabelText('Note (optional)'), 'Emma was kind');
    await user.click(saveButton());
    expect(await screen.findByRole('alert')).toHaveTextContent(`Not saved: ${words}.`);
    expect(onLeave).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Note (optional)')).toHaveValue('Emma was kind');
    expect(screen.getByRole('radio', { name: '1 Solved' })).toBeChecked();
    expect(await listAssessments()).toEqual([]);
    await user.click(saveButton());
    await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    expect(await listAssessments()).toMatchObject([{ note: 'Emma was kind' }]);
    expect(JSON.stringify(log.mock.calls)).not.toContain('Emma');
  });
});

describe('what the machine knows already', () => {
  it('is shown beside the questions', async () => {
    await renderForm();
    expect(screen.getByRole('heading', { name: '王**' })).toBeVisible();
    expect(await screen.findByText('first reply 18 s · 5 turns · 0 of 0 suggestions used')).toBeVisible();
  });

  it('fills in the topic from the script that was used, until the agent knows better', async () => {
    const { records, addContact, listAssessments } = await openFakeRecords();
    const contact = await addContact();
    await records.articles.put([makeArticle({ id: 'test.refund', title: 'Refund not received' })], 'test');
    const event = { contactId: contact.id, turnId: 'm1', articleIds: ['test.refund'] };
    await records.suggestionRecords.record({ ...event, outcome: 'inserted' });
    const { user } = await renderInApp(<WrapUpForm contact={contact} onLeave={onLeave} />, { records });
    await waitFor(() => expect(screen.getByLabelText('Topic')).toHaveValue('Refund not received'));
    await user.clear(screen.getByLabelText('Topic'));
    await user.type(screen.getByLabelText('Topic'), 'Wrong size');
    screen.getByRole('radio', { name: '1 Solved' }).focus();
    await user.keyboard(`1${RATE_ALL}{Enter}`);
    await waitFor(() => expect(onLeave).toHaveBeenCalled());
    expect(await listAssessments()).toMatchObject([{ topic: 'Wrong size' }]);
  });
});

describe('skipping', () => {
  it('is stored as a choice, not as an assessment', async () => {
    const { user, records, contact, listAssessments } = await renderForm();
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    expect(await records.contacts.find(contact.id)).toMatchObject({ wrapUp: 'skipped' });
    expect(await listAssessments()).toEqual([]);
  });
});
