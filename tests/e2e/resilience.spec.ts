/** What happens to real browsers in a real day: workers die, updates arrive, windows multiply. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DeskmateBrowser } from '../support/browser/deskmate-browser.ts';
import { grantLoopback } from '../support/browser/granted-extension.ts';
import {
  choose,
  goTo,
  readCard,
  waitForCards,
  waitForNotice,
  wrapUpByKeyboard,
} from '../support/browser/panel-actions.ts';
import { waitUntil } from '../support/browser/wait-until.ts';
import { drawCustomerRow, serveLoungePage } from '../support/lounge-page.ts';
import { expect, test } from './fixtures.ts';

const COMPOSER = '[data-practice-composer]';
const AGENT_ROWS = '[data-role="agent"] [data-message-text]';
const SIM_CARD_LINE = '广告写的29元200G';
const REFUND_LINE = '钱怎么还没退给我';

async function insertFirst(console: Page): Promise<string> {
  await console.click(COMPOSER);
  await console.keyboard.press('Alt+1');
  await waitUntil(console, `document.querySelector('${COMPOSER}').value.length > 10`);
  return console.inputValue(COMPOSER);
}

async function openStage(browser: DeskmateBrowser) {
  const console = await browser.openPractice();
  const panel = await browser.openPanel(console);
  await choose(panel, { language: 'zh-CN' });
  return { console, panel };
}

test('the service worker is killed before every step, and nothing is lost', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const { console, panel } = await openStage(browser);
  await waitForCards(panel, SIM_CARD_LINE);

  await browser.killWorker();
  const reply = await insertFirst(console);
  await browser.killWorker();
  await console.keyboard.press('Enter');
  await console.waitForSelector(AGENT_ROWS);
  expect(await console.locator(AGENT_ROWS).allTextContents()).toEqual([reply]);
  await browser.killWorker();
  await waitForCards(panel, '截图我都留着呢').catch(() => undefined);
  await browser.killWorker();
  await wrapUpByKeyboard(panel);
  await browser.killWorker();
  await goTo(panel, 'mine');
  const entry = await panel.waitFor<string>(`document.querySelector('[data-contact]')?.innerText`);
  expect(entry).toContain('已解决');
  expect(await panel.evaluate(`document.querySelectorAll('[data-contact]').length`)).toBe(1);
});

test('an update under an open page leaves one living script, which inserts once', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const { console, panel } = await openStage(browser);
  await waitForCards(panel, SIM_CARD_LINE);
  const errors: string[] = [];
  console.on('pageerror', (error) => errors.push(error.message));

  await browser.update();
  // Extension pages close with the old version; a console's page stays. Practice is an extension page, so
  // it is opened again, as an agent would.
  const again = await openStage(browser);
  await waitForCards(again.panel, SIM_CARD_LINE);
  const reply = await insertFirst(again.console);
  await again.console.waitForTimeout(800);
  expect(await again.console.inputValue(COMPOSER)).toBe(reply);
  expect(errors).toEqual([]);
});

test('an update leaves an orphan in a console that stays open; the new script takes over and inserts once', async ({
  openBrowser,
}) => {
  const served = await serveLoungePage(drawCustomerRow('msg-1', '我三天前退的货，钱怎么还没退给我？'));
  const browser = await openBrowser({ extension: await grantLoopback() });
  const console = await browser.context.newPage();
  const errors: string[] = [];
  console.on('pageerror', (error) => errors.push(error.message));
  await console.goto(served.url);
  const before = await openStage(browser);
  await console.bringToFront();
  await waitForCards(before.panel, REFUND_LINE);

  await browser.update();
  const { panel } = await openStage(browser);
  await console.bringToFront();
  await waitForCards(panel, REFUND_LINE);
  const reply = await readCard(panel);
  await console.click('#input');
  await console.keyboard.press('Alt+1');
  await waitUntil(console, `document.querySelector('#input').value.length > 10`);
  await console.waitForTimeout(800);
  expect(await console.inputValue('#input')).toBe(reply);
  expect(errors).toEqual([]);
  served.close();
});

test('two windows, two panels, two customers: each key goes to its own', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const first = await openStage(browser);
  await waitForCards(first.panel, SIM_CARD_LINE);
  const opening = browser.context.waitForEvent('page');
  await first.console.evaluate(
    `chrome.windows.create({ url: chrome.runtime.getURL('practice.html?customer=refund'), focused: true })`,
  );
  const secondConsole = await opening;
  const secondPanel = await browser.openPanel(secondConsole);
  await waitForCards(secondPanel, REFUND_LINE);
  expect(await first.panel.evaluate(`document.querySelector('blockquote').textContent`)).toContain(
    SIM_CARD_LINE,
  );

  const firstCard = await readCard(first.panel);
  await first.console.bringToFront();
  const firstReply = await insertFirst(first.console);
  expect(firstReply).toBe(firstCard);
  expect(await secondConsole.inputValue(COMPOSER)).toBe('');
  await secondPanel.waitFor(`!document.querySelector('[data-notice]')`);
});

test('a held list stays still, and a key for the old line is refused when the customer wrote again', async ({
  openBrowser,
}) => {
  const browser = await openBrowser();
  const { console, panel } = await openStage(browser);
  await waitForCards(panel, SIM_CARD_LINE);
  // Hand on the first card.
  await panel.evaluate(`document.querySelector('.card').focus()`);
  const before = await readCard(panel);
  await console.evaluate(`document.querySelector('[role="log"]').insertAdjacentHTML('beforeend',
    '<div data-message-id="late-1" data-role="customer"><p data-message-text>算了，我三天前退的货，钱怎么还没退给我？</p></div>')`);
  await panel.waitForText('有新建议');
  expect(await readCard(panel)).toBe(before);

  await panel.press('Enter');
  expect(await waitForNotice(panel, 'refused')).toContain('客户又发来一条');
  expect(await console.inputValue(COMPOSER)).toBe('');
  await waitForCards(panel, REFUND_LINE);
});

test('a full disk is said plainly, the form keeps what was typed, and saving works once there is room', async ({
  openBrowser,
}) => {
  const extension = await grantLoopback('quota', ['unlimitedStorage']);
  const profile = await mkdtemp(join(tmpdir(), 'deskmate-full-'));
  const before = await openBrowser({ extension, profile });
  const stage = await openStage(before);
  await waitForCards(stage.panel, SIM_CARD_LINE);
  await stage.panel.waitFor(`!document.querySelector('header button:disabled')`);
  await stage.panel.press('Alt+W');
  await stage.panel.waitFor(`!!document.querySelector('[data-field="outcome"]')`);
  await before.close();

  // Chromium remembers for a while how much room there was, so the disk is full from the browser's start.
  const browser = await openBrowser({ extension, profile });
  const origin = `chrome-extension://${browser.extensionId}`;
  const anyPage = await browser.context.newPage();
  const storage = await browser.context.newCDPSession(anyPage);
  await storage.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const { panel } = await openStage(browser);
  await goTo(panel, 'wrap-up');
  await panel.waitFor(`!!document.activeElement?.closest('[data-field="outcome"]')`);
  for (const digit of '145454') await panel.press(digit);
  await panel.press('Ctrl+Enter');
  await panel.waitForText('没存上：磁盘满了');
  expect(
    await panel.evaluate(`document.querySelectorAll('[role="radio"][aria-checked="true"]').length`),
  ).toBe(5);

  await storage.send('Storage.overrideQuotaForOrigin', { origin });
  await panel.press('Ctrl+Enter');
  await waitForNotice(panel, 'saved');
  await goTo(panel, 'mine');
  await panel.waitForText('已解决');
  await browser.close();
  await rm(profile, { recursive: true, force: true });
});
