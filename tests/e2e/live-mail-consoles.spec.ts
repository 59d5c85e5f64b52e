/** The main job where one reads on one page and answers on another, in an editor in a frame: a ticket system and web mail. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { installConsole } from '../consoles/live/install.ts';
import type { ConsoleName, CustomerProcess, LiveConsole } from '../consoles/live/live-console.ts';
import { startRoundcube } from '../consoles/live/roundcube.ts';
import { startRt } from '../consoles/live/rt.ts';
import { grantLoopback } from '../support/browser/granted-extension.ts';
import type { PageDriver } from '../support/browser/page-driver.ts';
import {
  choose,
  listCards,
  pressInsertionKey,
  readCard,
  waitForCards,
} from '../support/browser/panel-actions.ts';
import { expect, test } from './fixtures.ts';

const QUESTION = '广告写的29元200G，激活完根本不是这个套餐，你们骗人吧';
const NEXT_QUESTION = '我三天前退的货，钱怎么还没退给我？';
const AWKWARD = '王女士您好 🚚\n\n包裹 <b>&amp;</b> 已到上海。\nOf course — 请稍等 😊';
const WAIT_MS = 20_000;

const CONSOLES: { name: ConsoleName; start: () => Promise<LiveConsole> }[] = [
  { name: 'rt', start: startRt },
  { name: 'roundcube', start: startRoundcube },
];

interface Reading {
  tabId: number;
  health: { state: string };
  isPrivateNote?: true;
  conversation: {
    id: string;
    consoleId: string;
    customerName?: string;
    messages: { id: string; role: string; text: string }[];
  };
}

/** What the content script made of the page, as the background stored it, once it is of this console and has this. */
function waitForReading(panel: PageDriver, name: ConsoleName, condition = 'true'): Promise<Reading> {
  return panel.waitFor<Reading>(
    `chrome.storage.session.get().then((all) => Object.entries(all).filter(([key]) => key.startsWith('reading:'))
      .map(([key, reading]) => ({ ...reading, tabId: Number(key.slice('reading:'.length)) }))
      .find((reading) => reading.conversation?.consoleId === ${JSON.stringify(name)} && ${condition}))`,
    WAIT_MS,
  );
}

const readRoles = ({ conversation }: Reading) => conversation.messages.map(({ role }) => role);

/** The command as the panel sends it, for words that are on no card. */
async function insert(panel: PageDriver, { tabId, conversation }: Reading, text: string): Promise<unknown> {
  const lastCustomerMessageId = conversation.messages.findLast(({ role }) => role === 'customer')?.id ?? null;
  const expected = { conversationId: conversation.id, lastCustomerMessageId };
  const message = { id: 1, type: 'insertReply', data: { requestId: text, expected, text }, timestamp: 0 };
  return panel.evaluate(`chrome.tabs.sendMessage(${tabId}, ${JSON.stringify(message)})`);
}

