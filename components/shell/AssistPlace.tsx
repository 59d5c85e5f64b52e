import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readOpenCustomerTurn } from '../../knowledge/conversation/index.ts';
import type { ToConsole } from '../../knowledge/conversation/index.ts';
import { requestSiteAccess, toSitePattern } from '../../utils/browser/site-access.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { declinedSites } from '../../utils/settings/settings.ts';
import type { ActiveConsole } from '../state/use-active-console.ts';
import type { Assist } from '../state/use-assist.ts';
import { useSetting } from '../state/use-setting.ts';
import { AssistView } from '../suggestions/AssistView.tsx';
import {
  AskForSite,
  BrokenConsole,
  DeclinedSite,
  LoadingPage,
  NoConversation,
  UnknownPage,
} from './ConsoleStates.tsx';
import type { PanelSettings } from './use-panel-settings.ts';
import { Welcome } from './Welcome.tsx';

export interface AssistPlaceProps {
  assist: Assist;
  activeConsole: ActiveConsole;
  settings: PanelSettings;
  onPractice: () => void;
}

/** Picks what the assist place shows: a search, the cards, or why there is nothing to help with yet. */
export function AssistPlace({ assist, activeConsole, settings, onPractice }: AssistPlaceProps) {
  const { reading } = activeConsole;
  const conversation = reading?.health.state === 'broken' ? null : reading?.conversation;
  if (!assist.isSearching && !conversation) {
    return <NothingToHelpWith activeConsole={activeConsole} settings={settings} onPractice={onPractice} />;
  }
  return (
    <>
      {!settings.isWelcomed && <FirstInsertionHint shortcut={settings.insertionKeys[0] ?? ''} />}
      {reading?.health.state === 'degraded' && <DegradedHint problems={reading.health.problems} />}
      <AssistView
        assist={assist}
        shortcuts={settings.insertionKeys}
        isLookingUp={isCustomerWaiting(reading)}
      />
    </>
  );
}

function isCustomerWaiting(reading: ActiveConsole['reading']): boolean {
  return Boolean(reading?.conversation && readOpenCustomerTurn(reading.conversation));
}

function NothingToHelpWith({ activeConsole, settings, onPractice }: Omit<AssistPlaceProps, 'assist'>) {
  const { reading, tab } = activeConsole;
  if (!settings.isWelcomed && !reading?.conversation) {
    return <Welcome onPractice={onPractice} onSkip={settings.finishWelcome} />;
  }
  if (!reading) return <Unread activeConsole={activeConsole} onPractice={onPractice} />;
  if (reading.health.state !== 'broken') return <NoConversation />;
  const retry = () => askConsoleAgain(tab?.id);
  return <BrokenConsole problems={reading.health.problems} onRetry={retry} onPractice={onPractice} />;
}

/** Nothing was read here: because we may not, because it is not a web page, or because it is just loading. */
function Unread({
  activeConsole: { tab, hasAccess },
  onPractice,
}: {
  activeConsole: ActiveConsole;
  onPractice: () => void;
}) {
  const [declined, storeDeclined] = useSetting(declinedSites);
  const pattern = toSitePattern(tab?.url);
  if (!tab || declined === null || (pattern && hasAccess === undefined)) return null;
  if (!pattern) return <UnknownPage onPractice={onPractice} />;
  if (hasAccess) return <LoadingPage />;
  const site = new URL(tab.url ?? '').hostname;
  const allow = () => {
    // First the browser's question: it needs the click, and any wait before it loses that.
    void requestSiteAccess(pattern).then((isGranted) => {
      if (isGranted) storeDeclined(declined.filter((known) => known !== pattern));
    });
  };
  if (declined.includes(pattern)) return <DeclinedSite site={site} onAllow={allow} />;
  return <AskForSite site={site} onAllow={allow} onDecline={() => storeDeclined([...declined, pattern])} />;
}

function askConsoleAgain(tabId: number | undefined): void {
  if (tabId === undefined) return;
  createMessenger<ToConsole>()
    .send('reportConversation', undefined, tabId)
    .catch(() => undefined);
}

function FirstInsertionHint({ shortcut }: { shortcut: string }) {
  const { t } = useTranslation();
  return (
    <Alert p={8} mb={8} color="teal" title={t('welcome.hintTitle')}>
      {t('welcome.hintText', { key: shortcut })}
    </Alert>
  );
}

function DegradedHint({ problems }: { problems: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Alert p={8} mb={8} color="yellow">
      {problems.includes('no-composer') ? t('degraded.noComposer') : t('degraded.unknownRoles')}
    </Alert>
  );
}
