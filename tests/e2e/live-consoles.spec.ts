/** The main job on consoles nobody here wrote: a customer process, the real side panel, the console's own Enter. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startConverse } from '../consoles/live/converse.ts';
import type { ConsoleName, LiveConsole } from '../consoles/live/live-console.ts';
import { startTheLounge } from '../consoles/live/the-lounge.ts';
import {
  goTo,
  listCards,
  pressInsertionKey,
  readCard,
  waitForCards,
  wrapUpByKeyboard,
} from '../support/browser/panel-actions.ts';
import { expect, test } from './fixtures.ts';
import { NEXT_QUESTION, openLive, useLiveConsole } from './live-stage.ts';

const CONSOLES: { name: ConsoleName; start: () => Promise<LiveConsole>; customers: [string, string] }[] = [
  { name: 'converse', start: startConverse, customers: ['customer', 'customer2'] },
  { name: 'the-lounge', start: startTheLounge, customers: ['mei', 'tom_w'] },
];

for (const { name, start, customers } of CONSOLES) {
  test.describe(name, () => {
    const setting = useLiveConsole(name, start);
    const readDraft = (page: Page) => page.inputValue(setting.live.composer);
    const isFilled = () =>
      `document.querySelector(${JSON.stringify(setting.live.composer)}).value.length > 10`;

    test('a customer writes, a key inserts, the agent sends, and it is all there after a restart', async ({
      openBrowser,
    }) => {
      const profile = await mkdtemp(join(tmpdir(), 'deskmate-live-'));
      const { browser, panel, page, customer } = await openLive(openBrowser, setting, {
        customerName: customers[0],
        options: { profile },
      });
      await waitForCards(panel, '广告写的29元200G');
      expect((await listCards(panel))[0]).toBe('telecom.plan-differs-from-ad');
      const reply = await readCard(panel);

      await page.click(setting.live.composer);
      await pressInsertionKey(page, 'Alt+1', isFilled());
      expect(await readDraft(page)).toBe(reply);
      await page.waitForTimeout(1_000);
      expect(customer.received(), 'nobody pressed Enter').toEqual([]);

      await page.keyboard.press('Enter');
      await customer.waitForText(reply, 10_000);
      expect(customer.received()).toEqual([reply]);

      await wrapUpByKeyboard(panel);
      await browser.close();

      const again = await openBrowser({ extension: setting.extension, profile });
      const panelAgain = await again.openPanel(await again.openPractice());
      await goTo(panelAgain, 'mine');
      const entry = await panelAgain.waitFor<string>(
        `[...document.querySelectorAll('[data-contact]')].find((row) => row.innerText.includes('开通的套餐和宣传页写的不一样'))?.innerText`,
      );
      expect(entry).toMatch(/4[^]*5[^]*4[^]*5[^]*4/);
      await again.close();
      await customer.close();
      await rm(profile, { recursive: true, force: true });
    });

    test('with no key pressed the customer receives nothing', async ({ openBrowser }) => {
      const { panel, customer } = await openLive(openBrowser, setting, { customerName: customers[1] });
      await waitForCards(panel, '激活完根本不是这个套餐');
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      expect(customer.received()).toEqual([]);
      await customer.close();
    });

    test('a draft is kept, and the caret decides where the reply goes', async ({ openBrowser }) => {
      const { panel, page, customer } = await openLive(openBrowser, setting, { customerName: customers[0] });
      await waitForCards(panel, '激活完根本不是这个套餐');
      await page.fill(setting.live.composer, '开头结尾');
      await page.evaluate(
        `document.querySelector(${JSON.stringify(setting.live.composer)}).setSelectionRange(2, 2)`,
      );
      await page.locator(setting.live.composer).focus();
      const reply = await readCard(panel);
      await pressInsertionKey(page, 'Alt+1', isFilled());
      expect(await readDraft(page)).toBe(`开头${reply}结尾`);
      expect(customer.received()).toEqual([]);
      await customer.close();
    });

    test('the cards follow the conversation, and nothing goes to the wrong customer', async ({
      openBrowser,
    }) => {
      const { panel, page, customer } = await openLive(openBrowser, setting, { customerName: customers[0] });
      await waitForCards(panel, '激活完根本不是这个套餐');
      const other = await setting.live.customer(customers[1]);
      await other.say(NEXT_QUESTION);
      await setting.live.openConversation(page, customers[1]);
      await waitForCards(panel, '钱怎么还没退给我');
      const reply = await readCard(panel);
      await page.click(setting.live.composer);
      // This card may still ask for a slot; what matters is that the first customer gets nothing.
      await page.keyboard.press('Alt+1');
      await page.waitForTimeout(800);
      const draft = await readDraft(page);
      expect(['', reply]).toContain(draft);
      expect(customer.received()).toEqual([]);
      expect(other.received()).toEqual([]);
      await customer.close();
      await other.close();
    });
  });
}
