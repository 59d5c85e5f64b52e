import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { catchDownloads } from '../support/catch-downloads.ts';
import { makeQuotaError, openFakeRecords } from '../support/fake-records.ts';
import { findList, findRows, goToSection, KnowledgePlace } from '../support/knowledge-place.tsx';
import { makeArticle } from '../support/make-article.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const onBack = vi.fn<() => void>();
const onAssist = vi.fn<() => void>();

let records: KnowledgeBase;

beforeEach(async () => {
  vi.clearAllMocks();
  ({ records } = await openFakeRecords());
});

const renderView = (change: Partial<KnowledgeBase> = {}) =>
  renderInApp(<KnowledgePlace onBack={onBack} onAssist={onAssist} />, { records: { ...records, ...change } });

const learn = (question: string, change: Partial<Parameters<KnowledgeBase['lessons']['learn']>[0]> = {}) =>
  records.lessons.learn({ question, articleId: 'test.refund', contactId: 'c1', kind: 'inserted', ...change });

describe('the knowledge place', () => {
  it('has the focus on its name when the button that led here is gone', async () => {
    await renderView();
    expect(screen.getByRole('heading', { name: 'Knowledge' })).toHaveFocus();
  });

  it('leads back, and on to its sections with the keyboard', async () => {
    const { user } = await renderView();
    screen.getByRole('radio', { name: 'Learned' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByRole('heading', { name: 'No gaps found' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(onBack).toHaveBeenCalledOnce();
  });

  it.each(['lessons', 'gaps', 'synonyms'] as const)(
    'says what to do when %s cannot be read',
    async (store) => {
      const log = vi.spyOn(console, 'error').mockImplementation(() => {});
      const broken = { ...records[store], list: () => Promise.reject(new Error('broken')) };
      const { user } = await renderView({ [store]: broken });
      await goToSection(user, { lessons: 'Learned', gaps: 'Gaps', synonyms: 'Synonyms' }[store]);
      expect(await screen.findByRole('heading', { name: 'Cannot read this list' })).toBeVisible();
      expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
      log.mockRestore();
    },
  );
});

describe('what was learned', () => {
  beforeEach(() => records.articles.put([makeArticle({ title: 'Refund not received' })], 'test-pack'));

  it('is nothing at first: it says how that changes, and leads there', async () => {
    const { user } = await renderView();
    expect(await screen.findByRole('heading', { name: 'Nothing learned yet' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Back to Assist' }));
    expect(onAssist).toHaveBeenCalledOnce();
  });

  it('shows question, reply, kind and what it counts for, in words', async () => {
    await learn('where did my money go');
    await learn('money gone', { kind: 'dismissed', articleId: 'test.gone' });
    await renderView();
    const rows = await findRows('What was learned');
    const texts = rows.map(({ textContent }) => textContent).join('\n');
    expect(texts).toMatch(/“where did my money go”→ Refund not received.*answered with it.*counts a lot/);
    expect(texts).toMatch(/“money gone”→ \(reply was removed\).*dismissed.*ranks it lower/);
  });

  it('is taken back by a button, and brought back by Undo', async () => {
    await learn('first question');
    await learn('second question', { contactId: 'c2' });
    const { user } = await renderView();
    const [first] = await findRows('What was learned');
    const text = first?.textContent ?? '';
    await user.click(within(first as HTMLElement).getByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect(await findRows('What was learned')).toHaveLength(1));
    // The button went with its row: the next one has the focus.
    expect(screen.getByRole('button', { name: 'Remove' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('region', { name: 'Knowledge' })).toHaveFocus();
    await waitFor(async () => expect(await findRows('What was learned')).toHaveLength(2));
    expect((await findRows('What was learned')).map(({ textContent }) => textContent)).toContain(text);
  });

  it('comes back whole when two were taken away', async () => {
    await learn('first question');
    await learn('second question', { contactId: 'c2' });
    const { user } = await renderView();
    await findList('What was learned');
    await user.click(screen.getAllByRole('button', { name: 'Remove' })[0] as HTMLElement);
    await waitFor(async () => expect(await findRows('What was learned')).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('2 removed.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await findRows('What was learned')).toHaveLength(2));
  });

  it('counts a little each where one contact taught twenty', async () => {
    for (let at = 0; at < 20; at += 1) await learn(`question ${'x'.repeat(at + 1)}`);
    await renderView();
    const texts = (await findRows('What was learned')).map(({ textContent }) => textContent);
    expect(texts.filter((text) => text?.includes('counts a little'))).toHaveLength(20);
  });

  it('says so when it cannot be taken back', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await learn('a question');
    const remove = () => Promise.reject(makeQuotaError());
    const { user } = await renderView({ lessons: { ...records.lessons, remove } });
    await findList('What was learned');
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(/the disk is full/)).toBeVisible();
    log.mockRestore();
  });

  it('is walked with the arrows and both ends', async () => {
    for (const name of ['one question', 'two question', 'three question']) await learn(name);
    const { user } = await renderView();
    await findList('What was learned');
    const buttons = screen.getAllByRole('button', { name: 'Remove' });
    buttons[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(buttons[1]).toHaveFocus();
    await user.keyboard('{End}');
    expect(buttons[2]).toHaveFocus();
    await user.keyboard('{ArrowDown}{Home}');
    expect(buttons[0]).toHaveFocus();
  });

  it('shows a hundred, and more when asked', async () => {
    for (let at = 0; at < 103; at += 1) await learn(`question number ${'x'.repeat(at + 1)}`);
    const { user } = await renderView();
    expect(await findRows('What was learned')).toHaveLength(100);
    await user.click(screen.getByRole('button', { name: 'Show more (3 left)' }));
    const rows = await findRows('What was learned');
    expect(rows).toHaveLength(103);
    // The button went with its click: the first of the rows it brought has the focus.
    expect(within(rows[100] as HTMLElement).getByRole('button', { name: 'Remove' })).toHaveFocus();
  });
});

describe('knowledge gaps', () => {
  const note = (question: string, contactId = 'c1', source: 'search' | 'customer' = 'customer') =>
    records.gaps.note({ question, source, reason: 'nothing-found', contactId });

  it('lead to the test while there are none', async () => {
    const { user } = await renderView();
    await goToSection(user, 'Gaps');
    await screen.findByRole('heading', { name: 'No gaps found' });
    await user.click(screen.getByRole('button', { name: 'Test' }));
    expect(screen.getByRole('textbox', { name: 'Real questions from customers' })).toBeVisible();
  });

  it('stand with the most asked first, and can be taken away and brought back', async () => {
    await note('can I pay in seashells');
    await note('do you ship to the moon');
    await note('do you ship to the moon', 'c2');
    const { user } = await renderView();
    await goToSection(user, 'Gaps');
    const rows = await findRows('Knowledge gaps');
    expect(rows[0]).toHaveTextContent(/do you ship to the moon.*customer asked · nothing found · 2 times/);
    expect(rows[1]).toHaveTextContent(/seashells.*1 time/);
    await user.click(within(rows[0] as HTMLElement).getByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect(await findRows('Knowledge gaps')).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await findRows('Knowledge gaps')).toHaveLength(2));
  });

  it('keep the focus in the place when the last one goes', async () => {
    await note('can I pay in seashells');
    const { user } = await renderView();
    await goToSection(user, 'Gaps');
    await findList('Knowledge gaps');
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await screen.findByRole('heading', { name: 'No gaps found' });
    expect(screen.getByRole('region', { name: 'Knowledge' })).toHaveFocus();
  });

  it('are exported as a table in which nothing is run', async () => {
    const downloads = catchDownloads();
    await note('=cmd(1) please');
    const { user } = await renderView();
    await goToSection(user, 'Gaps');
    await findList('Knowledge gaps');
    await user.click(screen.getByRole('button', { name: 'Export table' }));
    const [file] = await downloads.read();
    expect(file?.text).toContain("'=cmd(1) please");
  });

  it('are copied, one a line', async () => {
    await note('can I pay in seashells');
    const { user } = await renderView();
    await goToSection(user, 'Gaps');
    await findList('Knowledge gaps');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('can I pay in seashells');
    expect(await screen.findByText('Copied.')).toBeVisible();
  });

  it('say so when the browser does not let them be copied', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await note('can I pay in seashells');
    const { user } = await renderView();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await goToSection(user, 'Gaps');
    await findList('Knowledge gaps');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText(/^Not copied/)).toBeVisible();
    log.mockRestore();
  });
});
