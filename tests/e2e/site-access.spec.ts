/** Nothing runs where nobody allowed it, and nothing ever leaves the machine. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { grantLoopback } from '../support/browser/granted-extension.ts';
import { choose, waitForCards, wrapUpByKeyboard } from '../support/browser/panel-actions.ts';
import { expect, test } from './fixtures.ts';

let server: Server;
let url: string;

test.beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>A page</title><p>Hello</p>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
  server.close();
});

/** Scripts of extensions run in worlds of their own; the browser names each. */
async function listExtensionWorlds(page: Page, extensionId: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) =>
    worlds.push(`${context.origin} ${context.name}`),
  );
  await session.send('Runtime.enable');
  await page.waitForTimeout(1_000);
  return worlds.filter(
    (world) => world.includes(extensionId) || world.includes('同桌') || world.includes('Deskmate'),
  );
}

test('without a grant no code of ours is on the page, and the panel says how to turn it on', async ({
  openBrowser,
}) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await choose(panel, { language: 'zh-CN', isWelcomed: true });
  const page = await browser.context.newPage();
  await page.goto(url);
  expect(await listExtensionWorlds(page, browser.extensionId)).toEqual([]);
  expect(await practice.evaluate('chrome.scripting.getRegisteredContentScripts()')).toEqual([]);
  await panel.waitForText('还看不到这个页面');
});

test('the toolbar button opens the panel, which asks in words, once; a no is remembered and can be taken back', async ({
  openBrowser,
}) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice();
  await practice.evaluate(`chrome.storage.local.set({ language: 'zh-CN', isWelcomed: true })`);
  const page = await browser.context.newPage();
  await page.goto(url);
  await browser.clickAction(page);
  const panel = await browser.attachToPanel();
  await panel.waitForText('在 127.0.0.1 用同桌？');
  await panel.waitForText('不会替你发送');
  await panel.clickButton('不用');
  await panel.waitForText('127.0.0.1 上没有启用');
  await panel.send('Page.reload');
  await panel.waitForText('127.0.0.1 上没有启用');
  expect(await panel.text()).toContain('在这里启用');
  expect(await practice.evaluate('chrome.scripting.getRegisteredContentScripts()')).toEqual([]);
});

test('with a grant the script is there, and an unknown page is called unknown', async ({ openBrowser }) => {
  const browser = await openBrowser({ extension: await grantLoopback() });
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await choose(panel, { language: 'zh-CN', isWelcomed: true });
  const page = await browser.context.newPage();
  await page.goto(url);
  expect(await listExtensionWorlds(page, browser.extensionId)).not.toEqual([]);
  await panel.waitForText('还不认识这个客服页面');
});

test('the whole job makes no request to anywhere', async ({ openBrowser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'deskmate-net-'));
  const log = join(folder, 'net.json');
  const browser = await openBrowser({ args: [`--log-net-log=${log}`] });
  const practice = await browser.openPractice();
  const panel = await browser.openPanel(practice);
  await waitForCards(panel, '29元200G');
  await practice.click('[data-practice-composer]');
  await practice.keyboard.press('Alt+1');
  await practice.waitForTimeout(500);
  await practice.keyboard.press('Enter');
  await wrapUpByKeyboard(panel);
  const root = `chrome-extension://${browser.extensionId}`;
  await browser.close();

  const written = await readFile(log, 'utf8');
  const initiatedByUs = written.split('\n').filter((line) => line.includes(`"initiator":"${root}`));
  const outside = initiatedByUs.filter((line) => /"url":"(?:https?|wss?):/.test(line));
  expect(written.length, 'the log was written').toBeGreaterThan(1_000);
  expect(outside).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
