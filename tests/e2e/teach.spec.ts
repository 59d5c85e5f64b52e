/** Teach-me in a real browser: three clicks in a console nobody has described, and it is read. */
import type { Page } from '@playwright/test';
import { startConverse } from '../consoles/live/converse.ts';
import { installConsole } from '../consoles/live/install.ts';
import type { ConsoleName, LiveConsole } from '../consoles/live/live-console.ts';
import { startTheLounge } from '../consoles/live/the-lounge.ts';
import { grantLoopback } from '../support/browser/granted-extension.ts';
import type { PageDriver } from '../support/browser/page-driver.ts';
import { choose } from '../support/browser/panel-actions.ts';
import { sendReply, waitForReading } from '../support/browser/readings.ts';
import { begin, point, skipThird, waitForStep } from '../support/browser/teach-actions.ts';
import type { ServedPage } from '../support/lounge-page.ts';
import { serveTaughtPages } from '../support/taught-page.ts';
import { expect, test } from './fixtures.ts';

const CUSTOMER = '我三天前退的货';
const AGENT = '您好，我帮您查一下';
const ROLES = ['customer', 'agent', 'customer', 'agent', 'customer'];

let served: ServedPage;
let extension: string;

test.beforeAll(async () => {
  extension = await grantLoopback();
  served = await serveTaughtPages();
});
test.afterAll(() => served.close());

interface Stage {
  panel: PageDriver;
  page: Page;
}

async function stage(
  openBrowser: Parameters<Parameters<typeof test>[2]>[0]['openBrowser'],
  path: string,
): Promise<Stage> {
  const browser = await openBrowser({ extension });
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await choose(panel, { language: 'zh-CN', isWelcomed: true });
  const page = await browser.context.newPage();
  await page.goto(served.url + path);
  await page.bringToFront();
  return { panel, page };
}

async function readRoles(panel: PageDriver): Promise<string[]> {
  return panel.waitFor<string[]>(
    `chrome.storage.session.get().then((all) => Object.entries(all).filter(([key]) => key.startsWith('reading:'))
      .flatMap(([, { conversation }]) => conversation?.consoleId.startsWith('own-') ? [conversation.messages.map(({ role }) => role)] : [])[0])`,
  );
}

const SCOPES: { path: string; find: (page: Page) => Page | ReturnType<Page['frameLocator']> }[] = [
  { path: '/plain', find: (page) => page },
  { path: '/frame', find: (page) => page.frameLocator('iframe') },
  { path: '/shadow', find: (page) => page },
];

for (const { path, find } of SCOPES) {
  test(`three clicks teach a console (${path}), and nothing happens in it meanwhile`, async ({
    openBrowser,
  }) => {
    const { panel, page } = await stage(openBrowser, path);
    await begin(panel);
    const scope = find(page);
    await point(page, scope.locator('.msg-text', { hasText: CUSTOMER }));
    await waitForStep(panel, '点一条你自己说的话');
    await point(page, scope.locator('.msg-text', { hasText: AGENT }));
    await waitForStep(panel, '点一下写回复的输入框');
    await point(page, scope.locator('textarea'));
    await panel.waitForText('看看认得对不对');
    await panel.waitFor(`document.querySelectorAll('.teach-lines li').length === 5`);
    const shown = await panel.evaluate<string[]>(
      `[...document.querySelectorAll('.teach-lines li')].map((line) => line.dataset.role)`,
    );
    expect(shown).toEqual(ROLES);
    expect(await page.evaluate('window.heard'), 'the console noticed nothing').toBe(0);
    await panel.clickButton('没错，记住');
    await panel.waitForText('学会了');
    expect(await readRoles(panel)).toEqual(ROLES);
    expect(
      await page.evaluate('document.documentElement.children.length'),
      'nothing is left in the page',
    ).toBe(2);
    await panel.clickButton('好');
    await panel.waitFor(`document.querySelector('blockquote')?.textContent.includes('那大概几天能到')`);
  });
}

test('by keyboard alone; Escape gives page and focus back', async ({ openBrowser }) => {
  const { panel, page } = await stage(openBrowser, '/plain');
  await page.focus('#find');
  await begin(panel);
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await panel.waitFor(`!!document.querySelector('main button') && document.body.innerText.includes('开始')`);
  expect(await page.evaluate('document.activeElement.id')).toBe('find');
  expect(await page.evaluate('document.documentElement.children.length')).toBe(2);

  await panel.clickButton('开始');
  await waitForStep(panel, '点一条客户说的话');
  await page.bringToFront();
  // The newest line first: that is the customer's.
  for (const key of ['ArrowUp', 'Enter']) await page.keyboard.press(key);
  await waitForStep(panel, '点一条你自己说的话');
  for (const key of ['ArrowUp', 'Enter']) await page.keyboard.press(key);
  await waitForStep(panel, '点一下写回复的输入框');
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await panel.waitFor(`document.querySelectorAll('.teach-lines li').length === 5`);
  expect(await page.evaluate('window.heard')).toBe(0);
  await panel.clickButton('没错，记住');
  expect(await readRoles(panel)).toEqual(ROLES);
});

