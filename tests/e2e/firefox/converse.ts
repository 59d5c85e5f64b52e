/** The real Converse.js in Firefox: a customer process, the real sidebar, the console's own Enter. */
import type { Page } from 'puppeteer-core';
import { startConverse } from '../../consoles/live/converse.ts';
import { installConsole } from '../../consoles/live/install.ts';
import type { CustomerProcess, LiveConsole } from '../../consoles/live/live-console.ts';
import { asConsolePage } from '../../support/browser/console-page.ts';
import {
  countToFillable,
  pause,
  pressInsertionKey,
  readDraft,
  waitForNoPicker,
  waitForPicker,
} from '../../support/browser/firefox-actions.ts';
import { pointAt, readTaughtRoles } from '../../support/browser/firefox-teaching.ts';
import { begin, skipThird, waitForStep } from '../../support/browser/teach-actions.ts';
import { listCards, readCard, waitForCards } from '../../support/browser/panel-actions.ts';
import { expect, open, openAllowed, test } from './fixtures.ts';

const QUESTION = '广告写的29元200G，激活完根本不是这个套餐，你们骗人吧';
const NEXT_QUESTION = '我三天前退的货，钱怎么还没退给我？';
const SAID = ['我三天前退的货', '订单号 202611180042', '谢谢'];
const ANSWERED = '好的，我看一下';
const LINE = 'converse-chat-message .chat-msg__text';
/** Long enough for a text that was sent to arrive. */
const NOTHING_MS = 1_000;

let live: LiveConsole;
let installed: Awaited<ReturnType<typeof installConsole>>;

async function openChat(
  name: string,
  says: readonly string[],
  settings: Record<string, unknown> = {},
): Promise<{ page: Page; customer: CustomerProcess }> {
  const customer = await live.customer(name);
  for (const text of says) await customer.say(text);
  const page = await openAllowed('about:blank', settings);
  await live.logIn(asConsolePage(page));
  await live.openConversation(asConsolePage(page), name);
  return { page, customer };
}

async function answer(page: Page): Promise<void> {
  await page.click(live.composer);
  await page.keyboard.type(ANSWERED);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    `[...document.querySelectorAll('${LINE}')].some(({ textContent }) => textContent.includes('${ANSWERED}'))`,
  );
}

export function describeConverse(): void {
  test.describe('Firefox, the real Converse.js', () => {
    test.beforeAll(async () => {
      test.setTimeout(600_000);
      installed = await installConsole('converse');
      if (installed.ok) live = await startConverse();
      else console.log(`\n!!! SKIPPED: no Firefox tests on converse: ${installed.reason}\n`);
    });

    test.beforeEach(() => test.skip(!installed.ok, installed.ok ? '' : installed.reason));

    test.afterAll(() => live?.stop());

    test('a customer writes, a key inserts, the agent sends, and exactly that arrives', async () => {
      const { panel } = open();
      const { page, customer } = await openChat('customer', [QUESTION]);
      await waitForCards(panel, '广告写的29元200G');
      expect((await listCards(panel))[0]).toBe('telecom.plan-differs-from-ad');
      const reply = await readCard(panel);
      await page.click(live.composer);
      await pressInsertionKey(page, `document.querySelector('${live.composer}').value !== ''`);
      expect(await readDraft(page, live.composer)).toBe(reply);
      await pause(NOTHING_MS);
      expect(customer.received(), 'nobody pressed Enter').toEqual([]);
      await page.keyboard.press('Enter');
      await customer.waitForText(reply, 10_000);
      expect(customer.received()).toEqual([reply]);
      await customer.close();
    });

    test('the list at the caret: its Enter inserts, the next one sends', async () => {
      const firefox = open();
      const { page, customer } = await openChat('customer', [QUESTION]);
      // Said while the agent looks on: what was said before can be sorted in among the last test's messages.
      await customer.say(NEXT_QUESTION);
      await waitForCards(firefox.panel, '钱怎么还没退给我');
      await page.click(live.composer);
      await page.keyboard.type('您好，//退款');
      const picker = await waitForPicker(firefox, page, `document.body.innerText.includes('退款')`);
      for (let steps = await countToFillable(picker); steps > 0; steps -= 1)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await waitForNoPicker(firefox, page);
      const draft = await readDraft(page, live.composer);
      expect(draft).toMatch(/^您好，[^/]{10,}$/);
      await pause(NOTHING_MS);
      expect(customer.received()).toEqual([]);
      await page.keyboard.press('Enter');
      await customer.waitForText(draft, 10_000);
      expect(customer.received()).toEqual([draft]);
      await customer.close();
    });

    test('without its own adapter it is taught in four clicks, read and written', async () => {
      const { panel } = open();
      const { page, customer } = await openChat('customer2', SAID, { switchedOffAdapters: ['converse'] });
      const other = await live.customer('customer');
      await other.say(QUESTION);
      await answer(page);
      // A second conversation, by which roles are told from what happens to be so in one.
      await live.openConversation(asConsolePage(page), 'customer');
      await answer(page);
      await live.openConversation(asConsolePage(page), 'customer2');
      await customer.say(NEXT_QUESTION);
      await page.waitForFunction(
        `[...document.querySelectorAll('${LINE}')].at(-1).textContent.includes('钱怎么还没')`,
      );

      await begin(panel);
      await pointAt(page, LINE, SAID[0]);
      await waitForStep(panel, '点一条你自己说的话');
      await pointAt(page, LINE, ANSWERED);
      await skipThird(panel);
      await pointAt(page, live.composer);
      await panel.waitForText('看看认得对不对');
      await live.openConversation(asConsolePage(page), 'customer');
      await panel.waitFor(
        `[...document.querySelectorAll('button')].some((one) => one.innerText === '没错，记住' && !one.disabled)`,
      );
      await live.openConversation(asConsolePage(page), 'customer2');
      await panel.clickButton('没错，记住');
      await panel.waitForText('学会了');
      await panel.clickButton('好');
      await expect
        .poll(async () =>
          (await readTaughtRoles(panel)).filter((role) => role !== 'system' && role !== 'unknown'),
        )
        .toEqual(['customer', 'customer', 'customer', 'agent', 'customer']);
      expect(customer.received(), 'pointing sent nothing').toEqual([ANSWERED]);

      await waitForCards(panel, '钱怎么还没退给我');
      const reply = await readCard(panel);
      await page.click(live.composer);
      await pressInsertionKey(page, `document.querySelector('${live.composer}').value !== ''`);
      expect(await readDraft(page, live.composer)).toBe(reply);
      await page.keyboard.press('Enter');
      await customer.waitForText(reply, 10_000);
      expect(customer.received()).toEqual([ANSWERED, reply]);
      await customer.close();
      await other.close();
    });
  });
}