for (const { name, start } of CONSOLES) {
  test.describe(name, () => {
    let live: LiveConsole;
    let extension: string;
    let installed: Awaited<ReturnType<typeof installConsole>>;

    test.beforeAll(async () => {
      test.setTimeout(600_000);
      installed = await installConsole(name);
      if (!installed.ok) {
        console.log(`\n!!! SKIPPED: no end-to-end tests on ${name}: ${installed.reason}\n`);
        return;
      }
      extension = await grantLoopback();
      live = await start();
    });
    test.beforeEach(() => test.skip(!installed.ok, installed.ok ? '' : installed.reason));
    test.afterAll(() => live?.stop());

    test('what was read stays with the page where one answers; a key inserts, the console sends', async ({
      openBrowser,
    }) => {
      const { panel, page, customer } = await stage(openBrowser, '王女士', QUESTION);
      await waitForCards(panel, '广告写的29元200G');
      expect((await listCards(panel))[0]).toBe('telecom.plan-differs-from-ad');
      const reading = await waitForReading(panel, name);
      expect(reading.health.state).toBe('ok');
      expect(reading.conversation.customerName).toBe('王女士');
      expect(reading.conversation.messages).toMatchObject([{ role: 'customer', text: QUESTION }]);

      const composer = await openComposer(page);
      await waitForCards(panel, '广告写的29元200G');
      const reply = await readCard(panel);
      await composer.click({ position: { x: 20, y: 12 } });
      await pressInsertionKey(
        page,
        'Alt+1',
        `${editorText()}.includes(${JSON.stringify(reply.slice(0, 8))})`,
      );
      await page.waitForTimeout(1_000);
      expect(customer.received(), 'nobody sent anything').toEqual([]);

      await live.send(page);
      await customer.waitForText(reply, WAIT_MS);
      expect(customer.received()).toEqual([reply]);
      if (name === 'rt')
        await waitForReading(panel, name, `reading.conversation.messages.at(-1).role === 'agent'`);
      await customer.close();
    });

    test('blank lines, emoji and what looks like HTML arrive as they are, above quote and signature', async ({
      openBrowser,
    }) => {
      const { panel, page, customer } = await stage(openBrowser, '李先生', NEXT_QUESTION);
      await waitForCards(panel, '钱怎么还没退给我');
      const composer = await openComposer(page);
      await waitForCards(panel, '钱怎么还没退给我');
      const below = await composer.locator('#_rc_sig, blockquote').allInnerTexts();
      // Nobody has been in the composer yet: its placeholder, if any, is still there.
      expect(await insert(panel, await waitForReading(panel, name), AWKWARD)).toMatchObject({
        res: { ok: true },
      });
      expect(await composer.locator('#_rc_sig, blockquote').allInnerTexts()).toEqual(below);
      await page.waitForTimeout(500);
      expect(customer.received(), 'nobody sent anything').toEqual([]);

      await live.send(page);
      await customer.waitForText(AWKWARD, WAIT_MS);
      expect(customer.received()).toEqual([AWKWARD]);
      await customer.close();
    });

    test('the cards follow to another customer, and a reply for the first one is refused there', async ({
      openBrowser,
    }) => {
      const { panel, page, customer } = await stage(openBrowser, '赵女士', QUESTION);
      await waitForCards(panel, '广告写的29元200G');
      const first = await waitForReading(panel, name);
      const other = await live.customer('Tom Weber');
      await other.say(NEXT_QUESTION);
      await live.openConversation(page, 'Tom Weber');
      await waitForCards(panel, '钱怎么还没退给我');
      const composer = await openComposer(page);
      await waitForCards(panel, '钱怎么还没退给我');
      const before = await composer.innerText();
      expect(await insert(panel, first, '给赵女士的话')).toMatchObject({ res: { ok: false } });
      expect(await composer.innerText()).toBe(before);
      await page.waitForTimeout(500);
      expect([...customer.received(), ...other.received()]).toEqual([]);
      await customer.close();
      await other.close();
    });

    if (name === 'rt') {
      test('a comment is said to be one before anything is inserted, and stays inside the team', async ({
        openBrowser,
      }) => {
        const { panel, page, customer } = await stage(openBrowser, '陈先生', QUESTION);
        await waitForCards(panel, '广告写的29元200G');
        await page.click('#page-actions');
        await page.click('#page-actions-comment');
        const composer = findComposer(page);
        await composer.waitFor();
        await waitForCards(panel, '广告写的29元200G');
        const reading = await waitForReading(panel, name, 'reading.isPrivateNote');
        expect(await panel.text()).toContain('插入备注');
        expect(await insert(panel, reading, AWKWARD), 'meant for the customer').toMatchObject({
          res: { ok: false, reason: 'private-note' },
        });

        // Chosen from the list instead of the menu, it is seen at once.
        await page.selectOption('#UpdateType', 'response', { force: true });
        await waitForReading(panel, name, '!reading.isPrivateNote');
        await page.selectOption('#UpdateType', 'private', { force: true });
        await waitForReading(panel, name, 'reading.isPrivateNote');

        await composer.click();
        await pressInsertionKey(page, 'Alt+1', `${editorText()}.length > 10`);
        await live.send(page);
        const after = await waitForReading(
          panel,
          name,
          `reading.conversation.messages.at(-1).role === 'internal-note'`,
        );
        expect(readRoles(after)).not.toContain('unknown');
        await page.waitForTimeout(1_000);
        expect(customer.received()).toEqual([]);
        await customer.close();
      });
    }

    function findComposer(page: Page): Locator {
      const frame: FrameLocator | Page = live.composerFrame ? page.frameLocator(live.composerFrame) : page;
      return frame.locator(live.composer);
    }

    async function openComposer(page: Page): Promise<Locator> {
      await live.openComposer(page);
      return findComposer(page);
    }

    function editorText(): string {
      return `document.querySelector(${JSON.stringify(live.composerFrame)}).contentDocument.body.innerText`;
    }

    async function stage(
      openBrowser: Parameters<Parameters<typeof test>[2]>[0]['openBrowser'],
      customerName: string,
      question: string,
    ): Promise<{ panel: PageDriver; page: Page; customer: CustomerProcess }> {
      const browser = await openBrowser({ extension });
      const practice = await browser.openPractice();
      const page = await browser.context.newPage();
      const customer = await live.customer(customerName);
      await customer.say(question);
      await live.logIn(page);
      await live.openConversation(page, customerName);
      const panel = await browser.openPanel(practice);
      await choose(panel, { language: 'zh-CN' });
      await page.bringToFront();
      return { panel, page, customer };
    }
  });
}
