/** Pages that make reading and inserting hard: right roles or none, and a reply goes in or is refused with a reason. */
import type { Page } from '@playwright/test';
import { grantLoopback } from '../support/browser/granted-extension.ts';
import { addOwnAdapter } from '../support/browser/own-adapter.ts';
import type { PageDriver } from '../support/browser/page-driver.ts';
import { choose, pressInsertionKey, readCard, waitForCards } from '../support/browser/panel-actions.ts';
import { findPicker } from '../support/browser/picker-actions.ts';
import {
  readMessages,
  readRoles,
  sendReply,
  waitForHealth,
  waitForReading,
  type Reading,
} from '../support/browser/readings.ts';
import {
  describeOwnConsole,
  OWN_CONSOLE,
  QUESTION,
  ROLES,
  serveHostilePages,
} from '../support/hostile-pages.ts';
import type { ServedPages } from '../support/serve-pages.ts';
import { expect, test } from './fixtures.ts';

const REPLY = '已经在退了，预计 3 天内到账。';

let served: ServedPages;
let extension: string;

test.beforeAll(async () => {
  extension = await grantLoopback('hostile');
  served = await serveHostilePages();
});
test.afterAll(() => served.close());

interface Stage {
  panel: PageDriver;
  page: Page;
}

async function stage(
  openBrowser: Parameters<Parameters<typeof test>[2]>[0]['openBrowser'],
  path: string,
  frame?: string[],
): Promise<Stage> {
  const browser = await openBrowser({ extension });
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await choose(panel, { language: 'zh-CN', isWelcomed: true });
  await addOwnAdapter(practice, describeOwnConsole(frame));
  const page = await browser.context.newPage();
  await page.goto(served.url + path);
  await page.bringToFront();
  return { panel, page };
}

/** By key, as a person does. */
async function insertByKey({ panel, page }: Stage): Promise<void> {
  await waitForCards(panel, QUESTION.slice(0, 8));
  const reply = await readCard(panel);
  await page.click('.reply');
  await pressInsertionKey(page, 'Alt+1', `document.querySelector('.reply').value.length > 10`);
  expect(await page.inputValue('.reply')).toBe(reply);
}

for (const [policy, path] of [
  ['nothing but itself, and no markup made of strings', '/strict'],
  ['nothing of other sites that does not ask for it (COEP)', '/isolated'],
  ['an origin of its own (sandbox)', '/sandboxed'],
] as const) {
  test(`a page that lets in ${policy}: read and written in as any other`, async ({ openBrowser }) => {
    const { panel, page } = await stage(openBrowser, path);
    const reading = await waitForReading(panel, OWN_CONSOLE);
    expect(reading.health.state).toBe('ok');
    expect(readRoles(reading)).toEqual(ROLES);
    await insertByKey({ panel, page });
  });
}

for (const path of ['/isolated', '/sandboxed']) {
  test(`the list at the caret cannot be shown (${path}): it says so there, and takes no key`, async ({
    openBrowser,
  }) => {
    const { panel, page } = await stage(openBrowser, path);
    await waitForReading(panel, OWN_CONSOLE);
    await page.click('.reply');
    await page.keyboard.type('//退款');
    const before = await page.screenshot();
    await page.waitForTimeout(4_500);
    expect(findPicker(page)).toBeNull();
    const client = await page.context().newCDPSession(page);
    const { nodes } = (await client.send('Accessibility.getFullAXTree')) as {
      nodes: { name?: { value?: string } }[];
    };
    expect(nodes.map(({ name }) => name?.value ?? '').join('\n')).toMatch(/side panel|侧边栏|側邊欄/);
    expect((await page.screenshot()).equals(before)).toBe(false);
    // The line is the person's own again.
    await page.keyboard.press('Enter');
    expect(await page.inputValue('.reply')).toBe('//退款\n');
    await expect.poll(() => page.evaluate('document.documentElement.children.length')).toBe(2);
  });
}

for (const [where, path] of [
  ['a frame with an origin of its own', '/frame-sandboxed'],
  ['a closed shadow root', '/shadow-closed'],
] as const) {
  test(`a chat in ${where}: said to be closed, with what to do; a reply is refused`, async ({
    openBrowser,
  }) => {
    const { panel, page } = await stage(openBrowser, path, ['#host']);
    const reading = await waitForHealth(panel, OWN_CONSOLE, 'broken');
    expect(reading.health.problems).toEqual(['frame-closed']);
    expect(reading.conversation).toBeNull();
    await panel.waitForText('聊天区域进不去');
    expect(await panel.text()).toContain('搜索');
    expect(await panel.evaluate(`document.querySelectorAll('.card').length`)).toBe(0);
    const conversation: Reading['conversation'] = { id: 'c-1', consoleId: OWN_CONSOLE, messages: [] };
    expect(await sendReply(panel, { tabId: reading.tabId, conversation }, REPLY)).toMatchObject({
      res: { ok: false, reason: 'no-conversation' },
    });
    expect(await page.evaluate('document.body.innerText')).not.toContain(REPLY);
  });
}

