import type { ToConsole } from '../../knowledge/conversation/index.ts';
import { requestSiteAccess, toSitePattern } from '../../utils/browser/site-access.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { declinedSites } from '../../utils/settings/settings.ts';
import type { ActiveConsole } from '../state/use-active-console.ts';
import { useSetting } from '../state/use-setting.ts';
import { BrokenConsole } from './ConsoleHealth.tsx';
import { AskForSite, DeclinedSite, LoadingPage, NoConversation, UnknownPage } from './ConsoleStates.tsx';
import type { PanelSettings } from './use-panel-settings.ts';
import { Welcome } from './Welcome.tsx';

export interface NothingToHelpWithProps {
  activeConsole: ActiveConsole;
  settings: PanelSettings;
  onPractice: () => void;
  /** Shows the console anew to somebody who can teach it. */
  onTeach?: () => void;
}

/** Why there is nothing to help with yet, and what to do about it. */
export function NothingToHelpWith({ activeConsole, settings, onPractice, onTeach }: NothingToHelpWithProps) {
  const { reading, tab } = activeConsole;
  if (!settings.isWelcomed && !reading?.conversation) {
    return <Welcome onPractice={onPractice} onSkip={settings.finishWelcome} />;
  }
  if (!reading) return <Unread activeConsole={activeConsole} onPractice={onPractice} />;
  if (reading.health.state !== 'broken') return <NoConversation />;
  const retry = () => askConsoleAgain(tab?.id);
  return <BrokenConsole reading={reading} onRetry={retry} onPractice={onPractice} onTeach={onTeach} />;
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
