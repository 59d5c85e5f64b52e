/** What is typed in the console is checked beside it, and put better with one key; nothing is ever sent. */
import type { Page } from '@playwright/test';
import type { DeskmateBrowser } from '../support/browser/deskmate-browser.ts';
import type { PageDriver } from '../support/browser/page-driver.ts';
import { choose, waitForCards, waitForNotice } from '../support/browser/panel-actions.ts';
import { grantLoopback } from '../support/browser/granted-extension.ts';
import { waitUntil } from '../support/browser/wait-until.ts';
import { addEditorConsole, servePickerPages } from '../support/picker-page.ts';
import { expect, test } from './fixtures.ts';

const COMPOSER = '[data-practice-composer]';
const LINE = '[data-draft-line]';

/** As long as it takes to know that nothing came. */
const settle = (page: Page) => page.waitForTimeout(1_200);

async function openBoth(browser: DeskmateBrowser): Promise<{ practice: Page; panel: PageDriver }> {
  const practice = await browser.openPractice('refund');
  const panel = await browser.openPanel(practice);
  await choose(panel, { language: 'zh-CN' });
  await waitForCards(panel, '钱怎么还没退给我');
  await practice.click(COMPOSER);
  return { practice, panel };
}

const says = (words: string) =>
  `document.querySelector('${LINE}')?.innerText.includes(${JSON.stringify(words)})`;
const waitForLine = (panel: PageDriver, words: string) => panel.waitFor(says(words));
/** What the stage still has to say may take its place. */
const waitForNo = (panel: PageDriver, words: string) => panel.waitFor(`!${says(words)}`);
const isSaid = (panel: PageDriver, words: string) => panel.evaluate<boolean>(`!!${says(words)}`);

test('a promise is said in one line, one key in the console puts it better, and undo takes that back', async ({
  openBrowser,
}) => {
  const { practice, panel } = await openBoth(await openBrowser());
  await practice.keyboard.type('您好，这个肯定能退');
  await waitForLine(panel, '肯定');
  await practice.keyboard.press('Alt+r');
  await waitForNotice(panel, 'said');
  const better = await practice.inputValue(COMPOSER);
  expect(better).toMatch(/^您好，这个/);
  expect(better).not.toContain('肯定');
  await waitForNo(panel, '肯定');
  // The hand goes on typing behind it.
  await practice.keyboard.type('。');
  expect(await practice.inputValue(COMPOSER)).toBe(`${better}。`);
  await practice.keyboard.press('Backspace');
  for (let press = 0; press < 4; press += 1) {
    if ((await practice.inputValue(COMPOSER)) === '您好，这个肯定能退') break;
    await practice.keyboard.press('Control+z');
  }
  expect(await practice.inputValue(COMPOSER)).toBe('您好，这个肯定能退');
  await waitForLine(panel, '肯定');
  expect(await practice.locator('[data-role="agent"]').count()).toBe(0);
});

test('the key works in the panel too, says why on demand, and a rule can be muted', async ({
  openBrowser,
}) => {
  const { practice, panel } = await openBoth(await openBrowser());
  await practice.keyboard.type('我们绝对是全网最低价');
  await waitForLine(panel, '绝对');
  await panel.click('[data-draft-toggle]');
  await panel.waitFor(`document.querySelector('${LINE} ul')?.innerText.includes('规则：zh.')`);
  await panel.press('Alt+r');
  await waitForNotice(panel, 'said');
  expect(await practice.inputValue(COMPOSER)).not.toContain('绝对');

  await practice.fill(COMPOSER, '');
  await waitForNo(panel, '绝对');
  await practice.keyboard.type('这个肯定能退');
  await waitForLine(panel, '肯定');
  await panel.click('[data-draft-toggle]');
  await panel.clickButton('以后都不提醒');
  await waitForNo(panel, '肯定');
  await practice.keyboard.type('，肯定的');
  await settle(practice);
  expect(await isSaid(panel, '肯定')).toBe(false);
});

test('while an input method composes nothing is said; what it commits is looked at', async ({
  openBrowser,
}) => {
  const { practice, panel } = await openBoth(await openBrowser());
  const session = await practice.context().newCDPSession(practice);
  const text = '这个肯定能退';
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
  await settle(practice);
  expect(await practice.inputValue(COMPOSER)).toBe(text);
  expect(await isSaid(panel, '肯定')).toBe(false);
  await session.send('Input.insertText', { text });
  await waitForLine(panel, '肯定');
});