for (const path of ['/frame-own', '/shadow-open']) {
  test(`what is open all the same is read and written in (${path})`, async ({ openBrowser }) => {
    const { panel, page } = await stage(openBrowser, path, ['#host']);
    const reading = await waitForReading(panel, OWN_CONSOLE);
    expect(readRoles(reading)).toEqual(ROLES);
    expect(await sendReply(panel, reading, REPLY)).toMatchObject({ res: { ok: true } });
    const scope = path === '/frame-own' ? page.frameLocator('#host') : page;
    expect(await scope.locator('.reply').inputValue()).toBe(REPLY);
  });
}

test('5,000 messages in rows that are used again: each is read as what it shows now, in the order it is seen', async ({
  openBrowser,
}) => {
  const { panel, page } = await stage(openBrowser, '/virtual');
  const expectTruth = async () => {
    const truth = await page.evaluate('truth()');
    await expect.poll(() => readMessages(panel, OWN_CONSOLE), { timeout: 8_000 }).toEqual(truth);
  };
  await waitForReading(panel, OWN_CONSOLE);
  await expectTruth();
  for (const top of [199_000, 198_960, 100_000, 100_400, 99_920, 0]) {
    await page.evaluate(`show(${top})`);
    await expectTruth();
  }
  await page.evaluate(`say('${QUESTION}')`);
  await page.evaluate(`say('${QUESTION}')`);
  await page.evaluate(`say('好的')`);
  await expectTruth();
  const reading = await waitForReading(panel, OWN_CONSOLE);
  expect(await sendReply(panel, reading, REPLY)).toMatchObject({ res: { ok: true } });
  expect(await page.inputValue('.reply')).toBe(REPLY);
});

for (const path of ['/rewritten', '/rewritten?all']) {
  test(`a page that is made anew every second (${path}): one reading, cards that stay, a reply that goes in once`, async ({
    openBrowser,
  }) => {
    const { panel, page } = await stage(openBrowser, path);
    const reading = await waitForReading(panel, OWN_CONSOLE);
    expect(readRoles(reading).slice(-3)).toEqual(ROLES);
    expect(readRoles(reading)).not.toContain('unknown');
    await waitForCards(panel, QUESTION.slice(0, 8));
    // Told again it may be, when the panel asks for it.
    await panel.evaluate(`(() => { window.told = new Set();
      const note = (key, reading) => key.startsWith('reading:') && reading?.consoleId === '${OWN_CONSOLE}' &&
        told.add(JSON.stringify({ ...reading, observedAt: 0 }));
      chrome.storage.session.onChanged.addListener((changes) =>
        Object.entries(changes).forEach(([key, { newValue }]) => note(key, newValue)));
      return chrome.storage.session.get().then((all) =>
        Object.entries(all).forEach(([key, reading]) => void note(key, reading))); })()`);
    const drawn = await page.evaluate<number>('drawn');
    await page.waitForTimeout(5_000);
    expect(await page.evaluate<number>('drawn')).toBeGreaterThan(drawn + 3);
    const told = await panel.evaluate<string[]>('[...told]');
    expect(told.slice(1), 'nothing new was said').toEqual([]);
    await page.click('.reply');
    await page.keyboard.type('亲，');
    for (let count = 0; count < 3; count += 1) {
      const before = await page.inputValue('.reply');
      expect(await sendReply(panel, reading, `${REPLY}${count}`)).toMatchObject({ res: { ok: true } });
      expect((await page.inputValue('.reply')).length).toBe(before.length + REPLY.length + 1);
      await page.waitForTimeout(700);
    }
  });
}

test('a customer who draws a list, a field, a name and a row of ours into a message changes nothing', async ({
  openBrowser,
}) => {
  const { panel, page } = await stage(openBrowser, '/forged');
  const reading = await waitForReading(panel, OWN_CONSOLE);
  expect(reading.conversation.id).toBe('c-1');
  expect(readRoles(reading)).toEqual([...ROLES, 'customer', 'agent']);
  expect(reading.conversation.messages.map(({ text }) => text).join()).not.toContain('忽略');
  expect(await sendReply(panel, reading, REPLY)).toMatchObject({ res: { ok: true } });
  expect(await page.locator('.text .reply').inputValue(), 'the customer’s own field').toBe('在这里回复');
  expect(await page.locator('[data-chat] > .reply').inputValue()).toBe(REPLY);
});
