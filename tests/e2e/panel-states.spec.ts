/** The panel in every language, theme and width: nothing overflows, nothing violates WCAG, pictures to look at. */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { PageDriver } from '../support/browser/page-driver.ts';
import { choose, goTo, waitForCards, wrapUpByKeyboard } from '../support/browser/panel-actions.ts';
import { expect, test } from './fixtures.ts';

const PICTURES = resolve(import.meta.dirname, '../../test-results/pictures');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
const SCHEMES = ['light', 'dark'] as const;

async function findViolations(panel: PageDriver): Promise<string[]> {
  await panel.evaluate(await readFile(AXE, 'utf8').then((source) => `${source}; void 0`));
  return panel.evaluate<string[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  );
}

async function findOverflow(panel: PageDriver): Promise<string[]> {
  return panel.evaluate<string[]>(
    `[...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && !element.closest('.visually-hidden')
      && element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.className + ': ' + element.textContent.slice(0, 40))`,
  );
}

async function check(panel: PageDriver, picture: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await panel.screenshot(join(PICTURES, `${picture}.png`));
  expect(await findOverflow(panel), `${picture}: something is wider than the panel`).toEqual([]);
  expect(await findViolations(panel), `${picture}: accessibility`).toEqual([]);
}

/** What the search has learned, what it lacks, synonyms, and the test with real questions. */
async function checkKnowledge(panel: PageDriver, name: (place: string) => string): Promise<void> {
  await panel.click('[data-opens="knowledge"]');
  await panel.waitFor(`document.querySelectorAll('[role="radiogroup"] input').length === 5`);
  for (const section of [0, 1, 2, 3, 4]) {
    const input = `document.querySelectorAll('[role="radiogroup"] input')[${section}]`;
    await panel.evaluate(`${input}.click()`);
    await panel.waitFor(`${input}.checked`);
    await check(panel, name(`knowledge-${section + 1}`));
  }
}

for (const language of LANGUAGES) {
  for (const scheme of SCHEMES) {
    test(`every place in ${language}, ${scheme}`, async ({ openBrowser }) => {
      const browser = await openBrowser({ colorScheme: scheme });
      const practice = await browser.openPractice();
      await practice.evaluate(
        `chrome.storage.local.set({ language: '${language}', colourScheme: '${scheme}' })`,
      );
      const blank = await browser.context.newPage();
      await practice.bringToFront();
      const panel = await browser.openPanel(practice);
      const name = (place: string) => `${place}-${language}-${scheme}`;

      await waitForCards(panel, '29元200G');
      await check(panel, name('assist'));
      await panel.press('Ctrl+k');
      await panel.type('退款');
      await panel.waitFor(`document.querySelectorAll('.card').length > 3`);
      await check(panel, name('search'));
      await panel.press('Escape');
      await panel.press('Ctrl+k');
      await panel.type('☃☃☃');
      await panel.waitFor(`!document.querySelector('.card')`);
      await check(panel, name('search-empty'));
      await panel.press('Escape');
      await goTo(panel, 'wrap-up');
      await check(panel, name('wrap-up-empty'));
      await goTo(panel, 'mine');
      await check(panel, name('mine'));
      await checkKnowledge(panel, name);
      await goTo(panel, 'assist');
      await panel.press('Ctrl+k');
      await panel.waitFor(`document.activeElement?.type === 'search'`);
      await check(panel, name('search-start'));
      await panel.type('tag:');
      await panel.waitFor(`document.querySelectorAll('[role="option"]').length > 0`);
      await check(panel, name('search-filter'));
      await panel.press('Escape');
      await panel.press('Escape');
      await panel.press('Ctrl+k');
      await panel.type('套惨');
      await panel.waitFor(`document.querySelectorAll('.card').length > 0`);
      await check(panel, name('search-did-you-mean'));
      await panel.press('Escape');
      await goTo(panel, 'assist');
      await panel.waitFor(`!document.querySelector('header button:disabled')`);
      await panel.press('Alt+W');
      await panel.waitFor(`!!document.activeElement?.closest('[data-field="outcome"]')`);
      await panel.press('Ctrl+Enter');
      await panel.waitFor(`!!document.querySelector('[role="alert"]')`);
      await check(panel, name('wrap-up-missing'));
      await panel.press('1');
      await panel.click('header button:nth-last-child(2)');
      await panel.waitFor(`!!document.querySelector('section')`);
      await check(panel, name('settings'));
      await goTo(panel, 'assist');
      await blank.bringToFront();
      await panel.waitFor(`!document.querySelector('.card')`);
      await check(panel, name('welcome'));
    });
  }
}

for (const width of [320, 600]) {
  test(`nothing overflows at ${width} px, in the longest language`, async ({ openBrowser }) => {
    const browser = await openBrowser();
    const practice = await browser.openPractice('late-reply');
    const panel = await browser.openPanel(practice);
    await choose(panel, { language: 'en' });
    await panel.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 660,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await waitForCards(panel, 'waiting for ages');
    await check(panel, `assist-en-${width}`);
    await wrapUpByKeyboard(panel);
    await goTo(panel, 'mine');
    await panel.waitFor(`!!document.querySelector('[data-contact]')`);
    await check(panel, `mine-en-${width}`);
  });
}
