/** One Firefox for all tests of a file: most of their time would go into starting it. */
import { test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { ensureFirefox, FIREFOX } from '../../support/browser/find-firefox.ts';
import { openFirefox, type FirefoxBrowser } from '../../support/browser/firefox-browser.ts';
import { forgetTaught } from '../../support/browser/firefox-teaching.ts';
import { choose } from '../../support/browser/panel-actions.ts';

const INSTALL_MS = 600_000;

let firefox: FirefoxBrowser | undefined;

/** Call it at the top of the file; without Firefox its tests are skipped, and that is said. */
export function shareFirefox(): void {
  let hasFirefox = false;
  test.beforeAll(async () => {
    test.setTimeout(INSTALL_MS);
    hasFirefox = ensureFirefox();
    if (hasFirefox) firefox = await openFirefox();
    else console.log(`\n!!! SKIPPED: no Firefox at ${FIREFOX}; set DESKMATE_FIREFOX to one\n`);
  });
  test.beforeEach(() => test.skip(!hasFirefox, 'no Firefox on this machine'));
  test.afterEach(() => firefox?.closePages());
  test.afterAll(() => firefox?.close());
}

export function open(): FirefoxBrowser {
  if (!firefox) throw new Error('no Firefox is open');
  return firefox;
}

/** A page on a site that a person has allowed, beside a panel that speaks simplified Chinese and was taught nothing. */
export async function openAllowed(url: string, settings: Record<string, unknown> = {}): Promise<Page> {
  const { panel, grantLoopback, openPage } = open();
  await forgetTaught(panel);
  await choose(panel, { language: 'zh-CN', isWelcomed: true, switchedOffAdapters: [], ...settings });
  await grantLoopback();
  return openPage(url);
}

export { expect, test } from '@playwright/test';
