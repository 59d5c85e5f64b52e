import { useDocumentTitle } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToBackground } from '../../knowledge/conversation/index.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { RecordsProvider, useOpenRecords } from '../state/records.ts';
import { connectSearch, SearchProvider, type SearchService } from '../state/search-client.ts';
import { PanelPlaces } from './PanelPlaces.tsx';
import { StorageTrouble } from './StorageTrouble.tsx';
import { usePanelSettings } from './use-panel-settings.ts';

/** The agent's panel: opens the records and the search, then hands over to the places. */
export function Panel() {
  const { t } = useTranslation();
  useDocumentTitle(t('app.name'));
  const opening = useOpenRecords();
  const [search] = useState<SearchService>(connectSearch);
  const settings = usePanelSettings();
  useAnnouncedOpening();

  if (opening.state === 'failed') return <StorageTrouble reason={opening.reason} />;
  if (opening.state === 'opening' || !settings) return null;
  return (
    <RecordsProvider value={opening.records}>
      <SearchProvider value={search}>
        <PanelPlaces settings={settings} />
      </SearchProvider>
    </RecordsProvider>
  );
}

/** The background finishes an interrupted first run when a panel opens. */
function useAnnouncedOpening(): void {
  const isAnnounced = useRef(false);
  useEffect(() => {
    if (isAnnounced.current) return;
    isAnnounced.current = true;
    createMessenger<ToBackground>()
      .send('panelOpened', undefined)
      .catch(() => undefined);
  }, []);
}