test('the line goes with what was sent, and with the customer', async ({ openBrowser }) => {
  const { practice, panel } = await openBoth(await openBrowser());
  await practice.keyboard.type('这个肯定能退');
  await waitForLine(panel, '肯定');
  await practice.keyboard.press('Enter');
  await waitForNo(panel, '肯定');
  await practice.keyboard.type('保证今天到账');
  await waitForLine(panel, '保证');
  await practice.click('[data-script="activation"], [data-script]:not([aria-current])');
  await waitForNo(panel, '保证');
  // With nothing to put better the key stays the page's own.
  await practice.evaluate(
    `addEventListener('keydown', ({ altKey, defaultPrevented }) => { if (altKey) document.title = String(defaultPrevented); })`,
  );
  await practice.click(COMPOSER);
  await practice.keyboard.press('Alt+r');
  expect(await practice.title()).toBe('false');
});

test('numbers come back whole: what was masked on its way to the panel is not what goes in', async ({
  openBrowser,
}) => {
  const { practice, panel } = await openBoth(await openBrowser());
  await practice.keyboard.type('回电13800138000，这个肯定能退，订单尾号13900139000');
  await waitForLine(panel, '肯定');
  await practice.keyboard.press('Alt+r');
  await waitForNotice(panel, 'said');
  const text = await practice.inputValue(COMPOSER);
  expect(text).not.toContain('手机号');
  expect(text).not.toContain('肯定');
  expect(text.startsWith('回电13800138000，')).toBe(true);
  expect(text.endsWith('订单尾号13900139000')).toBe(true);
});

test('a script that a rule forbids says so on its card, and stays out where the team wants that', async ({
  openBrowser,
}) => {
  const { practice, panel } = await openBoth(await openBrowser());
  const words = await panel.evaluate<string>(
    `document.querySelector('.card [data-reply]').textContent.match(/\\p{Script=Han}{4}/u)[0]`,
  );
  const rule = {
    id: 'team.test',
    kind: 'banned',
    language: 'zh',
    severity: 'high',
    words: [words],
    reason: { 'zh-CN': '测试用', 'zh-TW': '測試用', en: 'for a test' },
    rewrites: [],
  };
  await choose(panel, { ownDraftRules: [rule] });
  await panel.waitFor(`document.querySelector('.card [data-script-warning]')?.innerText.includes('测试用')`);
  await choose(panel, { draftPolicy: 'block' });
  await practice.keyboard.press('Alt+1');
  expect(await waitForNotice(panel, 'held-back')).toContain(words);
  expect(await practice.inputValue(COMPOSER)).toBe('');
});

test('on a site with the strictest policy, in a field and in an editor in a frame: no trace in the page', async ({
  openBrowser,
}) => {
  const served = await servePickerPages();
  try {
    const browser = await openBrowser({ extension: await grantLoopback('drafts') });
    const own = await browser.openPractice();
    await addEditorConsole(own);
    const page = await browser.context.newPage();
    await page.goto(`${served.url}/field`);
    await browser.clickAction(page);
    const panel = await browser.attachToPanel();
    await choose(panel, { language: 'zh-CN', isWelcomed: true });
    for (const [path, field, read] of [
      ['/field', '#input', `document.querySelector('#input').value`],
      ['/frame', '#editor', `document.querySelector('#editor').contentDocument.body.innerText`],
    ] as const) {
      await page.goto(served.url + path);
      await waitUntil(
        own,
        `chrome.storage.session.get().then((all) => Object.values(all).some((each) => each?.origin === '${served.url}' && each.conversation))`,
      );
      await page.click(field);
      await page.keyboard.type('您好，这个肯定能退');
      await waitForLine(panel, '肯定');
      await page.keyboard.press('Alt+r');
      await waitUntil(page, `!${read}.includes('肯定')`);
      expect(await page.evaluate(read)).toMatch(/^您好，这个/);
      expect(await page.evaluate(`Object.keys(window).filter((name) => /deskmate/i.test(name))`)).toEqual([]);
    }
  } finally {
    served.close();
  }
});
