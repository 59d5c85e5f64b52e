import { Text } from '@mantine/core';
import { Suspense, useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { toSitePattern } from '../../utils/browser/site-access.ts';
import { lazyView } from '../i18n/lazy-view.ts';
import { isBehindMine, usePanelStore, type Place } from '../state/panel-store.ts';
import type { ActiveConsole } from '../state/use-active-console.ts';
import { AssistPlace, type AssistPlaceProps } from './AssistPlace.tsx';

// The first thing to be ready is help for the customer who is waiting; the other places come when called.
const MyContactsView = lazyView(async () => (await import('../contacts/MyContactsView.tsx')).MyContactsView);
const SettingsView = lazyView(async () => (await import('../settings/SettingsView.tsx')).SettingsView);
const BehindMine = lazyView(async () => (await import('./BehindMine.tsx')).BehindMine);
const TeachView = lazyView(async () => (await import('../teach/TeachView.tsx')).TeachView);
const WrapUpView = lazyView(async () => (await import('../wrap-up/WrapUpView.tsx')).WrapUpView);

export interface PlaceBodyProps extends AssistPlaceProps {
  /** Undefined until they have been read. */
  pending: Contact[] | undefined;
}

/** The place the person is in. */
export function PlaceBody({ pending, ...assistPlace }: PlaceBodyProps) {
  const { place, go } = usePanelStore();
  const { set } = assistPlace.assist;
  const taughtTab = findTeachable(assistPlace.activeConsole);
  const body = useRef<HTMLElement>(null);
  useKeptFocus(body, place);
  return (
    <main ref={body} className="panel-body" tabIndex={-1}>
      <LiveRegion count={set?.suggestions.length ?? 0} turnId={set?.turn.id} />
      {place === 'assist' && <AssistPlace {...assistPlace} {...offerTeaching(taughtTab)} />}
      <Suspense>
        {place === 'wrap-up' && <WrapUpView pending={pending} />}
        {place === 'mine' && <MyContactsView onPractice={assistPlace.onPractice} />}
        {isBehindMine(place) && <BehindMine place={place} />}
        {place === 'teach' && <TeachView tabId={taughtTab} onBack={() => go('assist')} />}
        {place === 'settings' && <SettingsView onBack={() => go('assist')} />}
      </Suspense>
    </main>
  );
}

/** A page of a site we may read; our own practice console needs no teaching. */
function findTeachable({ tab, hasAccess }: ActiveConsole): number | null {
  return tab && hasAccess && toSitePattern(tab.url) ? tab.id : null;
}

function offerTeaching(tabId: number | null): Pick<AssistPlaceProps, 'onTeach'> {
  return tabId === null ? {} : { onTeach: () => usePanelStore.getState().go('teach') };
}

/** The button that led here may be gone: the place takes the focus, unless something in it has done so. */
function useKeptFocus(body: RefObject<HTMLElement | null>, place: Place): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (document.activeElement === document.body) body.current?.focus();
  }, [body, place]);
}

/** Says that new suggestions are there, for those who do not see them come. */
function LiveRegion({ count, turnId }: { count: number; turnId: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Text className="visually-hidden" role="status" component="div">
      {/* A new element in a region that stays: readers say it again even if the words are the same. */}
      <span key={turnId}>{count > 0 ? t('assist.announce', { count }) : ''}</span>
    </Text>
  );
}
