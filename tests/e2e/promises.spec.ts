/** A promise is typed to a customer, noted with one key, and not forgotten: not even by a browser that was closed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DeskmateBrowser } from '../support/browser/deskmate-browser.ts';
import type { PageDriver } from '../support/browser/page-driver.ts';
import { choose, goTo, waitForCards, waitForNotice } from '../support/browser/panel-actions.ts';
import { expect, test } from './fixtures.ts';

const COMPOSER = '[data-practice-composer]';
const AGENT_ROWS = '[data-role="agent"] [data-message-text]';
const OFFER = `document.querySelector('[data-promise-offer]')?.innerText`;
const DUE = `document.querySelector('[data-promise-due]')?.innerText`;

async function openStage(browser: DeskmateBrowser) {
  const console = await browser.openPractice('refund');
  const panel = await browser.openPanel(console);
  await choose(panel, { language: 'zh-CN' });
  await waitForCards(panel, '钱怎么还没退给我');
  return { console, panel };
}

async function say(console: Page, text: string): Promise<void> {
  const before = await console.locator(AGENT_ROWS).count();
  await console.fill(COMPOSER, text);
  await console.press(COMPOSER, 'Enter');
  await expect(console.locator(AGENT_ROWS)).toHaveCount(before + 1);
}

/** Later today; late in the evening, tomorrow. */
function chooseLimit(): { said: string; shown: string } {
  const hour = new Date().getHours() + 2;
  const time = `${String(hour).padStart(2, '0')}:00`;
  return hour < 23
    ? { said: `今天${hour}点`, shown: `今天 ${time}` }
    : { said: '明天10点', shown: '明天 10:00' };
}

/** Tells apart what is waited for: the line that was offered before is gone first. */
async function recordByKey(panel: PageDriver, offered: string): Promise<string> {
  await panel.waitFor(`${OFFER}?.includes(${JSON.stringify(offered)})`);
  const words = await panel.evaluate<string>(OFFER);
  await panel.press('Alt+J');
  await waitForNotice(panel, 'said');
  await panel.waitFor(`!document.querySelector('[data-promise-offer]')`);
  return words;
}

const readState = (panel: PageDriver, words: string) =>
  panel.evaluate<string | undefined>(
    `[...document.querySelectorAll('[data-promise]')].find((row) => row.innerText.includes(${JSON.stringify(words)}))?.dataset.state`,
  );

/** Presses a button in the row of the promise with these words. */
async function pressInRow(panel: PageDriver, words: string, button: string): Promise<void> {
  await panel.evaluate(`[...document.querySelectorAll('li')]
    .find((row) => row.innerText.includes(${JSON.stringify(words)}))
    .querySelectorAll('button').forEach((each) => each.innerText === ${JSON.stringify(button)} && each.focus())`);
  await panel.press('Enter');
}

test('a promise is noted with one key, reminds after a restart of the browser, and is closed as kept', async ({
  openBrowser,
}) => {
  test.setTimeout(240_000);
  const profile = await mkdtemp(join(tmpdir(), 'deskmate-promises-'));
  const limit = chooseLimit();
  const soon = '我1分钟内给您回电';
  const before = await openBrowser({ profile });
  const first = await openStage(before);
  await say(first.console, `我会在${limit.said}前给您回电`);
  expect(await recordByKey(first.panel, limit.shown)).toContain('记入承诺');
  await say(first.console, soon);
  await recordByKey(first.panel, '回电');
  const recordedAt = Date.now();
  await before.close();

  const browser = await openBrowser({ profile });
  const { console: practice, panel } = await openStage(browser);
  expect(await panel.evaluate<string | undefined>(OFFER), 'asked once').toBeUndefined();
  const shown = await panel.waitFor<string>(
    `chrome.notifications.getAll().then((all) => Object.keys(all).find((id) => id.startsWith('promise/')))`,
    120_000,
  );
  expect(shown).toMatch(/^promise\/\d+\//);
  expect(Date.now() - recordedAt).toBeGreaterThan(20_000);
  expect(await panel.waitFor<string>(DUE, 20_000)).toContain('回电');
  expect(await panel.evaluate(`chrome.action.getBadgeText({})`)).toBe('1');

  await practice.bringToFront();
  await goTo(panel, 'mine');
  await panel.click('[data-opens="promises"]');
  await panel.waitFor(`document.querySelectorAll('[data-promise]').length === 2`);
  expect(await panel.evaluate(`document.querySelector('[data-promise]').innerText`)).toContain(soon);
  await pressInRow(panel, limit.said, '做到了');
  await panel.waitFor(`document.querySelectorAll('[data-state="kept"]').length === 1`);
  await pressInRow(panel, soon, '做到了');
  await panel.waitFor(`document.querySelectorAll('[data-state="open"]').length === 0`);
  expect(await readState(panel, limit.said)).toBe('kept');
  expect(await readState(panel, soon)).toBe('late');
  await panel.waitFor(`chrome.action.getBadgeText({}).then((text) => text === '')`);
  await browser.close();
  await rm(profile, { recursive: true, force: true });
});

test('what is declined is not asked again, and the ledger stays empty', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const { console: practice, panel } = await openStage(browser);
  await say(practice, '我会尽快给您回电');
  await panel.waitFor(`${OFFER}?.includes('什么时候前')`);
  await panel.clickButton('不用');
  await panel.waitFor(`!document.querySelector('[data-promise-offer]')`);
  await say(practice, '好的，请稍等');
  await practice.waitForTimeout(1_500);
  expect(await panel.evaluate<string | undefined>(OFFER)).toBeUndefined();
  await goTo(panel, 'mine');
  await panel.click('[data-opens="promises"]');
  await panel.waitForText('还没有承诺');
});
