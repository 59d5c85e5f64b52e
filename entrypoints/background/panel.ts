import { browser } from 'wxt/browser';
import { openPanel } from '../../utils/browser/open-panel.ts';

/**
 * The toolbar button opens the panel. Not by `openPanelOnActionClick`, which withholds the activeTab grant
 * that lets the panel see which site it is beside (measured).
 */
export function listenForPanelOpening(): void {
  const action = browser.action ?? browser.browserAction;
  action.onClicked.addListener(({ windowId }) => void openPanel(windowId));
}
