import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { catchDownloads } from '../support/catch-downloads.ts';
import { makeQuotaError, openFakeRecords } from '../support/fake-records.ts';
import { findList, findRows, KnowledgePlace } from '../support/knowledge-place.tsx';
import { makeArticle } from '../support/make-article.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const nothing = () => {};

let records: KnowledgeBase;

beforeEach(async () => {
  ({ records } = await openFakeRecords());
});

const renderView = (change: Partial<KnowledgeBase> = {}) =>
  renderInApp(<KnowledgePlace onBack={nothing} onAssist={nothing} />, { records: { ...records, ...change } });

const learn = (question: string, change: Partial<Parameters<KnowledgeBase['lessons']['learn']>[0]> = {}) =>
  records.lessons.learn({ question, articleId: 'test.refund', contactId: 'c1', kind: 'inserted', ...change });

describe('proposals for the knowledge manager', () => {
  beforeEach(async () => {
    await records.articles.put([makeArticle({ title: 'Refund not received', aliases: [] })], 'test-pack');
    await learn('where did my money go');
    await learn('where did my money go', { contactId: 'c2' });
  });

  async function renderProposals(change: Partial<KnowledgeBase> = {}) {
    const app = await renderView(change);
    await app.user.click(await screen.findByRole('button', { name: 'For the knowledge manager' }));
    return app;
  }

  it('cost nothing until somebody looks, and then only what changed', async () => {
    const read = vi.spyOn(records.articles, 'listChangedSince');
    const { user } = await renderView();
    const opener = await screen.findByRole('button', { name: 'For the knowledge manager', expanded: false });
    await findList('What was learned');
    await learn('another question', { contactId: 'c3' });
    await waitFor(async () => expect(await findRows('What was learned')).toHaveLength(3));
    expect(read).not.toHaveBeenCalled();
    await user.click(opener);
    expect(await findRows('For the knowledge manager')).toHaveLength(2);
    await learn('yet another question', { contactId: 'c3' });
    await waitFor(async () => expect(await findRows('For the knowledge manager')).toHaveLength(3));
    const [row] = await records.articles.listChangedSince(0);
    const sinces = read.mock.calls.map(([since]) => since);
    expect(sinces.slice(0, -1).filter((since) => since === 0)).toHaveLength(1);
    expect(sinces).toContain(row?.updatedAt);
  });

  it('are none where articles say it all', async () => {
    await records.articles.put([makeArticle({ aliases: ['where did my money go'] })], 'test-pack');
    await renderProposals();
    expect(await screen.findByText('Nothing to add just now.')).toBeVisible();
  });

  it('are refused where another reply goes by these words, and the focus is not thrown later', async () => {
    const { user } = await renderProposals();
    await findList('For the knowledge manager');
    const addAliases = vi
      .spyOn(records.articles, 'addAliases')
      .mockResolvedValue({ ok: false, reason: 'taken' });
    await user.click(screen.getByRole('button', { name: 'Add as a way to ask' }));
    expect(addAliases).toHaveBeenCalledOnce();
    expect(await screen.findByText(/another reply already goes by these words/)).toBeVisible();
    (document.activeElement as HTMLElement).blur();
    await learn('is it lost', { contactId: 'c9' });
    await waitFor(async () => expect(await findRows('For the knowledge manager')).toHaveLength(2));
    expect(document.body).toHaveFocus();
  });

  it('are accepted into the article, and then are none any more', async () => {
    const { user } = await renderProposals();
    const proposals = await findRows('For the knowledge manager');
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toHaveTextContent('in 2 contacts');
    await user.click(screen.getByRole('button', { name: 'Add as a way to ask' }));
    expect(await screen.findByText(/Added to “Refund not received”/)).toBeVisible();
    const articles = await records.articles.findMany(['test.refund']);
    expect(articles.get('test.refund')?.aliases).toEqual(['where did my money go']);
    expect(await screen.findByText('Nothing to add just now.')).toBeVisible();
    expect(screen.queryByRole('list', { name: 'For the knowledge manager' })).toBeNull();
  });

  it('are taken back with the keyboard alone, and stand there again', async () => {
    const { user } = await renderProposals();
    const readAliases = async () =>
      (await records.articles.findMany(['test.refund'])).get('test.refund')?.aliases;
    (await screen.findByRole('button', { name: 'Add as a way to ask' })).focus();
    await user.keyboard('{Enter}');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(await readAliases()).toEqual(['where did my money go']);
    for (let stops = 0; stops < 14 && document.activeElement !== undo; stops += 1) await user.tab();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('region', { name: 'Knowledge' })).toHaveFocus();
    await waitFor(async () => expect(await findRows('For the knowledge manager')).toHaveLength(1));
    expect(await readAliases()).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('say so when they cannot be taken back', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const removeAliases = () => Promise.reject(makeQuotaError());
    const { user } = await renderProposals({ articles: { ...records.articles, removeAliases } });
    await user.click(await screen.findByRole('button', { name: 'Add as a way to ask' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/the disk is full/)).toBeVisible();
    log.mockRestore();
  });

  it('are exported as a table', async () => {
    const downloads = catchDownloads();
    const { user } = await renderProposals();
    await findList('For the knowledge manager');
    await user.click(screen.getByRole('button', { name: 'Export table' }));
    const [file] = await downloads.read();
    expect(file?.name).toBe('For the knowledge manager.csv');
    expect(file?.text).toContain('where did my money go');
    expect(file?.text).toContain('Refund not received');
  });
});
