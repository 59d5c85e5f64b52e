/** Teach-me in Firefox: three clicks in a console nobody has described, and it is read and written. */
import { pressInsertionKey } from '../../support/browser/firefox-actions.ts';
import { pointAt, readTaughtRoles } from '../../support/browser/firefox-teaching.ts';
import type { ServedPage } from '../../support/lounge-page.ts';
import { serveTaughtPages } from '../../support/taught-page.ts';
import { readCard } from '../../support/browser/panel-actions.ts';
import { begin, waitForStep } from '../../support/browser/teach-actions.ts';
import { expect, open, openAllowed, test } from './fixtures.ts';

const CUSTOMER = '我三天前退的货';
const AGENT = '您好，我帮您查一下';
const ROLES = ['customer', 'agent', 'customer', 'agent', 'customer'];
/** Where the page of each path keeps its composer. */
const PLACES: Record<string, string> = {
  '/plain': 'document',
  '/frame': `document.querySelector('iframe').contentDocument`,
  '/shadow': `document.querySelector('chat-app').shadowRoot`,
};

let served: ServedPage;

export function describeTeaching(): void {
  test.describe('Firefox, teach-me', () => {
    test.beforeAll(async () => {
      served = await serveTaughtPages();
    });

    test.afterAll(() => served.close());

    for (const [path, root] of Object.entries(PLACES)) {
      test(`three clicks teach a console (${path}), nothing happens in it meanwhile, and a key inserts there`, async () => {
        const { panel } = open();
        const page = await openAllowed(served.url + path);
        const countRoots = () => page.evaluate('document.documentElement.children.length');
        await begin(panel);
        await pointAt(page, '.msg-text', CUSTOMER);
        await waitForStep(panel, '点一条你自己说的话');
        await pointAt(page, '.msg-text', AGENT);
        await waitForStep(panel, '点一下写回复的输入框');
        await pointAt(page, 'textarea');
        await panel.waitForText('看看认得对不对');
        await panel.waitFor(`document.querySelectorAll('.teach-lines li').length === 5`);
        expect(
          await panel.evaluate(
            `[...document.querySelectorAll('.teach-lines li')].map((line) => line.dataset.role)`,
          ),
        ).toEqual(ROLES);
        expect(await page.evaluate('window.heard'), 'the console noticed nothing').toBe(0);
        await panel.clickButton('没错，记住');
        await panel.waitForText('学会了');
        expect(await readTaughtRoles(panel)).toEqual(ROLES);
        expect(await countRoots(), 'nothing is left in the page').toBe(2);
        await panel.clickButton('好');
        await panel.waitFor(`document.querySelector('blockquote')?.textContent.includes('那大概几天能到')`);

        await panel.waitFor(`!!document.querySelector('.card')`);
        const reply = await readCard(panel);
        await pointAt(page, 'textarea');
        const draft = `${root}.querySelector('textarea').value`;
        await pressInsertionKey(page, `${draft} !== ''`);
        expect(await page.evaluate(draft)).toBe(reply);
      });
    }

    test('by keyboard alone; Escape gives page and focus back', async () => {
      const { panel } = open();
      const page = await openAllowed(`${served.url}/plain`);
      await page.focus('#find');
      await begin(panel);
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await panel.waitFor(`[...document.querySelectorAll('button')].some((one) => one.innerText === '开始')`);
      expect(await page.evaluate('document.activeElement.id')).toBe('find');
      expect(await page.evaluate('document.documentElement.children.length')).toBe(2);

      await panel.clickButton('开始');
      await waitForStep(panel, '点一条客户说的话');
      await page.bringToFront();
      // The newest line first: that is the customer's.
      for (const key of ['ArrowUp', 'Enter'] as const) await page.keyboard.press(key);
      await waitForStep(panel, '点一条你自己说的话');
      for (const key of ['ArrowUp', 'Enter'] as const) await page.keyboard.press(key);
      await waitForStep(panel, '点一下写回复的输入框');
      for (const key of ['Tab', 'Tab', 'Enter'] as const) await page.keyboard.press(key);
      await panel.waitFor(`document.querySelectorAll('.teach-lines li').length === 5`);
      expect(await page.evaluate('window.heard')).toBe(0);
      await panel.clickButton('没错，记住');
      expect(await readTaughtRoles(panel)).toEqual(ROLES);
      await panel.clickButton('好');
    });

    test('what is closed to everybody is said to be; a sidebar that is closed takes the overlay with it', async () => {
      const firefox = open();
      const page = await openAllowed(`${served.url}/closed`);
      const countRoots = () => page.evaluate('document.documentElement.children.length');
      await begin(firefox.panel);
      await pointAt(page, 'chat-app');
      await firefox.panel.waitForText('页面不让看');
      expect(await countRoots()).toBe(3);
      await firefox.closeSidebar();
      await expect.poll(countRoots).toBe(2);
      await firefox.openSidebar();
    });
  });
}
