/** The list at the caret: by keyboard alone, and with an input method. */
import type { Page } from '@playwright/test';
import { nextLines, PRACTICE_SCRIPTS } from '../../knowledge/training/index.ts';
import type { DeskmateBrowser } from '../support/browser/deskmate-browser.ts';
import {
  findPicker,
  insertFirst,
  readSelected,
  waitForNoPicker,
  waitForPicker,
} from '../support/browser/picker-actions.ts';
import { waitUntil } from '../support/browser/wait-until.ts';
import { expect, test } from './fixtures.ts';

const COMPOSER = '[data-practice-composer]';
const CUSTOMER = 'refund';

/** As long as it takes to know that nothing came. */
const settle = (page: Page) => page.waitForTimeout(1_200);

async function openPractice(browser: DeskmateBrowser): Promise<Page> {
  const practice = await browser.openPractice(CUSTOMER);
  const script = PRACTICE_SCRIPTS.find(({ id }) => id === CUSTOMER);
  const lines = script ? nextLines(script, 0).length : 0;
  // Until the customer waits for an answer: who writes on meanwhile is another test.
  const readLines = `Object.values(all).flatMap((each) => each?.conversation?.messages ?? []).length`;
  await waitUntil(practice, `chrome.storage.session.get().then((all) => ${readLines} === ${lines})`);
  await practice.click(COMPOSER);
  return practice;
}

test('trigger, words, arrows and Enter: the script is there, the trigger is not, the draft is', async ({
  openBrowser,
}) => {
  const browser = await openBrowser();
  const practice = await openPractice(browser);
  await practice.keyboard.type('您好，//退款');
  const picker = await waitForPicker(practice, `document.body.innerText.includes('退款')`);
  const first = await readSelected(picker);
  await practice.keyboard.press('ArrowDown');
  await expect.poll(() => readSelected(picker)).not.toBe(first);
  await practice.keyboard.press('ArrowUp');
  await expect.poll(() => readSelected(picker)).toBe(first);
  await insertFirst(practice, picker);
  const draft = await practice.inputValue(COMPOSER);
  expect(draft.startsWith('您好，')).toBe(true);
  expect(draft.length).toBeGreaterThan(10);
  expect(draft).not.toContain('//');
  expect(draft).not.toMatch(/[{}]/);
  expect(await practice.locator('[data-role="agent"]').count()).toBe(0);

  // What follows is typed behind it, and Ctrl+Z takes it all back.
  await practice.keyboard.type('好');
  expect(await practice.inputValue(COMPOSER)).toBe(`${draft}好`);
  for (let step = 0; step < 12; step += 1) await practice.keyboard.press('Control+z');
  expect(draft.startsWith(await practice.inputValue(COMPOSER))).toBe(true);
  expect(await practice.inputValue(COMPOSER)).not.toBe(draft);
});

test('Esc leaves everything as it was, and the next Enter is the console’s', async ({ openBrowser }) => {
  const practice = await openPractice(await openBrowser());
  await practice.keyboard.type('//退');
  await waitForPicker(practice);
  await practice.keyboard.press('Escape');
  await waitForNoPicker(practice);
  expect(await practice.inputValue(COMPOSER)).toBe('//退');
  expect(await practice.evaluate(`document.activeElement.matches('${COMPOSER}')`)).toBe(true);
  await practice.keyboard.type('款');
  await settle(practice);
  expect(findPicker(practice)).toBeNull();
  await practice.keyboard.press('Enter');
  await expect(practice.locator('[data-role="agent"] [data-message-text]')).toHaveText('//退款');
});

test('a space, another field, a click elsewhere and another customer close it', async ({ openBrowser }) => {
  const practice = await openPractice(await openBrowser());
  const open = async () => {
    await practice.fill(COMPOSER, '');
    await practice.click(COMPOSER);
    await practice.keyboard.type('//');
    await expect.poll(() => findPicker(practice)).not.toBeNull();
  };
  await open();
  await practice.keyboard.type(' ');
  await waitForNoPicker(practice);
  await open();
  await practice.keyboard.press('Backspace');
  await waitForNoPicker(practice);
  await open();
  await practice.click('h1');
  await waitForNoPicker(practice);
  await open();
  // No click and no change of focus: what the console shows is another customer all at once.
  await practice.evaluate(
    `document.querySelector('[data-practice-conversation]').dataset.practiceConversation = 'another'; document.querySelector('[role="log"]').append('')`,
  );
  await practice.evaluate(`document.querySelector('[role="log"]').classList.add('other')`);
  await waitForNoPicker(practice);
});

