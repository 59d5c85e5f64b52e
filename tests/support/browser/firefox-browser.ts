/** A real Firefox with the built extension and its real sidebar, by WebDriver BiDi. */
import { resolve } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { openInputMethod, type InputMethod } from './firefox-input.ts';
import { driveSidebar } from './firefox-sidebar.ts';
import { reachIntoWindow, type FirefoxWindow } from './firefox-window.ts';
import { FIREFOX } from './find-firefox.ts';
import type { PanelDriver } from './page-driver.ts';

const BUILT = resolve(import.meta.dirname, '../../../.output/firefox-mv2');
const ID = 'deskmate@deskmate.local';
/** What stands in the extension's addresses; else another in every profile. */
const HOST = '0d35c3a7-0000-4000-8000-00000000d35c';
const SIDEBAR = 'deskmate_deskmate_local-sidebar-action';
const LOOPBACK = 'http://127.0.0.1/*';

const PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
  // No automation can answer the browser's own question; with this it counts as answered with yes.
  'extensions.webextOptionalPermissionPrompts': false,
};

export interface FirefoxBrowser {
  window: FirefoxWindow;
  /** The sidebar, which Firefox opens when an extension that has one is installed. */
  panel: PanelDriver;
  inputMethod: InputMethod;
  openPage(url: string): Promise<Page>;
  openPractice(customer: string): Promise<Page>;
  /** Access to the test's own sites, as if a person had allowed them. */
  grantLoopback(): Promise<void>;
  /** The button in the browser's toolbar. */
  clickAction(): Promise<void>;
  closeSidebar(): Promise<void>;
  openSidebar(): Promise<void>;
  /** @returns what is listed at the caret, or null while there is no such list */
  findPicker(page: Page): Promise<PickerFrame | null>;
  /** Where the list at the caret stands in the page in front: out of the page's own sight. */
  findPickerCorner(): Promise<{ x: number; y: number }>;
  /** All but an empty one: with none Firefox would end. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

export interface PickerFrame {
  evaluate<TValue>(expression: string): Promise<TValue>;
}

export async function openFirefox(): Promise<FirefoxBrowser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    defaultViewport: null,
    args: ['-remote-allow-system-access', '--width=1400', '--height=900'],
    extraPrefsFirefox: PREFERENCES,
  });
  await browser.installExtension(BUILT);
  const window = await reachIntoWindow(browser);
  const panel = driveSidebar(window);
  const waitForSidebar = async () => {
    await panel.waitFor(`!!document.querySelector('nav button')`);
  };
  await waitForSidebar();
  return {
    window,
    panel,
    inputMethod: openInputMethod(window),
    openPage: (url) => openPage(browser, url),
    openPractice: async (customer) => {
      const page = await openPage(browser, 'about:blank');
      const url = `moz-extension://${HOST}/practice.html?customer=${customer}`;
      // Puppeteer waits for a sign of loading that Firefox does not give for pages of extensions.
      await window.send('browsingContext.navigate', { context: readContext(page), url, wait: 'complete' });
      return page;
    },
    grantLoopback: async () => {
      await window.run(
        `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions
          .add('${ID}', { permissions: [], origins: ['${LOOPBACK}'] }, WebExtensionPolicy.getByID('${ID}').extension)`,
      );
    },
    clickAction: () => clickAction(window),
    closeSidebar: () => window.run('SidebarController.hide()'),
    openSidebar: async () => {
      await window.run(`SidebarController.show('${SIDEBAR}')`);
      await waitForSidebar();
    },
    findPicker: (page) => findPicker(window, readContext(page)),
    findPickerCorner: () =>
      window.runBeside(
        'tab',
        `const { x, y } = content.document.documentElement.lastElementChild.openOrClosedShadowRoot.querySelector('iframe')
          .getBoundingClientRect();
         return { x, y };`,
      ),
    closePages: async () => {
      const pages = await browser.pages();
      await browser.newPage();
      await Promise.all(pages.map((page) => page.close()));
    },
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.bringToFront();
  return page;
}

/** What Puppeteer keeps to itself: the page's name in BiDi. */
function readContext(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}

async function clickAction(window: FirefoxWindow): Promise<void> {
  await window.run(`(() => {
    const button = document.querySelector('#nav-bar .unified-extensions-item[data-extensionid="${ID}"] toolbarbutton');
    if (!button) throw new Error('our button is not in the toolbar');
    const { x, y, width, height } = button.getBoundingClientRect();
    for (const type of ['mousedown', 'mouseup'])
      window.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 }, {});
  })()`);
}

interface Tree {
  contexts: { children: { context: string; url: string }[] }[];
}

/** In a closed shadow root, and another process: the page itself knows of no such frame. */
async function findPicker(window: FirefoxWindow, page: string): Promise<PickerFrame | null> {
  const { contexts } = (await window.send('browsingContext.getTree', { root: page })) as Tree;
  const frame = contexts[0]?.children.find(({ url }) => url.endsWith('/picker.html'));
  if (!frame) return null;
  return {
    evaluate: async <TValue>(expression: string) => {
      const { result } = (await window.send('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify({ value }))`,
        target: { context: frame.context },
        awaitPromise: true,
      })) as { result: { value: string } };
      return (JSON.parse(result.value) as { value: TValue }).value;
    },
  };
}
