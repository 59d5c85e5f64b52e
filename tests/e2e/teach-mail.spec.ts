/** Teach-me where nothing in the page tells the sides apart, or where each message is a page of its own: a clear no. */
import type { Locator, Page } from '@playwright/test';
import type { LiveConsole } from '../consoles/live/live-console.ts';
import { startRoundcube } from '../consoles/live/roundcube.ts';
import { startRt } from '../consoles/live/rt.ts';
import { choose } from '../support/browser/panel-actions.ts';
import { begin, point, waitForStep } from '../support/browser/teach-actions.ts';
import { expect, test } from './fixtures.ts';
import { openLive, QUESTION, useLiveConsole } from './live-stage.ts';

const REPLY = '您好，我帮您查一下。';

/** Where a person points, who looks for one line of each: a mail client shows one mail at a time. */
const CONSOLES = [
  { name: 'rt', start: startRt, line: '.transaction.message .content', own: REPLY, said: '没有能分清' },
  { name: 'roundcube', start: startRoundcube, line: '#messagebody', own: '退了吗', said: '一封邮件一页' },
] as const;

const findComposer = (page: Page, { composer, composerFrame }: LiveConsole): Locator =>
  (composerFrame ? page.frameLocator(composerFrame) : page).locator(composer);

for (const { name, start, line, own, said } of CONSOLES) {
  test.describe(name, () => {
    const setting = useLiveConsole(name, start);

    test('without its own adapter it cannot be taught, which two clicks say, with what to do instead', async ({
      openBrowser,
    }) => {
      const { live } = setting;
      const { panel, page, customer } = await openLive(openBrowser, setting, { customerName: '王女士' });
      await choose(panel, { isWelcomed: true, switchedOffAdapters: [name] });
      await live.openComposer(page);
      await findComposer(page, live).click({ position: { x: 20, y: 12 } });
      await page.keyboard.type(REPLY);
      await live.send(page);
      await customer.waitForText(REPLY, 20_000);
      await customer.say('退了吗');
      await expect
        .poll(
          async () => {
            await live.openConversation(page, '王女士');
            return page.locator(line, { hasText: '退了吗' }).count();
          },
          { timeout: 20_000 },
        )
        .toBeGreaterThan(0);
      await page.bringToFront();
      const children = await page.evaluate<number>('document.documentElement.children.length');

      await begin(panel);
      await point(
        page,
        page.locator(line, { hasText: name === 'rt' ? QUESTION.slice(0, 8) : '退了吗' }).first(),
      );
      await waitForStep(panel, '点一条你自己说的话');
      await point(page, page.locator(line, { hasText: own }).first());
      await panel.waitFor(`!!document.querySelector('[role="alert"]')`);
      const problem = await panel.evaluate<string>(`document.querySelector('[role="alert"]').innerText`);
      expect(problem).toContain(said);
      expect(problem).toContain('先用搜索和复制');

      expect(await page.evaluate('document.documentElement.children.length'), 'nothing is left').toBe(
        children,
      );
      expect(await panel.text(), 'nothing can be kept').not.toContain('没错，记住');
      await page.waitForTimeout(500);
      expect(customer.received(), 'pointing sent nothing').toEqual([REPLY]);
      await customer.close();
    });
  });
}
