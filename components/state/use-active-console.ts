/** Which console this panel sits beside: the tab in front of its own window, and what was read there. */
import { useEffect, useState } from 'react';
import { SESSION_ITEMS, type TabReading } from '../../knowledge/contracts/index.ts';
import type { ToConsole } from '../../knowledge/conversation/index.ts';
import {
  findActiveTab,
  findOwnWindowId,
  onActiveTabChanged,
  type ActiveTab,
} from '../../utils/browser/active-tab.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { hasSiteAccess, onSiteAccessChanged, toSitePattern } from '../../utils/browser/site-access.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';

const readings = defineSessionItem<TabReading>(SESSION_ITEMS.reading);
const { send } = createMessenger<ToConsole>();

export interface ActiveConsole {
  tab: ActiveTab | null;
  /** Undefined while it is being found out. */
  hasAccess: boolean | undefined;
  reading: TabReading | null;
}

export function useActiveConsole(): ActiveConsole {
  const tab = useActiveTab();
  const hasAccess = useSiteAccess(tab?.url);
  const reading = useReading(tab);
  return { tab, hasAccess, reading };
}

function useActiveTab(): ActiveTab | null {
  const [tab, setTab] = useState<ActiveTab | null>(null);
  useEffect(() => {
    let stop = () => {};
    let isCurrent = true;
    void findOwnWindowId().then((windowId) => {
      if (!isCurrent) return;
      const refresh = () => void findActiveTab(windowId).then((found) => isCurrent && setTab(found));
      const stopTabs = onActiveTabChanged(windowId, refresh);
      const stopAccess = onSiteAccessChanged(refresh);
      // A click on the toolbar button grants a look at the tab without any tab event.
      window.addEventListener('focus', refresh);
      stop = () => {
        stopTabs();
        stopAccess();
        window.removeEventListener('focus', refresh);
      };
      refresh();
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, []);
  return tab;
}

function useSiteAccess(url: string | undefined): boolean | undefined {
  const pattern = toSitePattern(url);
  const [granted, setGranted] = useState<{ pattern: string; hasAccess: boolean } | null>(null);
  useEffect(() => {
    if (!pattern) return undefined;
    let isCurrent = true;
    const refresh = () =>
      void hasSiteAccess(pattern).then((hasAccess) => isCurrent && setGranted({ pattern, hasAccess }));
    refresh();
    const stop = onSiteAccessChanged(refresh);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [pattern]);
  if (!pattern) return false;
  return granted?.pattern === pattern ? granted.hasAccess : undefined;
}

function useReading(tab: ActiveTab | null): TabReading | null {
  const [known, setKnown] = useState<{ tabId: number; reading: TabReading | null } | null>(null);
  const tabId = tab?.id;
  const url = tab?.url;
  useEffect(() => {
    if (tabId === undefined) return undefined;
    let isCurrent = true;
    const accept = (reading: TabReading | null) => isCurrent && setKnown({ tabId, reading });
    void readings.read(tabId).then((reading) => accept(reading));
    const stop = readings.watch(tabId, (reading) => accept(reading));
    // A snapshot can be older than the page: the console says what is true now, if it is there to ask.
    send('reportConversation', undefined, tabId).catch(() => undefined);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [tabId, url]);
  return known && known.tabId === tabId ? known.reading : null;
}
