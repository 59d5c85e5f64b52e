/**
 * The main job in a real Firefox, by WebDriver BiDi. Firefox opens the sidebar when the extension is installed, so
 * reading, searching and inserting all take part; its pages themselves cannot be reached from outside.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, type Browser } from 'puppeteer-core';

const FIREFOX = process.env['DESKMATE_FIREFOX'] ?? '/usr/bin/firefox-esr';
const BUILT = resolve(import.meta.dirname, '../../.output/firefox-mv2');
const QUESTION = '我三天前退的货，钱怎么还没退给我？';
const PAGE = `<!doctype html><meta charset="utf-8"><div id="viewport"><div id="chat-container" data-current-channel="mei">
<div class="chat-view" data-type="query"><div class="header"><span class="title">mei</span></div><div class="messages" role="log">
<div class="msg" data-type="message" id="msg-1"><span class="content">${QUESTION}</span></div></div></div><textarea id="input"></textarea></div></div>
<script>addEventListener('submit', () => { document.title = 'sent'; });</script>`;

let server: Server;
let browser: Browser | undefined;
let extension: string;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  if (!existsSync(FIREFOX) && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], {
      stdio: 'ignore',
    });
  }
  if (!existsSync(FIREFOX))
    console.log(`\n!!! SKIPPED: no Firefox at ${FIREFOX}; set DESKMATE_FIREFOX to one\n`);
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(PAGE);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
});
test.afterAll(async () => {
  server.close();
  if (extension) await rm(extension, { recursive: true, force: true });
});
test.afterEach(() => browser?.close());

/** The built extension; the question for the site's permission, which no automation can answer, is answered in it. */
async function grantLoopback(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskmate-firefox-'));
  await cp(BUILT, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { permissions: string[] };
  manifest.permissions.push('http://127.0.0.1/*');
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

test('Firefox reads the customer, finds the script and inserts it, and sends nothing', async () => {
  test.skip(!existsSync(FIREFOX), 'no Firefox on this machine');
  extension = await grantLoopback();
  browser = await launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
  await browser.installExtension(extension);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.focus('#input');
  const readDraft = () => page.$eval('#input', (field) => (field as HTMLTextAreaElement).value);
  // The sidebar needs a moment after installation; a key pressed before it has cards does nothing.
  await expect
    .poll(
      async () => {
        if (await readDraft()) return true;
        await page.keyboard.down('Alt');
        await page.keyboard.press('Digit1');
        await page.keyboard.up('Alt');
        await page.evaluate(() => new Promise((later) => setTimeout(later, 500)));
        return (await readDraft()) !== '';
      },
      { timeout: 40_000, intervals: [500] },
    )
    .toBe(true);
  const draft = await readDraft();
  expect(draft).toContain('退款');
  expect(draft).not.toMatch(/[{}]/);
  expect(await page.title()).not.toBe('sent');
});