for (const [path, host] of [
  ['/closed', 'chat-app'],
  ['/closed-plain', '#app'],
] as const) {
  test(`what is closed to everybody is said to be (${path}), and the panel that goes away takes the overlay with it`, async ({
    openBrowser,
  }) => {
    const { panel, page } = await stage(openBrowser, path);
    await begin(panel);
    await point(page, page.locator(host));
    await panel.waitForText('页面不让看');
    expect(await panel.text(), 'and what to do').toContain('先用搜索和复制');
    await panel.clickButton('取消');
    await expect.poll(() => page.evaluate('document.documentElement.children.length')).toBe(2);
  });
}

/** With the adapter that knows them switched off: consoles nobody here wrote. */
const LIVE: {
  name: ConsoleName;
  start: () => Promise<LiveConsole>;
  customer: string;
  other: string;
  line: string;
}[] = [
  {
    name: 'converse',
    start: startConverse,
    customer: 'customer',
    other: 'customer2',
    line: 'converse-chat-message .chat-msg__text',
  },
  { name: 'the-lounge', start: startTheLounge, customer: 'mei', other: 'tom_w', line: '.msg .content' },
];
const ANSWER = '在的，<b>&amp;</b> 已经退了 😊';
const SAID = ['我三天前退的货', '订单号 202611180042', '谢谢', '在吗'];

for (const { name, start, customer, other, line } of LIVE) {
  test(`${name} is taught and read without its own adapter`, async ({ openBrowser }) => {
    test.setTimeout(600_000);
    const installed = await installConsole(name);
    test.skip(!installed.ok, installed.ok ? '' : installed.reason);
    const live = await start();
    try {
      const browser = await openBrowser({ extension });
      const practice = await browser.openPractice();
      const panel = await browser.openPanel(practice);
      await choose(panel, { language: 'zh-CN', isWelcomed: true, switchedOffAdapters: [name] });
      const page = await browser.context.newPage();
      const people = [await live.customer(customer), await live.customer(other)];
      for (const person of people) for (const text of SAID.slice(0, 3)) await person.say(text);
      await live.logIn(page);
      for (const who of [other, customer]) {
        await live.openConversation(page, who);
        await page.click(live.composer);
        await page.keyboard.type('好的，我看一下');
        await page.keyboard.press('Enter');
        await page.locator(line, { hasText: '好的，我看一下' }).first().waitFor();
      }
      await people[0]?.say('在吗');
      await page.locator(line, { hasText: '在吗' }).first().waitFor();
      await page.bringToFront();
      await begin(panel);
      await point(page, page.locator(line, { hasText: '我三天前退的货' }).first());
      await waitForStep(panel, '点一条你自己说的话');
      await point(page, page.locator(line, { hasText: '好的，我看一下' }).first());
      await skipThird(panel);
      await point(page, page.locator(live.composer));
      await panel.waitForText('看看认得对不对');
      await live.openConversation(page, other);
      await panel.waitFor(
        `[...document.querySelectorAll('button')].some((one) => one.innerText === '没错，记住' && !one.disabled)`,
      );
      await live.openConversation(page, customer);
      await panel.clickButton('没错，记住');
      await panel.waitForText('学会了');
      await expect
        .poll(() => readSides(panel))
        .toEqual(['customer', 'customer', 'customer', 'agent', 'customer']);
      expect(people[0]?.received(), 'pointing sent nothing').toEqual(['好的，我看一下']);
      const reading = await waitForReading(panel, `own-${new URL(live.url).hostname.replaceAll('.', '-')}`);
      expect(await sendReply(panel, reading, ANSWER)).toMatchObject({ res: { ok: true } });
      expect(await page.inputValue(live.composer)).toBe(ANSWER);
      await live.send(page);
      await people[0]?.waitForText(ANSWER, 10_000);
      expect(people[0]?.received()).toEqual(['好的，我看一下', ANSWER]);
      for (const person of people) await person.close();
    } finally {
      await live.stop();
    }
  });
}

const readSides = async (panel: PageDriver) =>
  (await readRoles(panel)).filter((role) => role === 'customer' || role === 'agent');
