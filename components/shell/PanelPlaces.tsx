import { Suspense, useEffect, useRef } from 'react';
import { openPractice } from '../../utils/browser/open-practice.ts';
import { lazyView } from '../i18n/lazy-view.ts';
import { usePanelStore } from '../state/panel-store.ts';
import { useRecords } from '../state/records.ts';
import { useActiveConsole } from '../state/use-active-console.ts';
import { sayNotStored } from '../state/say-not-stored.ts';
import { useAssist, type InsertionPress } from '../state/use-assist.ts';
import { useRecordingTrouble } from '../state/use-recording-trouble.ts';
import { usePendingWrapUps } from '../state/use-contacts.ts';
import { useInsertionRequests } from '../state/use-insertion-requests.ts';
import { usePanelKeys } from '../state/use-panel-keys.ts';
import { NoticeLine } from './NoticeLine.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { PlaceBody } from './PlaceBody.tsx';
import { PlaceNav } from './PlaceNav.tsx';
import type { PanelSettings } from './use-panel-settings.ts';

const ShortcutHelp = lazyView(async () => (await import('./ShortcutHelp.tsx')).ShortcutHelp);

/** Contact bar, search, one of the places, navigation. */
export function PanelPlaces({ settings }: { settings: PanelSettings }) {
  const store = usePanelStore();
  const activeConsole = useActiveConsole();
  const { reading, tab } = activeConsole;
  // Half a transcript is worse than none.
  const usable = reading?.health.state === 'broken' ? null : reading;
  const { tone, agentName, teamName, insertionKeys } = settings;
  const assist = useAssist({ tabId: tab?.id, reading: usable, tone, agentName, teamName });
  const pending = usePendingWrapUps();
  const searchInput = useRef<HTMLInputElement>(null);
  const endContact = useContactEnding(assist.contactId);
  const practise = () => void openPractice();
  const insertWhatIsSeen = (press: InsertionPress) => {
    if (store.place === 'assist' && !store.isHelpOpen) return assist.insertAt(press);
    // Cards nobody sees must not go in: first a look, then the key again.
    store.toggleHelp(false);
    store.go('assist');
    return store.notify({ kind: 'look-first' });
  };

  usePanelKeys({
    insertionKeys,
    onInsert: (position) => insertWhatIsSeen({ position, pressedAt: Date.now() }),
    onSearch: () => {
      store.go('assist');
      store.browse(true);
      searchInput.current?.focus();
    },
    onEnd: endContact,
    onHelp: () => store.toggleHelp(true),
    onBack: goOneStepBack,
  });
  useInsertionRequests(tab?.id, insertWhatIsSeen);
  useRecordingTrouble(tab?.id);
  useFinishedWelcome(settings);

  return (
    <div className="panel">
      <PanelHeader reading={reading} assist={assist} searchInput={searchInput} onEnd={endContact} />
      <PlaceBody
        pending={pending}
        assist={assist}
        activeConsole={activeConsole}
        settings={settings}
        onPractice={practise}
      />
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
          <ShortcutHelp insertionKeys={insertionKeys} onClose={() => store.toggleHelp(false)} />
        )}
      </Suspense>
    </div>
  );
}

/** Ends the contact at the agent's word and goes on to its wrap-up. */
function useContactEnding(contactId: string | undefined): () => void {
  const { contacts } = useRecords();
  const { openWrapUp } = usePanelStore.getState();
  return () => {
    if (!contactId) return;
    contacts
      .end(contactId, 'closed-by-agent')
      .then(() => openWrapUp(contactId))
      .catch((error: unknown) => sayNotStored('panel/end-contact', error));
  };
}

/** Escape, where nothing nearer has taken it: out of a search, then home. */
function goOneStepBack(): void {
  const { query, isBrowsing, place, closeSearch, go } = usePanelStore.getState();
  if (query || isBrowsing) closeSearch();
  else if (place !== 'assist') go(place === 'knowledge' ? 'mine' : 'assist');
}

/** The welcome has done its job once a script went in. */
function useFinishedWelcome({ isWelcomed, finishWelcome }: PanelSettings): void {
  const isInserted = usePanelStore(({ notice }) => notice?.kind === 'inserted');
  useEffect(() => {
    if (isInserted && !isWelcomed) finishWelcome();
  }, [isInserted, isWelcomed, finishWelcome]);
}
