/** Runs the content script on granted sites and nowhere else. */
import { browser } from 'wxt/browser';
import { reportError } from '../../utils/errors/report-error.ts';
import { listGrantedSites, onSiteAccessChanged } from '../../utils/browser/site-access.ts';

const SCRIPT_ID = 'console';
const SCRIPT_FILE = '/content-scripts/console.js';

/** One run after the other: two at once would both find nothing registered. Nothing is lost with the worker. */
let lastRun: Promise<void> = Promise.resolve();

export function listenForSiteAccess(): void {
  // An update or a start: registrations are gone, and open pages hold orphaned scripts or none.
  const refresh = () => void run({ entersAlways: true });
  onSiteAccessChanged(refresh);
  browser.runtime.onInstalled.addListener(refresh);
  browser.runtime.onStartup.addListener(refresh);
}

/** Brings the registration up to date if it is not: a run that was killed goes on then. Never rejects. */
export function followGrants(): Promise<void> {
  return run({ entersAlways: false });
}

function run(options: { entersAlways: boolean }): Promise<void> {
  lastRun = lastRun
    .then(() => updateRegistration(options))
    .catch((error: unknown) => reportError('background/site-access', error));
  return lastRun;
}

async function updateRegistration({ entersAlways }: { entersAlways: boolean }): Promise<void> {
  const sites = await listGrantedSites();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (sites.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const isUpToDate = isSameSet(registered?.matches ?? [], sites);
  if (!isUpToDate) await register(sites, registered !== undefined);
  // Not without need: a script that enters again takes the place of the one that is reading there.
  if (entersAlways || !isUpToDate) await enterOpenTabs(sites);
}

/** Changed in place: unregistered first, a worker killed in between would leave every site without script. */
async function register(sites: string[], isRegistered: boolean): Promise<void> {
  const runAt = 'document_idle' as const;
  const scripts = [{ id: SCRIPT_ID, js: [SCRIPT_FILE], matches: sites, runAt, persistAcrossSessions: true }];
  if (isRegistered) return browser.scripting.updateContentScripts(scripts);
  return browser.scripting.registerContentScripts(scripts).catch((error: unknown) =>
    // Registered after all, by a worker before us: then it can be updated, else the first error tells more.
    browser.scripting.updateContentScripts(scripts).catch(() => {
      throw error;
    }),
  );
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item));
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
