/** What an agent does in a console's page in Firefox. */
import type { Page } from 'puppeteer-core';
import type { FirefoxBrowser, PickerFrame } from './firefox-browser.ts';
import { WAIT_MS } from './page-driver.ts';

const POLL_MS = 50;
const KEY_LASTS_MS = 3_000;
const MAX_PRESSES = 3;

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Waits until the expression is truthy in the page. @returns whether that came true */
async function becomesTrue(page: Page, expression: string, timeoutMs: number): Promise<boolean> {
  for (const until = Date.now() + timeoutMs; Date.now() < until; await pause(POLL_MS))
    if (await page.evaluate(expression)) return true;
  return false;
}

export async function waitInPage(page: Page, expression: string, timeoutMs = WAIT_MS): Promise<void> {
  if (!(await becomesTrue(page, expression, timeoutMs)))
    throw new Error(`waited ${timeoutMs} ms in vain for: ${expression}`);
}

export function readDraft(page: Page, composer: string): Promise<string> {
  return page.$eval(composer, (field) => (field as HTMLTextAreaElement).value);
}

export async function pressAlt1(page: Page): Promise<void> {
  await page.keyboard.down('Alt');
  await page.keyboard.press('Digit1');
  await page.keyboard.up('Alt');
}

/**
 * Alt+1 as a person presses it: again, if nothing came of it, as on an overloaded machine.
 *
 * @param done expression in the console's page that is true once the text is there
 */
export async function pressInsertionKey(page: Page, done: string): Promise<void> {
  for (let press = 1; press <= MAX_PRESSES; press += 1) {
    await pressAlt1(page);
    if (await becomesTrue(page, done, KEY_LASTS_MS)) return;
  }
  throw new Error('the insertion key inserted nothing');
}

export async function pressUndo(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
}

/** Waits until there is a list at the caret, and what the expression says of it is true. */
export async function waitForPicker(
  firefox: FirefoxBrowser,
  page: Page,
  expression = 'true',
): Promise<PickerFrame> {
  const listed = `!!document.querySelector('[role="option"]') && (${expression})`;
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(POLL_MS)) {
    // It can go while it is asked.
    const frame = await firefox.findPicker(page);
    if (frame && (await frame.evaluate(listed).catch(() => false))) return frame;
  }
  const said = await (await firefox.findPicker(page))?.evaluate('document.body.innerText');
  throw new Error(`waited in vain for the picker: ${expression}; it says: ${String(said)}`);
}

export async function waitForNoPicker(firefox: FirefoxBrowser, page: Page): Promise<void> {
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(POLL_MS))
    if (!(await firefox.findPicker(page))) return;
  throw new Error('the picker is still open');
}

export const PRACTICE_COMPOSER = '[data-practice-composer]';

/** What the agent has sent in the practice console. */
export async function listSent(practice: Page): Promise<string[]> {
  return (await practice.evaluate(
    `[...document.querySelectorAll('[data-role="agent"] [data-message-text]')].map((line) => line.textContent)`,
  )) as string[];
}

export function readSelected(picker: PickerFrame): Promise<string> {
  return picker.evaluate<string>(`document.querySelector('[aria-selected="true"]').dataset.article`);
}

/** How many times down the first script without blanks is: that one can go in. */
export async function countToFillable(picker: PickerFrame): Promise<number> {
  const steps = await picker.evaluate<number>(
    `[...document.querySelectorAll('[role="option"]')].findIndex((row) => !row.querySelector('.mantine-Badge-root'))`,
  );
  if (steps < 0) throw new Error('no script on the list can go in as it is');
  return steps;
}
