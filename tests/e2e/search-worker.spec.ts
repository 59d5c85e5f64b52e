/** The one search worker of all windows: what they share, and what they see of it when it dies. */
import type { DeskmateBrowser } from '../support/browser/deskmate-browser.ts';
import type { PageDriver } from '../support/browser/page-driver.ts';
import { choose, waitForCards } from '../support/browser/panel-actions.ts';
import {
  damageStoredIndex,
  endSearchWorker,
  listSearchWorkers,
  readStoredIndex,
} from '../support/browser/search-worker.ts';
import { expect, test } from './fixtures.ts';

const SIM_CARD_LINE = '广告写的29元200G';
const REFUND_LINE = '钱怎么还没退给我';
const TROUBLE = '话术库没有回应';

async function openStage(browser: DeskmateBrowser) {
  const console = await browser.openPractice();
  const panel = await browser.openPanel(console);
  await choose(panel, { language: 'zh-CN' });
  await waitForCards(panel, SIM_CARD_LINE);
  return { console, panel };
}

/** More than the cards beside a customer: these come from the search. */
const waitForResults = (panel: PageDriver, text: string) =>
  panel.waitFor(`(() => { const cards = [...document.querySelectorAll('.card')];
    return cards.length > 3 && cards.some((card) => card.innerText.includes(${JSON.stringify(text)})); })()`);

/** Waits for results each time; leaves the box empty. */
async function searchFor(panel: PageDriver, text: string): Promise<void> {
  await panel.press('Ctrl+k');
  await panel.type(text);
  await waitForResults(panel, text);
  await panel.press('Escape');
  await panel.waitFor(`document.querySelector('input[type="search"]').value === ''`);
}

test('the search worker is killed while it is asked: that question is answered, and the next', async ({
  openBrowser,
}) => {
  const browser = await openBrowser();
  const { panel } = await openStage(browser);
  const before = await listSearchWorkers(browser);
  expect(before).toHaveLength(1);

  const waitUntilGone = await endSearchWorker(browser, 1_500);
  await panel.press('Ctrl+k');
  await panel.type('退款');
  // Nobody answers, and nothing stands still.
  await panel.waitFor(`document.querySelector('input[type="search"]').value === '退款'`, 1_000);
  await waitUntilGone();
  await waitForResults(panel, '退款');
  expect(await panel.text()).not.toContain(TROUBLE);
  await panel.press('Escape');

  await searchFor(panel, '激活');
  const after = await listSearchWorkers(browser);
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
});

test('two windows share one search worker, and the one that comes after it', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const first = await openStage(browser);
  const opening = browser.context.waitForEvent('page');
  await first.console.evaluate(
    `chrome.windows.create({ url: chrome.runtime.getURL('practice.html?customer=refund'), focused: true })`,
  );
  const secondPanel = await browser.openPanel(await opening);
  await waitForCards(secondPanel, REFUND_LINE);
  expect(await listSearchWorkers(browser)).toHaveLength(1);

  await (
    await endSearchWorker(browser)
  )();
  for (const panel of [secondPanel, first.panel]) await searchFor(panel, '退款');
  expect(await listSearchWorkers(browser)).toHaveLength(1);
});

test('a damaged index on disk is made anew by the next worker, and stored as it was', async ({
  openBrowser,
}) => {
  const browser = await openBrowser();
  const { panel } = await openStage(browser);
  // What was installed after the first start is stored by the second.
  await (
    await endSearchWorker(browser)
  )();
  await searchFor(panel, '退款');
  await expect.poll(() => readStoredIndex(panel)).not.toBeNull();
  const whole = await readStoredIndex(panel);

  await damageStoredIndex(panel);
  expect(await readStoredIndex(panel)).not.toBe(whole);
  await (
    await endSearchWorker(browser)
  )();
  await searchFor(panel, '退款');
  await expect.poll(() => readStoredIndex(panel)).toBe(whole);
});
