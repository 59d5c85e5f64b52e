/** The whole job without a mouse, and with an input method in the way. */
import { choose, goTo, readCard, waitForCards, waitForNotice } from '../support/browser/panel-actions.ts';
import { waitUntil } from '../support/browser/wait-until.ts';
import { expect, test } from './fixtures.ts';

const COMPOSER = '[data-practice-composer]';

test('search, arrows, slots and Enter: a reply goes in without the mouse', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice('refund');
  const panel = await browser.openPanel(practice);
  await waitForCards(panel, '钱怎么还没退给我');
  await panel.press('Ctrl+k');
  await panel.type('充值成功但话费没到账');
  await panel.waitFor(`document.querySelectorAll('.card').length > 1`);
  await panel.press('ArrowDown');
  await panel.waitFor(`document.activeElement?.matches('.card')`);
  await panel.press('ArrowDown');
  await panel.press('ArrowUp');
  expect(await panel.evaluate(`document.activeElement === document.querySelector('.card')`)).toBe(true);
  await panel.press('Enter');

  // This script names a time: it is asked for, then Enter inserts.
  await panel.waitFor(`!!document.querySelector('form input')`);
  const slots = await panel.evaluate<number>(`document.querySelectorAll('form input').length`);
  for (let at = 0; at < slots; at += 1) {
    await panel.waitFor(`document.activeElement === document.querySelectorAll('form input')[${at}]`);
    await panel.type('今天18:00');
    await panel.press(at + 1 < slots ? 'Tab' : 'Enter');
  }
  await waitForNotice(panel, 'inserted');
  const draft = await practice.inputValue(COMPOSER);
  expect(draft).toContain('今天18:00');
  expect(draft).not.toMatch(/[{}]/);
});

test('Enter that picks a candidate of an input method neither searches nor inserts nor sends', async ({
  openBrowser,
}) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await waitForCards(panel, '29元200G');
  await panel.press('Ctrl+k');
  await panel.send('Input.imeSetComposition', { text: 'tuikuan', selectionStart: 7, selectionEnd: 7 });
  await panel.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await panel.type('退款');
  await panel.waitFor(`document.querySelector('input[type="search"]').value === '退款'`);
  expect(await practice.inputValue(COMPOSER)).toBe('');

  await practice.click(COMPOSER);
  const session = await practice.context().newCDPSession(practice);
  await session.send('Input.imeSetComposition', { text: 'ni hao', selectionStart: 6, selectionEnd: 6 });
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await session.send('Input.insertText', { text: '你好' });
  await practice.waitForTimeout(500);
  expect(await practice.locator('[data-role="agent"]').count()).toBe(0);
  expect(await practice.inputValue(COMPOSER)).toBe('你好');
});

test('the insertion keys can be changed, and the new ones work in the console', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await waitForCards(panel, '29元200G');
  const reply = await readCard(panel);
  await panel.evaluate(`chrome.storage.local.set({ insertionKeys: ['Ctrl+Alt+J', 'Alt+2', 'Alt+3'] })`);
  await practice.click(COMPOSER);
  await practice.keyboard.press('Alt+1');
  await practice.waitForTimeout(600);
  expect(await practice.inputValue(COMPOSER)).toBe('');
  await practice.keyboard.press('Control+Alt+j');
  await waitUntil(practice, `document.querySelector('${COMPOSER}').value.length > 10`);
  expect(await practice.inputValue(COMPOSER)).toBe(reply);
});

test('the language changes at once, without a reload', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await waitForCards(panel, '29元200G');
  for (const [language, word] of [
    ['zh-CN', '插入'],
    ['en', 'Insert'],
    ['zh-TW', '已驗證'],
  ] as const) {
    await panel.evaluate(`chrome.storage.local.set({ language: '${language}' })`);
    await panel.waitForText(word);
  }
  await goTo(panel, 'wrap-up');
  await panel.waitForText('小結都做完了');
});

test('what was searched beside one customer is gone beside the next, and its key inserts nothing of it', async ({
  openBrowser,
}) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await waitForCards(panel, '29元200G');
  await panel.press('Ctrl+k');
  await panel.type('物流不更新');
  await panel.waitFor(`document.querySelectorAll('.card').length > 3`);
  const found = await readCard(panel);
  await practice.click('[data-script="refund"]');
  await waitForCards(panel, '钱怎么还没退给我');
  expect(await panel.evaluate(`document.querySelector('input[type="search"]').value`)).toBe('');
  await practice.click(COMPOSER);
  await practice.keyboard.press('Alt+1');
  await waitUntil(practice, `document.querySelector('${COMPOSER}').value.length > 10`);
  expect(await practice.inputValue(COMPOSER)).not.toBe(found);
});

test('cards nobody sees do not go in: the key brings them into sight first', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await choose(panel, { language: 'zh-CN' });
  await waitForCards(panel, '29元200G');
  await goTo(panel, 'mine');
  await practice.click(COMPOSER);
  await practice.keyboard.press('Alt+1');
  expect(await waitForNotice(panel, 'look-first')).toContain('看一眼再按一次');
  expect(await practice.inputValue(COMPOSER)).toBe('');
  await waitForCards(panel, '29元200G');
  await practice.keyboard.press('Alt+1');
  await waitUntil(practice, `document.querySelector('${COMPOSER}').value.length > 10`);
});

test('a key pressed twice in a hurry inserts once', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await waitForCards(panel, '29元200G');
  const reply = await readCard(panel);
  await practice.click(COMPOSER);
  await practice.keyboard.press('Alt+1');
  await practice.keyboard.press('Alt+1');
  await practice.waitForTimeout(800);
  expect(await practice.inputValue(COMPOSER)).toBe(reply);
});

test('Escape goes one step back: out of a search, out of the settings', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await waitForCards(panel, '29元200G');
  const first = await readCard(panel);
  await panel.press('Ctrl+k');
  await panel.type('物流');
  await panel.waitFor(`document.querySelectorAll('.card').length > 3`);
  await panel.press('ArrowDown');
  await panel.press('Escape');
  await panel.waitFor(`document.querySelector('input[type="search"]').value === ''`);
  expect(await readCard(panel)).toBe(first);
  await panel.click('header button:nth-last-child(2)');
  await panel.waitFor(`!!document.querySelector('section')`);
  await panel.press('Escape');
  await waitForCards(panel, '29元200G');
});
