/** Runs the content script on granted sites and nowhere else. */
import { browser } from 'wxt/browser';
import { reportError } from '../../utils/errors/report-error.ts';
import { listGrantedSites, onSiteAccessChanged } from '../../utils/browser/site-access.ts';

const SCRIPT_ID = 'console';
const SCRIPT_FILE = '/content-scripts/console.js';

export function listenForSiteAccess(): void {
  const refresh = () => {
    followGrants().catch((error: unknown) => reportError('background/site-access', error));
  };
  onSiteAccessChanged(refresh);
  // An update or a start: registrations are gone, and open pages hold orphaned scripts or none.
  browser.runtime.onInstalled.addListener(refresh);
  browser.runtime.onStartup.addListener(refresh);
}

async function followGrants(): Promise<void> {
  const sites = await listGrantedSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (sites.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT_ID, js: [SCRIPT_FILE], matches: sites, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
  await enterOpenTabs(sites);
}

/** The page the person just granted is already open; it should work without a reload. */
async function enterOpenTabs(sites: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: sites });
  for (const { id } of tabs) {
    if (id === undefined) continue;
    // A tab can be an error page, or closed meanwhile: the next navigation brings the script anyway.
    await browser.scripting
      .executeScript({ target: { tabId: id }, files: [SCRIPT_FILE] })
      .catch(() => undefined);
  }
}
