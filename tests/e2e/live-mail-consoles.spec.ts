/** The main job where one reads on one page and answers on another, in an editor in a frame: a ticket system and web mail. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { ConsoleName, LiveConsole } from '../consoles/live/live-console.ts';
import { startRoundcube } from '../consoles/live/roundcube.ts';
import { startRt } from '../consoles/live/rt.ts';
import { listCards, pressInsertionKey, readCard, waitForCards } from '../support/browser/panel-actions.ts';
import { readRoles, sendReply, waitForReading } from '../support/browser/readings.ts';
import { expect, test } from './fixtures.ts';
import { NEXT_QUESTION, openLive, QUESTION, useLiveConsole } from './live-stage.ts';

const AWKWARD = '王女士您好 🚚\n\n包裹 <b>&amp;</b> 已到上海。\nOf course — 请稍等 😊';
const WAIT_MS = 20_000;

const CONSOLES: { name: ConsoleName; start: () => Promise<LiveConsole> }[] = [
  { name: 'rt', start: startRt },
  { name: 'roundcube', start: startRoundcube },
];

for (const { name, start } of CONSOLES) {
  test.describe(name, () => {
    const setting = useLiveConsole(name, start);

    test('what was read stays with the page where one answers; a key inserts, the console sends', async ({
      openBrowser,
    }) => {
      const { panel, page, customer } = await openLive(openBrowser, setting, { customerName: '王女士' });
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

      await setting.live.send(page);
      await customer.waitForText(reply, WAIT_MS);
      expect(customer.received()).toEqual([reply]);
      if (name === 'rt')
        await waitForReading(panel, name, `reading.conversation.messages.at(-1).role === 'agent'`);
      await customer.close();
    });

    test('blank lines, emoji and what looks like HTML arrive as they are, above quote and signature', async ({
      openBrowser,
    }) => {
      const { panel, page, customer } = await openLive(openBrowser, setting, {
        customerName: '李先生',
        question: NEXT_QUESTION,
      });
      await waitForCards(panel, '钱怎么还没退给我');
      const composer = await openComposer(page);
      await waitForCards(panel, '钱怎么还没退给我');
      const below = await composer.locator('#_rc_sig, blockquote').allInnerTexts();
      // Nobody has been in the composer yet: its placeholder, if any, is still there.
      expect(await sendReply(panel, await waitForReading(panel, name), AWKWARD)).toMatchObject({
        res: { ok: true },
      });
      expect(await composer.locator('#_rc_sig, blockquote').allInnerTexts()).toEqual(below);
      await page.waitForTimeout(500);
      expect(customer.received(), 'nobody sent anything').toEqual([]);

      await setting.live.send(page);
      await customer.waitForText(AWKWARD, WAIT_MS);
      expect(customer.received()).toEqual([AWKWARD]);
      await customer.close();
    });

    test('the cards follow to another customer, and a reply for the first one is refused there', async ({
      openBrowser,
    }) => {
      const { panel, page, customer } = await openLive(openBrowser, setting, { customerName: '赵女士' });
      await waitForCards(panel, '广告写的29元200G');
      const first = await waitForReading(panel, name);
      const other = await setting.live.customer('Tom Weber');
      await other.say(NEXT_QUESTION);
      await setting.live.openConversation(page, 'Tom Weber');
      await waitForCards(panel, '钱怎么还没退给我');
      const composer = await openComposer(page);
      await waitForCards(panel, '钱怎么还没退给我');
      const before = await composer.innerText();
      expect(await sendReply(panel, first, '给赵女士的话')).toMatchObject({ res: { ok: false } });
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
        const { panel, page, customer } = await openLive(openBrowser, setting, { customerName: '陈先生' });
        await waitForCards(panel, '广告写的29元200G');
        await page.click('#page-actions');
        await page.click('#page-actions-comment');
        const composer = findComposer(page);
        await composer.waitFor();
        await waitForCards(panel, '广告写的29元200G');
        const reading = await waitForReading(panel, name, 'reading.isPrivateNote');
        expect(await panel.text()).toContain('插入备注');
        expect(await sendReply(panel, reading, AWKWARD), 'meant for the customer').toMatchObject({
          res: { ok: false, reason: 'private-note' },
        });

        // Chosen from the list instead of the menu, it is seen at once.
        await page.selectOption('#UpdateType', 'response', { force: true });
        await waitForReading(panel, name, '!reading.isPrivateNote');
        await page.selectOption('#UpdateType', 'private', { force: true });
        await waitForReading(panel, name, 'reading.isPrivateNote');

        await composer.click();
        await pressInsertionKey(page, 'Alt+1', `${editorText()}.length > 10`);
        await setting.live.send(page);
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
      const frame: FrameLocator | Page = setting.live.composerFrame
        ? page.frameLocator(setting.live.composerFrame)
        : page;
      return frame.locator(setting.live.composer);
    }

    async function openComposer(page: Page): Promise<Locator> {
      await setting.live.openComposer(page);
      return findComposer(page);
    }

    function editorText(): string {
      return `document.querySelector(${JSON.stringify(setting.live.composerFrame)}).contentDocument.body.innerText`;
    }
  });
}
