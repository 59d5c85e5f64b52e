import { Suspense, useEffect, useRef } from 'react';
import { openPractice } from '../../utils/browser/open-practice.ts';
import { ComplaintWatchSlot } from '../complaint/ComplaintSlots.tsx';
import { lazyView } from '../i18n/lazy-view.ts';
import { PromiseSlot } from '../promises/PromiseSlot.tsx';
import { isBehindMine, usePanelStore } from '../state/panel-store.ts';
import { useRecords } from '../state/records.ts';
import { useActiveConsole } from '../state/use-active-console.ts';
import { sayNotStored } from '../state/say-not-stored.ts';
import { useAssist, type InsertionPress } from '../state/use-assist.ts';
import { useRecordingTrouble } from '../state/use-recording-trouble.ts';
import { usePendingWrapUps } from '../state/use-contacts.ts';
import type { DraftCheckInputs } from '../state/use-draft-check.ts';
import { useInsertionRequests } from '../state/use-insertion-requests.ts';
import { usePanelKeys } from '../state/use-panel-keys.ts';
import { NoticeLine } from './NoticeLine.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { PlaceBody } from './PlaceBody.tsx';
import { PlaceNav } from './PlaceNav.tsx';
import type { PanelSettings } from './use-panel-settings.ts';

const DraftLine = lazyView(async () => (await import('../draft/draft-views.ts')).DraftLine);
const ShortcutHelp = lazyView(async () => (await import('./ShortcutHelp.tsx')).ShortcutHelp);

/** Contact bar, search, one of the places, navigation. */
export function PanelPlaces({ settings }: { settings: PanelSettings }) {
  const store = usePanelStore();
  const activeConsole = useActiveConsole();
  const { reading, tab } = activeConsole;
  const tabId = tab?.id;
  // Half a transcript is worse than none.
  const usable = reading?.health.state === 'broken' ? null : reading;
  const { tone, agentName, teamName, insertionKeys } = settings;
  const assist = useAssist({ tabId, reading: usable, tone, agentName, teamName });
  const pending = usePendingWrapUps();
  const searchInput = useRef<HTMLInputElement>(null);
  const endContact = useContactEnding(assist.contactId);
  const practise = () => void openPractice();
  const insertWhatIsSeen = (press: InsertionPress) =>
    store.place === 'assist' && !store.isHelpOpen ? assist.insertAt(press) : lookFirst();

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
  useInsertionRequests(tabId, insertWhatIsSeen);
  useRecordingTrouble(tabId);
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
        <DraftFoot tabId={tabId} reading={usable} contactId={assist.contactId} />
        <PromiseSlot reading={usable} tabId={tabId} />
        <NoticeLine />
        <PlaceNav
          place={store.place}
          pendingWrapUps={pending?.length ?? 0}
          pressingPromises={store.pressingPromises}
          onGo={store.go}
          onPractice={practise}
        />
      </footer>
      <ComplaintWatchSlot reading={usable} tabId={tabId} contactId={assist.contactId} />
      <Suspense>
        {store.isHelpOpen && (
          <ShortcutHelp insertionKeys={insertionKeys} onClose={() => store.toggleHelp(false)} />
        )}
      </Suspense>
    </div>
  );
}

interface DraftFootProps extends Pick<DraftCheckInputs, 'tabId' | 'reading'> {
  contactId: string | undefined;
}

/** What is said about the draft stands where nothing else moves for it. */
function DraftFoot({ contactId, ...inputs }: DraftFootProps) {
  const isHere = usePanelStore(({ place }) => place === 'assist');
  const conversation = inputs.reading?.conversation;
  if (!isHere || !conversation) return null;
  return (
    <Suspense>
      <DraftLine {...inputs} contactKey={contactId ?? conversation.id} />
    </Suspense>
  );
}

/** Cards nobody sees must not go in: first a look, then the key again. */
function lookFirst(): void {
  const { toggleHelp, go, notify } = usePanelStore.getState();
  toggleHelp(false);
  go('assist');
  notify({ kind: 'look-first' });
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
  else if (place !== 'assist') go(isBehindMine(place) ? 'mine' : 'assist');
}

/** The welcome has done its job once a script went in. */
function useFinishedWelcome({ isWelcomed, finishWelcome }: PanelSettings): void {
  const isInserted = usePanelStore(({ notice }) => notice?.kind === 'inserted');
  useEffect(() => {
    if (isInserted && !isWelcomed) finishWelcome();
  }, [isInserted, isWelcomed, finishWelcome]);
}
