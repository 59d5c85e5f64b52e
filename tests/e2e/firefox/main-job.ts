/** The main job in a real Firefox with its real sidebar, by WebDriver BiDi. */
import {
  listSent,
  PRACTICE_COMPOSER,
  pressAlt1,
  pressInsertionKey,
  readDraft,
  waitInPage,
} from '../../support/browser/firefox-actions.ts';
import {
  choose,
  goTo,
  readCard,
  waitForCards,
  wrapUpByKeyboard,
} from '../../support/browser/panel-actions.ts';
import { drawCustomerRow, serveLoungePage, type ServedPage } from '../../support/lounge-page.ts';
import { expect, open, openAllowed, test } from './fixtures.ts';

const QUESTION = '我三天前退的货，钱怎么还没退给我？';
const COMPOSER = '#input';
const LANGUAGES = ['en', 'zh-TW', 'zh-CN'];

let served: ServedPage;

async function openConsole() {
  const firefox = open();
  const page = await openAllowed(served.url);
  await waitForCards(firefox.panel, QUESTION);
  return { page, panel: firefox.panel, reply: await readCard(firefox.panel) };
}

export function describeMainJob(): void {
  test.describe('Firefox, the main job', () => {
    test.beforeAll(async () => {
      served = await serveLoungePage(drawCustomerRow('m1', QUESTION));
    });

    test.afterAll(() => served.close());

    test('the toolbar button asks for the site beside an open sidebar; allowed, it is read without a reload', async () => {
      const firefox = open();
      await choose(firefox.panel, { language: 'zh-CN', isWelcomed: true });
      await firefox.openPage(served.url);
      await firefox.panel.waitForText('还看不到这个页面');
      await firefox.clickAction();
      await firefox.panel.clickButton('允许');
      await waitForCards(firefox.panel, QUESTION);
    });

    test('a key inserts what the card says at the caret of a draft, and nothing is sent', async () => {
      const { page, reply } = await openConsole();
      await page.evaluate(`window.sent = 0;
    addEventListener('keydown', ({ key }) => { if (key === 'Enter') window.sent += 1; }, true);
    addEventListener('submit', () => { window.sent += 1; }, true);`);
      await page.focus(COMPOSER);
      await page.keyboard.type('开头结尾');
      for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft');
      await pressInsertionKey(page, `document.querySelector('${COMPOSER}').value.length > 4`);
      expect(await readDraft(page, COMPOSER)).toBe(`开头${reply}结尾`);
      expect(await page.evaluate('window.sent')).toBe(0);
    });

    test('a click in the sidebar inserts too', async () => {
      const { page, panel, reply } = await openConsole();
      await panel.clickButton('插入');
      await waitInPage(page, `document.querySelector('${COMPOSER}').value !== ''`);
      expect(await readDraft(page, COMPOSER)).toBe(reply);
    });

    test('with the sidebar closed, the key stays the page’s own', async () => {
      const firefox = open();
      const { page } = await openConsole();
      await page.evaluate(`window.isLeft = false;
    addEventListener('keydown', ({ code, defaultPrevented }) => { if (code === 'Digit1') window.isLeft = !defaultPrevented; });`);
      await page.focus(COMPOSER);
      await pressAlt1(page);
      expect(await page.evaluate('window.isLeft')).toBe(false);
      await firefox.closeSidebar();
      // With its next reading the page is told that nobody looks.
      await page.evaluate(
        `document.querySelector('.messages').insertAdjacentHTML('beforeend', ${JSON.stringify(drawCustomerRow('m2', '在吗'))})`,
      );
      await expect
        .poll(async () => {
          await pressAlt1(page);
          return page.evaluate('window.isLeft');
        })
        .toBe(true);
      await firefox.openSidebar();
    });

    test('the practice console: a customer, a key, the agent’s own Enter, the wrap-up by keyboard', async () => {
      const firefox = open();
      const { panel } = firefox;
      await choose(panel, { language: 'zh-CN', isWelcomed: true });
      const practice = await firefox.openPractice('refund');
      await waitForCards(panel, '钱怎么还没退给我');
      const reply = await readCard(panel);
      await practice.click(PRACTICE_COMPOSER);
      await pressInsertionKey(practice, `document.querySelector('${PRACTICE_COMPOSER}').value !== ''`);
      expect(await readDraft(practice, PRACTICE_COMPOSER)).toBe(reply);
      expect(await listSent(practice)).toEqual([]);
      await practice.keyboard.press('Enter');
      await expect.poll(() => listSent(practice)).toEqual([reply]);
      await wrapUpByKeyboard(panel);
      await goTo(panel, 'mine');
      await panel.waitFor(`!!document.querySelector('[data-contact]')`);
    });

    test('in a sidebar as narrow as Firefox makes it, nothing is cut off', async () => {
      const { panel } = open();
      const listCutOff = () =>
        panel.evaluate<string[]>(
          `[...document.querySelectorAll('body *')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.outerHTML.slice(0, 120))`,
        );
      await goTo(panel, 'assist');
      for (const language of LANGUAGES) {
        await choose(panel, { language, isWelcomed: false });
        await panel.waitFor(
          `document.documentElement.lang === '${language}' && !!document.querySelector('h1')`,
        );
        expect(await listCutOff(), `welcome, ${language}`).toEqual([]);
      }
      await openConsole();
      expect(await listCutOff(), 'cards').toEqual([]);
      for (const place of ['wrap-up', 'practice', 'mine', 'assist'] as const) {
        await goTo(panel, place);
        await panel.waitFor(`document.querySelectorAll('main button, main p, main h1, main h2').length > 0`);
        expect(await listCutOff(), place).toEqual([]);
      }
    });
  });
}
