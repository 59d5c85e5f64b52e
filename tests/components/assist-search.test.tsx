import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { usePanelStore } from '../../components/state/panel-store.ts';
import type { Assist } from '../../components/state/use-assist.ts';
import { AssistView } from '../../components/suggestions/AssistView.tsx';
import { makeSuggestion, makeSuggestions } from '../support/fake-suggestions.ts';
import { makeAssist, makeResults, makeSet } from '../support/make-assist.ts';
import { renderInApp } from '../support/render-in-app.tsx';

/** The view with a box to type into, as the panel has above it. */
const renderView = (assist: Assist, panel: Parameters<typeof renderInApp>[1] = {}) =>
  renderInApp(
    <>
      <input type="search" aria-label="box" />
      <main>
        <AssistView assist={assist} shortcuts={['Alt+1']} isLookingUp={false} />
      </main>
    </>,
    panel,
  );

const showResults = (change: Parameters<typeof makeResults>[1], query = 'refnd') => {
  const answer = makeResults(query, change);
  return renderView(makeAssist({ isSearching: true, answer, suggestions: answer.suggestions }));
};

describe('results of a search', () => {
  it('mark the words that matched, in the title and in what the customer said', async () => {
    const suggestions = [
      makeSuggestion({ article: { title: 'Refund not received' }, matched: ['refund', '(a+b'] }),
    ];
    const set = makeSet('my Refund is late (a+b)', suggestions);
    await renderView(makeAssist({ set, suggestions }));
    const marked = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marked).toEqual(['Refund', '(a+b', 'Refund']);
    expect(screen.getByRole('group', { name: /1\. Refund ?not received/ })).toBeVisible();
  });

  it('never take markup in a title for markup', async () => {
    const title = '<img src=x onerror=alert(1)> refund';
    await showResults({ suggestions: [makeSuggestion({ article: { title } })] });
    expect(screen.getByText(/onerror/)).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });

  it('ask what was meant, reached with Tab, and put it into the box with Enter', async () => {
    const { user } = await showResults({ didYouMean: 'refund', suggestions: makeSuggestions('a') });
    expect(screen.getByText('Did you mean')).toBeVisible();
    screen.getByRole('searchbox').focus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'refund' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(usePanelStore.getState().query).toBe('refund');
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('that are none ask it too, and say what else to do', async () => {
    await showResults({ didYouMean: 'refund' });
    expect(screen.getByRole('button', { name: 'refund' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    expect(screen.getByText(/noted automatically as a knowledge gap/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Drop filters' })).toBeNull();
  });

  it.each(['？？', '2024110512345', '退', '😀😀'])(
    'that are none promise nothing where nothing is noted: %s',
    async (query) => {
      await showResults({}, query);
      expect(screen.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
      expect(screen.queryByText(/knowledge gap/)).toBeNull();
    },
  );

  it('that are none because of filters offer to drop those, and keep words and phrases', async () => {
    const { user } = await showResults({}, 'refund tag:nowhere "in full"');
    expect(screen.queryByText(/knowledge gap/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Drop filters' }));
    expect(usePanelStore.getState().query).toBe('refund "in full"');
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });
});

describe('an open box with nothing in it', () => {
  const browsing = (change: Partial<Assist> = {}) =>
    makeAssist({ isSearching: true, isBrowsing: true, answer: makeResults(''), ...change });

  it('shows the replies used most', async () => {
    const suggestions = makeSuggestions('a', 'b');
    await renderView(browsing({ suggestions, answer: makeResults('', { suggestions }) }));
    expect(screen.getByRole('heading', { name: 'Used most' })).toBeVisible();
    expect(screen.getAllByRole('group', { name: /^\d\. / })).toHaveLength(2);
  });

  it('says how to search before anything was used', async () => {
    await renderView(browsing());
    expect(screen.getByRole('heading', { name: 'Which reply do you need?' })).toBeVisible();
    expect(screen.getByText(/pinyin/)).toBeVisible();
  });

  it('names the filters, and begins one at a click', async () => {
    const { user } = await renderView(browsing(), { panel: { isBrowsing: true } });
    const filter = screen.getByRole('button', { name: 'tag:' });
    expect(filter).toHaveAttribute('title', 'Tag');
    await user.click(filter);
    expect(usePanelStore.getState().query).toBe('tag:');
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('leads back to the cards that wait', async () => {
    const set = makeSet('refund?', makeSuggestions('a', 'b'));
    const { user } = await renderView(browsing({ set }), { panel: { isBrowsing: true } });
    await user.click(screen.getByRole('button', { name: 'Back to 2 suggestions' }));
    expect(usePanelStore.getState().isBrowsing).toBe(false);
  });
});
