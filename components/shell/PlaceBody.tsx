import { Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { usePanelStore } from '../state/panel-store.ts';
import { AssistPlace, type AssistPlaceProps } from './AssistPlace.tsx';

// The first thing to be ready is help for the customer who is waiting; the other places come when called.
const MyContactsView = lazy(async () => ({
  default: (await import('../contacts/MyContactsView.tsx')).MyContactsView,
}));
const SettingsView = lazy(async () => ({
  default: (await import('../settings/SettingsView.tsx')).SettingsView,
}));
const KnowledgeView = lazy(async () => ({
  default: (await import('../knowledge/KnowledgeView.tsx')).KnowledgeView,
}));
const WrapUpView = lazy(async () => ({ default: (await import('../wrap-up/WrapUpView.tsx')).WrapUpView }));

export interface PlaceBodyProps extends AssistPlaceProps {
  /** Undefined until they have been read. */
  pending: Contact[] | undefined;
}

/** The place the person is in. */
export function PlaceBody({ pending, ...assistPlace }: PlaceBodyProps) {
  const { place, go } = usePanelStore();
  const { set } = assistPlace.assist;
  return (
    <main className="panel-body">
      <LiveRegion count={set?.suggestions.length ?? 0} turnId={set?.turn.id} />
      {place === 'assist' && <AssistPlace {...assistPlace} />}
      <Suspense>
        {place === 'wrap-up' && <WrapUpView pending={pending} />}
        {place === 'mine' && <MyContactsView onPractice={assistPlace.onPractice} />}
        {place === 'knowledge' && <KnowledgeView onBack={() => go('mine')} onAssist={() => go('assist')} />}
        {place === 'settings' && <SettingsView onBack={() => go('assist')} />}
      </Suspense>
    </main>
  );
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
