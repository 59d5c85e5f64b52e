import { browser } from 'wxt/browser';

/** Firefox's sidebar; WXT's types follow Chrome, which has none. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox). Call it in the click itself, before any `await`:
 * the browser takes nothing else for the person's wish (measured).
 */
export async function openPanel(windowId: number): Promise<void> {
  if (browser.sidePanel as typeof browser.sidePanel | undefined) await browser.sidePanel.open({ windowId });
  else await (browser as WithSidebar).sidebarAction?.open();
}

/**
 * Whether a panel is open in any window: Chromium does not say in which (its contexts carry window -1, measured).
 * Where the browser cannot tell at all (an older Firefox), we act as if one were.
 */
export async function isPanelOpen(): Promise<boolean> {
  const getContexts = browser.runtime.getContexts as typeof browser.runtime.getContexts | undefined;
  if (!getContexts) return true;
  const panels = await getContexts({ contextTypes: ['SIDE_PANEL'] });
  return panels.length > 0;
}
