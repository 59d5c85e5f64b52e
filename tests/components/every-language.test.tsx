/** Every main component in every language: no text missing, nothing axe objects to. */
import { screen, waitFor } from '@testing-library/react';
import { useRef, type ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MyContactsView } from '../../components/contacts/MyContactsView.tsx';
import { PracticeConsole } from '../../components/practice/PracticeConsole.tsx';
import { SearchBox } from '../../components/search/SearchBox.tsx';
import { SettingsView } from '../../components/settings/SettingsView.tsx';
import {
  AskForSite,
  DeclinedSite,
  NoConversation,
  UnknownPage,
} from '../../components/shell/ConsoleStates.tsx';
import { BrokenConsole, DoubtBanner } from '../../components/shell/ConsoleHealth.tsx';
import { ContactBar } from '../../components/shell/ContactBar.tsx';
import { ErrorBoundary } from '../../components/shell/ErrorBoundary.tsx';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import { PlaceNav } from '../../components/shell/PlaceNav.tsx';
import { ShortcutHelp } from '../../components/shell/ShortcutHelp.tsx';
import { StorageTrouble } from '../../components/shell/StorageTrouble.tsx';
import { Welcome } from '../../components/shell/Welcome.tsx';
import type { Notice } from '../../components/state/panel-store.ts';
import { SuggestionList } from '../../components/suggestions/SuggestionList.tsx';
import { WrapUpView } from '../../components/wrap-up/WrapUpView.tsx';
import { TEMPLATE_FAULTS } from '../../knowledge/articles/index.ts';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import {
  ADAPTER_PARTS,
  HEALTH_PROBLEMS,
  INSERTION_REFUSALS,
  type HealthProblem,
} from '../../knowledge/conversation/index.ts';
import { STORAGE_FAILURES } from '../../knowledge/storage/index.ts';
import { installFakePermissions } from '../support/fake-permissions.ts';
import { makeContact, openFakeRecords } from '../support/fake-records.ts';
import { makeSuggestion, makeSuggestions } from '../support/fake-suggestions.ts';
import { renderInApp, type AppOptions } from '../support/render-in-app.tsx';
import { findAccessProblems, findBrokenTexts, listTexts, LOCALES } from '../support/render-checks.tsx';

const nothing = () => {};

beforeEach(() => void installFakePermissions(['https://chat.example/*']));

const READING: TabReading = {
  consoleId: 'practice',
  readBy: { name: 'Practice', version: 1, trust: 'live', openHint: 'Reply' },
  health: { state: 'degraded', problems: ['composer-closed'] },
  conversation: {
    id: 'c1',
    consoleId: 'practice',
    messages: [{ id: 'm1', role: 'customer', text: 'Hello', sentAt: Date.now() - 90_000 }],
  },
  origin: 'https://console.example',
  observedAt: Date.now(),
};

const readBadly = (...problems: HealthProblem[]): TabReading => ({
  ...READING,
  health: { state: 'degraded', problems, fallbacks: [...ADAPTER_PARTS] },
});

const CARDS = [
  makeSuggestion({
    article: { id: 'test.1', title: '退款', internalNote: 'check', confidence: 'not-validated' },
    template: '{{order number}} {{days:1-30}} {{color:red/blue}} {{day:date}}{{if note}}!{{end}}',
    usage: { inserted: 3, helpedShare: 0.5 },
  }),
  ...makeSuggestions('a', 'b'),
];

function Cards({ askFor }: { askFor: string | null }) {
  return (
    <SuggestionList
      label="cards"
      suggestions={CARDS}
      values={{}}
      shortcuts={['Alt+1']}
      slotFormArticleId={askFor}
      isNewerWaiting
      onLetIn={nothing}
      onInsert={nothing}
      onEdit={nothing}
      onCopy={nothing}
      onOpen={nothing}
      onDismiss={nothing}
      onCancelSlots={nothing}
    />
  );
}

function Box({ query }: { query: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <SearchBox
      inputRef={input}
      query={query}
      onChange={nothing}
      onOpen={nothing}
      onClose={nothing}
      onLeave={nothing}
      onCompose={nothing}
      onLeaveDown={nothing}
      onChoose={nothing}
    />
  );
}

const PENDING = [makeContact({ id: 'c1' }), makeContact({ id: 'c2', customerLabel: '' })];

const NOTICES: Notice[] = [
  { kind: 'inserted' },
  { kind: 'copied' },
  { kind: 'saved' },
  { kind: 'copy-refused' },
  { kind: 'file-unreadable' },
  { kind: 'removed', count: 1, undo: () => Promise.resolve() },
  { kind: 'removed', count: 2, undo: () => Promise.resolve() },
  { kind: 'alias-added', title: '退款', undo: () => Promise.resolve() },
  { kind: 'alias-refused', reason: 'taken' },
  { kind: 'alias-refused', reason: 'unfit' },
  { kind: 'synonyms-added', count: 1 },
  { kind: 'synonyms-added', count: 2 },
  { kind: 'slots-open', slots: ['日期', 'date'] },
  ...TEMPLATE_FAULTS.map((fault): Notice => ({ kind: 'script-broken', problem: { fault, at: 0, near: '' } })),
  { kind: 'just-changed' },
  { kind: 'no-such-card' },
  { kind: 'not-stored', reason: 'full' },
  { kind: 'not-stored', reason: 'unavailable' },
  ...[...INSERTION_REFUSALS, 'console-gone' as const].map((reason): Notice => ({ kind: 'refused', reason })),
];

