/** The list at the caret in Firefox: by keyboard alone, with the mouse, and with an input method. */
import type { Page } from 'puppeteer-core';
import {
  countToFillable,
  listSent,
  pause,
  PRACTICE_COMPOSER,
  pressUndo,
  readDraft,
  readSelected,
  waitForNoPicker,
  waitForPicker,
} from '../../support/browser/firefox-actions.ts';
import { choose, waitForCards } from '../../support/browser/panel-actions.ts';
import type { ServedPage } from '../../support/lounge-page.ts';
import { servePickerPages } from '../../support/picker-page.ts';
import { expect, open, openAllowed, test } from './fixtures.ts';

const COMPOSER = '#input';
/** As long as it takes to know that nothing came. */
const NOTHING_MS = 1_000;

let served: ServedPage;

/** A console with the strictest policy, whose page watches every key and every frame. */
async function openConsole(): Promise<Page> {
  const firefox = open();
  const page = await openAllowed(`${served.url}/field`);
  await waitForCards(firefox.panel, '退款怎么还没到账');
  await page.click(COMPOSER);
  return page;
}

const readSent = (page: Page) => page.evaluate('window.sent');

export function describePicker(): void {
  test.describe('Firefox, the list at the caret', () => {
    test.beforeAll(async () => {
      served = await servePickerPages();
    });

    test.afterAll(() => served.close());

    test('trigger, words, arrows and Enter: the script is there, the trigger is not, the draft is; undo takes it back', async () => {
      const firefox = open();
      const page = await openConsole();
      await page.keyboard.type('您好，//退款');
      const picker = await waitForPicker(firefox, page, `document.body.innerText.includes('退款')`);
      const first = await readSelected(picker);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => readSelected(picker)).not.toBe(first);
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => readSelected(picker)).toBe(first);
      expect(
        await page.evaluate(`[window.length, document.querySelectorAll('iframe').length,
      [...document.documentElement.children].filter((each) => each.shadowRoot).length,
      performance.getEntries().filter(({ name }) => name.includes('extension')).length]`),
        'what the page sees of the list',
      ).toEqual([0, 0, 0, 0]);
      await page.evaluate('heard.length = 0');
      const wanted = await countToFillable(picker);
      for (let step = 0; step < wanted; step += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await waitForNoPicker(firefox, page);
      expect(await page.evaluate('heard'), 'keys that were the list’s').toEqual([]);
      const draft = await readDraft(page, COMPOSER);
      expect(draft.startsWith('您好，')).toBe(true);
      expect(draft.length).toBeGreaterThan(10);
      expect(draft).not.toContain('//');
      expect(draft).not.toMatch(/[{}]/);
      expect(await readSent(page)).toEqual([]);

      await page.keyboard.type('好');
      expect(await readDraft(page, COMPOSER)).toBe(`${draft}好`);
      const undone: string[] = [];
      for (let step = 0; step < 8; step += 1) {
        await pressUndo(page);
        undone.push(await readDraft(page, COMPOSER));
      }
      expect(undone).toContain('您好，//退款');
    });

    test('Esc leaves everything as it was, and the next Enter is the console’s', async () => {
      const firefox = open();
      await choose(firefox.panel, { language: 'zh-CN', isWelcomed: true });
      const practice = await firefox.openPractice('refund');
      await waitForCards(firefox.panel, '钱怎么还没退给我');
      await practice.click(PRACTICE_COMPOSER);
      await practice.keyboard.type('//退');
      await waitForPicker(firefox, practice);
      await practice.keyboard.press('Escape');
      await waitForNoPicker(firefox, practice);
      expect(await readDraft(practice, PRACTICE_COMPOSER)).toBe('//退');
      expect(await practice.evaluate(`document.activeElement.matches('${PRACTICE_COMPOSER}')`)).toBe(true);
      await practice.keyboard.type('款');
      await pause(NOTHING_MS);
      expect(await firefox.findPicker(practice)).toBeNull();
      expect(await listSent(practice)).toEqual([]);
      await practice.keyboard.press('Enter');
      await expect.poll(() => listSent(practice)).toEqual(['//退款']);
    });

    test('a click on a script inserts it, and the hand goes on writing behind it', async () => {
      const firefox = open();
      const page = await openConsole();
      await page.keyboard.type('//退款');
      const picker = await waitForPicker(firefox, page, `document.body.innerText.includes('退款')`);
      const at = await countToFillable(picker);
      // A click counts when the list has been seen.
      await pause(500);
      const row = await picker.evaluate<{ x: number; y: number }>(
        `(() => { const { x, y, height } = document.querySelectorAll('[role="option"]')[${at}].getBoundingClientRect();
      return { x: x + 40, y: y + height / 2 }; })()`,
      );
      const corner = await firefox.findPickerCorner();
      await page.mouse.click(corner.x + row.x, corner.y + row.y);
      await waitForNoPicker(firefox, page);
      const draft = await readDraft(page, COMPOSER);
      expect(draft.length).toBeGreaterThan(10);
      expect(draft).not.toContain('//');
      await page.keyboard.type('好');
      expect(await readDraft(page, COMPOSER)).toBe(`${draft}好`);
    });

    test('an input method neither opens, accepts, closes nor sends; what it commits is searched for', async () => {
      const firefox = open();
      const { inputMethod } = firefox;
      const page = await openConsole();
      await page.evaluate(`window.taken = 0;
    document.addEventListener('keydown', ({ keyCode }) => { if (keyCode === 229) window.taken += 1; });`);
      await inputMethod.compose('http//');
      await inputMethod.compose('x//');
      await inputMethod.commit('好 //');
      expect(await readDraft(page, COMPOSER)).toBe('好 //');
      await pause(NOTHING_MS);
      expect(await firefox.findPicker(page), 'words with the signs in them, composed').toBeNull();
      await page.$eval(COMPOSER, (field) => ((field as HTMLTextAreaElement).value = ''));

      await page.keyboard.type('//');
      await expect.poll(() => firefox.findPicker(page)).not.toBeNull();
      await inputMethod.compose('tui');
      await inputMethod.compose('tui kuan', 'ArrowDown');
      await inputMethod.compose('tui kuan', 'Escape');
      await inputMethod.commit('退款', 'Enter');
      expect(await page.evaluate('window.taken'), 'keys that the input method took').toBe(3);
      expect(await readSent(page)).toEqual([]);
      const picker = await waitForPicker(firefox, page, `document.body.innerText.includes('退款')`);
      expect(
        await picker.evaluate(`document.querySelector('[aria-selected="true"]').previousElementSibling`),
      ).toBe(null);
      expect(await readDraft(page, COMPOSER)).toBe('//退款');
      await page.keyboard.press('Escape');
      await waitForNoPicker(firefox, page);
      expect(await readDraft(page, COMPOSER)).toBe('//退款');
    });

    test('signs that only an input method can type open it', async () => {
      const firefox = open();
      const page = await openConsole();
      for (let times = 0; times < 2; times += 1) {
        await firefox.inputMethod.compose('、');
        await firefox.inputMethod.commit('、');
      }
      await page.keyboard.type('tk');
      await waitForPicker(firefox, page);
      expect(await readDraft(page, COMPOSER)).toBe('、、tk');
    });

    test('a script with blanks says so and stays out', async () => {
      const firefox = open();
      const page = await openConsole();
      await page.keyboard.type('//充值成功但话费没到账');
      const picker = await waitForPicker(firefox, page, `!!document.querySelector('.mantine-Badge-root')`);
      const at = await picker.evaluate<number>(
        `[...document.querySelectorAll('[role="option"]')].findIndex((row) => !!row.querySelector('.mantine-Badge-root'))`,
      );
      for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => picker.evaluate(`!!document.querySelector('[data-notice="slots-open"]')`))
        .toBe(true);
      expect(await readDraft(page, COMPOSER)).toBe('//充值成功但话费没到账');
      expect(await readSent(page)).toEqual([]);
    });
  });
}
