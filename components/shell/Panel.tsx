import { useDocumentTitle } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToBackground } from '../../knowledge/conversation/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { RecordsProvider, useOpenRecords } from '../state/records.ts';
import { SearchProvider, type SearchService } from '../state/search-client.ts';
import { PanelPlaces } from './PanelPlaces.tsx';
import { StorageTrouble } from './StorageTrouble.tsx';
import { usePanelSettings } from './use-panel-settings.ts';

export interface PanelProps {
  /** Both are slower than the first drawing, so whoever makes the page starts them before it. */
  opening: Promise<KnowledgeBase>;
  search: SearchService;
}

/** The agent's panel: waits for the records and the settings, then hands over to the places. */
export function Panel({ opening, search }: PanelProps) {
  const { t } = useTranslation();
  useDocumentTitle(t('app.name'));
  const records = useOpenRecords(opening);
  const settings = usePanelSettings();
  useAnnouncedOpening();

  if (records.state === 'failed') return <StorageTrouble reason={records.reason} />;
  if (records.state === 'opening' || !settings) return null;
  return (
    <RecordsProvider value={records.records}>
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