const COMPONENTS: [string, () => ReactElement, AppOptions?][] = [
  ['cards', () => <Cards askFor={null} />],
  ['cards asking for slots', () => <Cards askFor="test.1" />],
  ['search box', () => <Box query="" />],
  ['search box in use', () => <Box query="refund" />],
  [
    'contact bar',
    () => <ContactBar reading={READING} canEnd onEnd={nothing} onSettings={nothing} onHelp={nothing} />,
  ],
  ['my contacts, before the first', () => <MyContactsView onPractice={nothing} />],
  [
    'places',
    () => (
      <PlaceNav place="assist" pendingWrapUps={12} pressingPromises={3} onGo={nothing} onPractice={nothing} />
    ),
  ],
  ['wrap-up queue', () => <WrapUpView pending={PENDING} />],
  ['wrap-up form', () => <WrapUpView pending={PENDING.slice(0, 1)} />],
  ['nothing to wrap up', () => <WrapUpView pending={[]} />],
  ['settings', () => <SettingsView onBack={nothing} />],
  ['welcome', () => <Welcome onPractice={nothing} onSkip={nothing} />],
  ['practice console', () => <PracticeConsole initialScriptId={null} onOpenPanel={nothing} />],
  ['question for a site', () => <AskForSite site="chat.example" onAllow={nothing} onDecline={nothing} />],
  ['declined site', () => <DeclinedSite site="chat.example" onAllow={nothing} />],
  ['unknown page', () => <UnknownPage onPractice={nothing} />],
  ['no conversation', () => <NoConversation />],
  ...HEALTH_PROBLEMS.map((problem): [string, () => ReactElement] => [
    `broken console: ${problem}`,
    () => <BrokenConsole reading={readBadly(problem)} onRetry={nothing} onPractice={nothing} />,
  ]),
  ['doubts', () => <DoubtBanner reading={readBadly(...HEALTH_PROBLEMS)} onTeach={nothing} />],
  ...STORAGE_FAILURES.map((reason): [string, () => ReactElement] => [
    `storage trouble: ${reason}`,
    () => <StorageTrouble reason={reason} />,
  ]),
  ...NOTICES.map((notice, id): [string, () => ReactElement, AppOptions] => [
    `notice: ${Object.values(notice).join(' ')}`,
    () => <NoticeLine />,
    { panel: { notice: { ...notice, id } } },
  ]),
];

async function renderOne(ui: ReactElement, options: AppOptions) {
  const { records } = await openFakeRecords();
  const app = await renderInApp(ui, { ...options, records });
  await waitFor(() => expect(listTexts(app.container)).not.toEqual([]));
  return app;
}

describe.each(LOCALES)('in %s', (locale) => {
  it.each(COMPONENTS)('every text is there: %s', async (_, draw, options = {}) => {
    const { container } = await renderOne(draw(), { ...options, locale });
    expect(findBrokenTexts(container)).toEqual([]);
  });

  it('every text is there: my contacts', async () => {
    const { records, addContact } = await openFakeRecords();
    await addContact({ id: 'c1' });
    await addContact({ id: 'c2', wrapUp: 'skipped', customerLabel: '' });
    const { container } = await renderInApp(<MyContactsView onPractice={nothing} />, { locale, records });
    await waitFor(() => expect(container.querySelectorAll('li')).toHaveLength(2));
    expect(findBrokenTexts(container)).toEqual([]);
    expect(await findAccessProblems(container)).toEqual([]);
  });

  it('every text is there: a mistake of ours', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const Broken = () => {
      throw new Error('broken');
    };
    const { container } = await renderInApp(
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>,
      { locale },
    );
    log.mockRestore();
    expect(screen.getByRole('heading')).toBeVisible();
    expect(findBrokenTexts(container)).toEqual([]);
    expect(await findAccessProblems(container)).toEqual([]);
  });

  it('every text is there: shortcut help', async () => {
    await renderInApp(<ShortcutHelp insertionKeys={['Alt+1']} onClose={nothing} />, { locale });
    const dialog = await screen.findByRole('dialog');
    expect(findBrokenTexts(dialog)).toEqual([]);
    expect(await findAccessProblems(dialog)).toEqual([]);
  });
});

describe('for those who listen and use the keyboard', () => {
  it.each(COMPONENTS)('axe finds nothing: %s', async (_, draw, options = {}) => {
    const { container } = await renderOne(draw(), options);
    expect(await findAccessProblems(container)).toEqual([]);
  });
});

describe('these checks themselves', () => {
  it('see a missing text and a gap', async () => {
    const { container } = await renderInApp(<p title="card.insert">{'Dear {{name}}'}</p>);
    expect(findBrokenTexts(container)).toEqual(['Dear {{name}}', 'card.insert']);
  });

  it('see a button without a name', async () => {
    const page = document.createElement('main');
    page.innerHTML = '<button type="button"></button>';
    document.body.append(page);
    expect(await findAccessProblems(page)).toEqual([expect.stringMatching(/^button-name: /)]);
    page.remove();
  });
});