test('addresses, pasted text and signs in a row open nothing; it can be switched off', async ({
  openBrowser,
}) => {
  const practice = await openPractice(await openBrowser());
  await practice.keyboard.type('https://a.example//x ///');
  await settle(practice);
  expect(findPicker(practice)).toBeNull();
  // A script of the page, whose input the browser calls trusted.
  await practice.evaluate(`document.execCommand('insertText', false, ' //')`);
  await settle(practice);
  expect(findPicker(practice)).toBeNull();
  await practice.evaluate(`chrome.storage.local.set({ picker: { triggers: [';;'], offSites: [] } })`);
  await practice.waitForTimeout(200);
  await practice.fill(COMPOSER, '');
  await practice.keyboard.type('//');
  await settle(practice);
  expect(findPicker(practice)).toBeNull();
  await practice.keyboard.type(' ;;');
  await expect.poll(() => findPicker(practice)).not.toBeNull();
});

test('an input method neither opens, accepts nor sends; what it commits is searched for', async ({
  openBrowser,
}) => {
  const practice = await openPractice(await openBrowser());
  const session = await practice.context().newCDPSession(practice);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text: string) => session.send('Input.insertText', { text });
  const pressTaken = (key: string) =>
    session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key,
      code: key,
      windowsVirtualKeyCode: 229,
    });

  await compose('http//');
  await compose('x//');
  await settle(practice);
  expect(findPicker(practice)).toBeNull();
  await commit('好 //');
  await settle(practice);
  expect(findPicker(practice), 'words with the signs in them, composed').toBeNull();
  await practice.fill(COMPOSER, '');

  await practice.keyboard.type('//');
  await expect.poll(() => findPicker(practice)).not.toBeNull();
  await compose('tui kuan');
  await pressTaken('Enter');
  await pressTaken('ArrowDown');
  await pressTaken('Escape');
  await settle(practice);
  expect(findPicker(practice)).not.toBeNull();
  expect(await practice.locator('[data-role="agent"]').count()).toBe(0);
  await commit('退款');
  await waitForPicker(practice, `document.body.innerText.includes('退款')`);
  expect(await practice.inputValue(COMPOSER)).toBe('//退款');
  await practice.keyboard.press('Escape');
  await waitForNoPicker(practice);
  expect(await practice.inputValue(COMPOSER)).toBe('//退款');
});

test('signs that only an input method can type open it', async ({ openBrowser }) => {
  const practice = await openPractice(await openBrowser());
  const session = await practice.context().newCDPSession(practice);
  for (let times = 0; times < 2; times += 1) {
    await session.send('Input.imeSetComposition', { text: '、', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: '、' });
  }
  await practice.keyboard.type('tk');
  await waitForPicker(practice);
  expect(await practice.inputValue(COMPOSER)).toBe('、、tk');
});

test('a script with blanks says so and stays out', async ({ openBrowser }) => {
  const practice = await openPractice(await openBrowser());
  await practice.keyboard.type('//充值成功但话费没到账');
  const picker = await waitForPicker(practice);
  const at = await picker.evaluate<number>(
    `[...document.querySelectorAll('[role="option"]')].findIndex((row) => !!row.querySelector('.mantine-Badge-root'))`,
  );
  expect(at).toBeGreaterThanOrEqual(0);
  for (let step = 0; step < at; step += 1) await practice.keyboard.press('ArrowDown');
  await practice.keyboard.press('Enter');
  await picker.waitForSelector('[data-notice="slots-open"]');
  expect(await practice.inputValue(COMPOSER)).toBe('//充值成功但话费没到账');
  expect(await practice.locator('[data-role="agent"]').count()).toBe(0);
});
