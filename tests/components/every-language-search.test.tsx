/** The search and the knowledge place in every language: no text missing, nothing axe objects to. */
import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { KnowledgeView } from '../../components/knowledge/KnowledgeView.tsx';
import { TestReportView } from '../../components/knowledge/TestReportView.tsx';
import type { TestReport } from '../../components/knowledge/use-knowledge-test.ts';
import { FilterOptions } from '../../components/search/FilterOptions.tsx';
import { SearchProvider } from '../../components/state/search-client.ts';
import type { Assist as AssistState } from '../../components/state/use-assist.ts';
import { AssistView } from '../../components/suggestions/AssistView.tsx';
import { GAP_REASONS, GAP_SOURCES } from '../../knowledge/gaps/index.ts';
import { LESSON_KINDS } from '../../knowledge/learning/index.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { makeFakeSearch } from '../support/fake-search.ts';
import { makeArticle, makeSuggestions } from '../support/fake-suggestions.ts';
import { makeAssist, makeResults, makeSet } from '../support/make-assist.ts';
import { findAccessProblems, findBrokenTexts, LOCALES } from '../support/render-checks.tsx';
import { renderInApp } from '../support/render-in-app.tsx';

const nothing = () => {};
const CARDS = makeSuggestions('a', 'b');

const OPTIONS = [
  { value: '退款', label: '退款', count: 2 },
  { value: 'refund', label: 'refund', count: 1 },
];

function Assist({ assist }: { assist: Partial<AssistState> }) {
  return <AssistView assist={makeAssist(assist)} shortcuts={['Alt+1']} isLookingUp={false} />;
}

const BROWSING = { isSearching: true, isBrowsing: true };

function Knowledge() {
  return (
    <SearchProvider value={makeFakeSearch().search}>
      <KnowledgeView onBack={nothing} onAssist={nothing} />
    </SearchProvider>
  );
}

const REPORT: TestReport = {
  results: [
    { line: { question: 'a', expected: { title: 'A', ids: ['a'] } }, place: 1, firstId: 'a', isSure: true },
    {
      line: { question: 'b', expected: { title: 'B', ids: ['b'] } },
      place: null,
      firstId: 'a',
      isSure: true,
    },
    { line: { question: 'c', expected: { title: 'C', ids: [] } }, place: null, firstId: null, isSure: false },
    { line: { question: 'd', expected: null }, place: null, firstId: null, isSure: false },
  ],
  left: 3,
  titles: new Map([['a', 'A']]),
};

const COMPONENTS: [string, () => ReactElement][] = [
  ['values of a filter', () => <FilterOptions id="list" options={OPTIONS} active={1} onChoose={nothing} />],
  ['empty search box', () => <Assist assist={{ ...BROWSING, answer: makeResults('') }} />],
  [
    'scripts used most',
    () => (
      <Assist
        assist={{ ...BROWSING, answer: makeResults(''), suggestions: CARDS, set: makeSet('', CARDS) }}
      />
    ),
  ],
  [
    'results',
    () => (
      <Assist
        assist={{ isSearching: true, answer: makeResults('a', { suggestions: CARDS, didYouMean: 'b' }) }}
      />
    ),
  ],
  ['no results', () => <Assist assist={{ isSearching: true, answer: makeResults('a') }} />],
  [
    'no results with a filter',
    () => <Assist assist={{ isSearching: true, answer: makeResults('tag:a b') }} />,
  ],
  ['knowledge place', () => <Knowledge />],
  ['report of a test', () => <TestReportView report={REPORT} />],
];

describe.each(LOCALES)('in %s', (locale) => {
  it.each(COMPONENTS)('every text is there, and axe finds nothing: %s', async (_, draw) => {
    const { records } = await openFakeRecords();
    const { container } = await renderInApp(draw(), { locale, records });
    expect(container.textContent).not.toBe('');
    expect(findBrokenTexts(container)).toEqual([]);
    expect(await findAccessProblems(container)).toEqual([]);
  });

  it('every text is there: the knowledge place with rows in it', async () => {
    const { records } = await openFakeRecords();
    await records.articles.put([makeArticle({ id: 'a' })], 'pack');
    for (const kind of LESSON_KINDS) {
      await records.lessons.learn({ question: `question ${kind}`, articleId: 'a', contactId: kind, kind });
    }
    for (const source of GAP_SOURCES) {
      for (const reason of GAP_REASONS) {
        await records.gaps.note({ question: `question ${reason}`, source, reason, contactId: 'c' });
      }
    }
    await records.synonyms.add([{ terms: ['a', 'b'] }]);
    const { container, user } = await renderInApp(<Knowledge />, { locale, records });
    for (const section of screen.getAllByRole('radio')) {
      await user.click(section);
      await waitFor(() => expect(container.querySelector('li, textarea')).not.toBeNull());
      for (const closed of container.querySelectorAll('section [aria-expanded="false"]')) {
        await user.click(closed);
      }
      expect(findBrokenTexts(container)).toEqual([]);
      expect(await findAccessProblems(container)).toEqual([]);
    }
  });

  it('every text is there: lines that are no synonyms', async () => {
    const { records } = await openFakeRecords();
    const { container, user } = await renderInApp(<Knowledge />, { locale, records });
    await user.click(screen.getAllByRole('radio')[2] as HTMLElement);
    const text = ['one', 'a=b=c=d=e=f=g=h=i=j=k=l=m', `a=${'b'.repeat(30)}`, 'two', 'three', 'four'].join(
      '\n',
    );
    const field = await waitFor(() => {
      const found = container.querySelector<HTMLElement>('input[type="file"]');
      if (!found) throw new Error('the list is still being read');
      return found;
    });
    await user.upload(field, new File([text], 'a.txt', { type: 'text/plain' }));
    await screen.findByRole('alert');
    expect(findBrokenTexts(container)).toEqual([]);
  });
});
