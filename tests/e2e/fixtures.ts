import { test as base } from '@playwright/test';
import {
  openDeskmateBrowser,
  type BrowserOptions,
  type DeskmateBrowser,
} from '../support/browser/deskmate-browser.ts';

interface Fixtures {
  /** Opens browsers that are closed when the test ends, whatever happens. */
  openBrowser: (options?: BrowserOptions) => Promise<DeskmateBrowser>;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  openBrowser: async ({}, use) => {
    const opened: DeskmateBrowser[] = [];
    await use(async (options) => {
      const browser = await openDeskmateBrowser(options);
      opened.push(browser);
      return browser;
    });
    for (const browser of opened) await browser.close().catch(() => undefined);
  },
});

export { expect } from '@playwright/test';
