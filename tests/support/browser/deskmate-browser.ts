/** A Chromium-family browser with the built extension in it, for the demo, the e2e tests and the benchmarks. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { findBrowser } from './find-browser.ts';
import { drivePage, type PageDriver } from './page-driver.ts';
import { attachToTarget, listTargets } from './target-session.ts';

export const BUILT_EXTENSION = resolve(import.meta.dirname, '../../../.output/chrome-mv3');

const ARGUMENTS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate',
  '--disable-search-engine-choice-screen',
  '--password-store=basic',
  '--use-mock-keychain',
  // Branded Chrome ignores --load-extension; this lets CDP load an unpacked one in all of them.
  '--enable-unsafe-extension-debugging',
];
// As root in a container there is no sandbox to be had, and no GPU.
const ROOT_ARGUMENTS = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [];

/** What the panel and the browser's own bars take of the window. */
const PANEL_WIDTH = 376;
const FRAME_HEIGHT = 135;

export interface DeskmateBrowser {
  context: BrowserContext;
  extensionId: string;
  profile: string;
  /** The browser-wide CDP session. */
  session: CDPSession;
  openPractice(customer?: string): Promise<Page>;
  /** Opens the real side panel with a real click on the practice page's button. */
  openPanel(practice: Page): Promise<PageDriver>;
  /** Any page of the extension by its path, e.g. `sidepanel.html` as a tab. */
  openPage(path: string): Promise<Page>;
  /** A panel nobody has attached to yet. */
  attachToPanel(): Promise<PageDriver>;
  /** Clicks the toolbar button while this page is in front: opens the panel and grants a look at that tab. */
  clickAction(page: Page): Promise<void>;
  /** Ends the extension's service worker as the browser does when it needs the memory. */
  killWorker(): Promise<void>;
  /** Loads the extension's folder again: what an update does to pages that are open. */
  update(): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  headless?: boolean;
  /** A profile to keep; a temporary one, removed at the end, if absent. */
  profile?: string;
  extension?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  locale?: string;
  args?: string[];
}

export async function openDeskmateBrowser(options: BrowserOptions = {}): Promise<DeskmateBrowser> {
  const { headless = true, extension = BUILT_EXTENSION, viewport = { width: 1280, height: 800 } } = options;
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium-family browser found; set DESKMATE_BROWSER to one');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'deskmate-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: headless ? viewport : null,
    colorScheme: options.colorScheme ?? null,
    locale: options.locale ?? 'zh-CN',
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: [
      ...ARGUMENTS,
      ...ROOT_ARGUMENTS,
      ...(headless
        ? [
            '--headless=new',
            `--window-size=${viewport.width + PANEL_WIDTH},${viewport.height + FRAME_HEIGHT}`,
          ]
        : ['--start-maximized']),
      ...(options.args ?? []),
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error('the browser gave no session');
  const session = await browser.newBrowserCDPSession();
  const extensionId = await loadUnpacked(session, extension);
  await session.send('Target.setDiscoverTargets', { discover: true });
  const root = `chrome-extension://${extensionId}`;

  const panels = new Set<string>();
  const attachToPanel = async () => {
    const target = await attachToTarget(
      session,
      ({ type, url, targetId }) =>
        type === 'page' && url.startsWith(`${root}/sidepanel.html`) && !panels.has(targetId),
    );
    panels.add(target.targetId);
    return drivePage(target);
  };
  const openPage = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`${root}/${path}`);
    return page;
  };

  return {
    context,
    extensionId,
    profile,
    session,
    openPage,
    openPractice: (customer) => openPage(`practice.html${customer ? `?customer=${customer}` : ''}`),
    openPanel: async (practice) => {
      await practice.bringToFront();
      await practice.click('#open-panel');
      return attachToPanel();
    },
    attachToPanel,
    clickAction: async (page) => {
      await page.bringToFront();
      // Both are newer than Playwright's types.
      const send = session.send as unknown as (method: string, parameters: object) => Promise<TabTargets>;
      const { targetInfos } = await send.call(session, 'Target.getTargets', { filter: [{ type: 'tab' }] });
      const target = targetInfos.find(({ url }) => url === page.url());
      if (!target) throw new Error('the page is in no tab');
      await send.call(session, 'Extensions.triggerAction', { id: extensionId, targetId: target.targetId });
    },
    killWorker: async () => {
      const workers = await listTargets(session);
      for (const { targetId, type, url } of workers) {
        if (type === 'service_worker' && url.startsWith(root))
          await session.send('Target.closeTarget', { targetId });
      }
    },
    update: async () => {
      await loadUnpacked(session, extension);
    },
    close: async () => {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}

interface TabTargets {
  targetInfos: { targetId: string; url: string }[];
}

/** @returns the extension's id; the same folder always gets the same one */
async function loadUnpacked(session: CDPSession, path: string): Promise<string> {
  // Newer than Playwright's types.
  const send = session.send as unknown as (method: string, parameters: object) => Promise<{ id: string }>;
  return (await send.call(session, 'Extensions.loadUnpacked', { path })).id;
}
