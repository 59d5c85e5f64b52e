import { browser } from 'wxt/browser';

export interface ActiveTab {
  id: number;
  /** Undefined where we have no access: the browser does not tell us then. */
  url: string | undefined;
}

/** The tab in front in this window. */
export async function findActiveTab(windowId: number): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url };
}

export async function findOwnWindowId(): Promise<number> {
  const { id } = await browser.windows.getCurrent();
  if (id === undefined) throw new Error('A page without a window');
  return id;
}

/**
 * Calls back whenever another tab comes to the front, the one in front navigates, or a click on the toolbar button
 * lets us see which page it is: that is no event of the tab's. @returns stop
 */
export function onActiveTabChanged(windowId: number, listener: () => void): () => void {
  const activated = (info: { windowId: number }) => {
    if (info.windowId === windowId) listener();
  };
  const updated = (
    _id: number,
    change: { url?: string; status?: string },
    tab: { active: boolean; windowId?: number },
  ) => {
    if (tab.active && tab.windowId === windowId && (change.url || change.status)) listener();
  };
  const { onClicked } = browser.action ?? browser.browserAction;
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  onClicked.addListener(activated);
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
    onClicked.removeListener(activated);
  };
}
