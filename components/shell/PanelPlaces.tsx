import { Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { reportError } from '../../utils/errors/report-error.ts';
import { openPractice } from '../../utils/browser/open-practice.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { usePanelStore } from '../state/panel-store.ts';
import { useRecords } from '../state/records.ts';
import { useActiveConsole } from '../state/use-active-console.ts';
import { useAssist } from '../state/use-assist.ts';
import { usePendingWrapUps } from '../state/use-contacts.ts';
import { useInsertionRequests } from '../state/use-insertion-requests.ts';
import { usePanelKeys } from '../state/use-panel-keys.ts';
import { AssistPlace } from './AssistPlace.tsx';
import { ContactBar } from './ContactBar.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { PlaceNav } from './PlaceNav.tsx';
import type { PanelSettings } from './use-panel-settings.ts';

// The first thing to be ready is help for the customer who is waiting; the other places come when called.
const MyContactsView = lazy(async () => ({
  default: (await import('../contacts/MyContactsView.tsx')).MyContactsView,
}));
const SettingsView = lazy(async () => ({
  default: (await import('../settings/SettingsView.tsx')).SettingsView,
}));
const WrapUpView = lazy(async () => ({ default: (await import('../wrap-up/WrapUpView.tsx')).WrapUpView }));
const ShortcutHelp = lazy(async () => ({ default: (await import('./ShortcutHelp.tsx')).ShortcutHelp }));

/** Contact bar, search, one of the places, navigation. */
export function PanelPlaces({ settings }: { settings: PanelSettings }) {
  const store = usePanelStore();
  const records = useRecords();
  const activeConsole = useActiveConsole();
  const { reading, tab } = activeConsole;
  // Half a transcript is worse than none.
  const conversation = reading && reading.health.state !== 'broken' ? reading.conversation : null;
  const assist = useAssist({
    tabId: tab?.id,
    conversation,
    tone: settings.tone,
    agentName: settings.agentName,
  });
  const pending = usePendingWrapUps();
  const searchInput = useRef<HTMLInputElement>(null);

  const endContact = () => {
    const { contactId } = assist;
    if (!contactId) return;
    records.contacts
      .end(contactId, 'closed-by-agent')
      .then(() => store.openWrapUp(contactId))
      .catch((error: unknown) => reportError('panel/end-contact', error));
  };
  const practise = () => void openPractice();

  usePanelKeys({
    insertionKeys: settings.insertionKeys,
    onInsert: (position) => assist.insertAt(position, Date.now()),
    onSearch: () => {
      store.go('assist');
      searchInput.current?.focus();
    },
    onEnd: endContact,
    onHelp: () => store.toggleHelp(true),
  });
  useInsertionRequests(tab?.id, ({ position, at }) => assist.insertAt(position, at));
  useFinishedWelcome(settings);

  return (
    <div className="panel">
      <header>
        <ContactBar
          reading={reading}
          canEnd={assist.contactId !== undefined}
          onEnd={endContact}
          onSettings={() => store.go('settings')}
          onHelp={() => store.toggleHelp(true)}
        />
        <div style={{ padding: '8px 12px 0' }} hidden={store.place !== 'assist'}>
          <SearchBox
            inputRef={searchInput}
            query={store.query}
            onChange={store.setQuery}
            onLeaveDown={focusFirstCard}
            onChoose={() => store.query.trim() !== '' && assist.insertAt(1, Date.now())}
          />
        </div>
      </header>
      <main className="panel-body">
        <LiveRegion count={assist.set?.suggestions.length ?? 0} turnId={assist.set?.turn.id} />
        {store.place === 'assist' && (
          <AssistPlace
            assist={assist}
            activeConsole={activeConsole}
            settings={settings}
            onPractice={practise}
          />
        )}
        <Suspense>
          {store.place === 'wrap-up' && <WrapUpView pending={pending} />}
          {store.place === 'mine' && <MyContactsView onPractice={practise} />}
          {store.place === 'settings' && <SettingsView onBack={() => store.go('assist')} />}
        </Suspense>
      </main>
      <footer>
        <NoticeLine />
        <PlaceNav
          place={store.place}
          pendingWrapUps={pending?.length ?? 0}
          onGo={store.go}
          onPractice={practise}
        />
      </footer>
      <Suspense>
        {store.isHelpOpen && (
          <ShortcutHelp insertionKeys={settings.insertionKeys} onClose={() => store.toggleHelp(false)} />
        )}
      </Suspense>
    </div>
  );
}

function focusFirstCard(): void {
  document.querySelector<HTMLElement>('.card[tabindex="0"]')?.focus();
}

/** The welcome has done its job once a script went in. */
function useFinishedWelcome({ isWelcomed, finishWelcome }: PanelSettings): void {
  const isInserted = usePanelStore(({ notice }) => notice?.kind === 'inserted');
  useEffect(() => {
    if (isInserted && !isWelcomed) finishWelcome();
  }, [isInserted, isWelcomed, finishWelcome]);
}

/** Says that new suggestions are there, for those who do not see them come. */
function LiveRegion({ count, turnId }: { count: number; turnId: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Text className="visually-hidden" role="status" key={turnId}>
      {count > 0 ? t('assist.announce', { count }) : ''}
    </Text>
  );
}
