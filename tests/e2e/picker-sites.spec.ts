/** The list at the caret on other sites: one that wants to have it, and editors in frames and shadow roots. */
import type { Page } from '@playwright/test';
import type { DeskmateBrowser } from '../support/browser/deskmate-browser.ts';
import { grantLoopback } from '../support/browser/granted-extension.ts';
import {
  countToFillable,
  insertFirst,
  readSelected,
  waitForNoPicker,
  waitForPicker,
} from '../support/browser/picker-actions.ts';
import { listSearchWorkers } from '../support/browser/search-worker.ts';
import { waitUntil } from '../support/browser/wait-until.ts';
import type { ServedPage } from '../support/lounge-page.ts';
import { addEditorConsole, servePickerPages } from '../support/picker-page.ts';
import { expect, test } from './fixtures.ts';

const FIELD = '#input';

let served: ServedPage;
let extension: string;

test.beforeAll(async () => {
  extension = await grantLoopback('picker');
  served = await servePickerPages();
});
test.afterAll(() => served.close());

/** As long as it takes to know that nothing came. */
const settle = (page: Page) => page.waitForTimeout(1_200);

/** A page of another site, whose console is known by now. */
async function openSite(browser: DeskmateBrowser, path: string): Promise<Page> {
  const own = await browser.openPractice();
  await addEditorConsole(own);
  const page = await browser.context.newPage();
  await page.goto(served.url + path);
  const known = `chrome.storage.session.get().then((all) => Object.values(all).some((each) => each?.origin === '${served.url}'))`;
  await waitUntil(own, known);
  await page.bringToFront();
  return page;
}

test('a page with the strictest policy sees no key, no frame and no script, and can press nothing', async ({
  openBrowser,
}) => {
  const browser = await openBrowser({ extension });
  const panel = await browser.openPage('sidepanel.html');
  await waitUntil(panel, `document.querySelector('#root').childElementCount > 0`);
  const page = await openSite(browser, '/field');
  await page.click(FIELD);
  await page.keyboard.type('//退款');
  const picker = await waitForPicker(page);
  const steps = await countToFillable(picker);
  // Browsers keep frames of other sites apart from what is stored; the picker's is not one of them.
  expect(await listSearchWorkers(browser), 'one index for the panel and the picker').toHaveLength(1);

  // Everything a script of the page can make up.
  const before = await readSelected(picker);
  await page.evaluate(`for (const key of ['ArrowDown', 'Enter', 'Tab'])
    for (const target of [window, document, document.activeElement])
      target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }))`);
  await page.waitForTimeout(300);
  expect(await readSelected(picker)).toBe(before);
  expect(
    await page.evaluate(`({
    frames: window.length, found: document.querySelectorAll('iframe').length,
    named: Object.keys(window).filter((name) => /deskmate/i.test(name)),
    shadow: [...document.documentElement.children].map((each) => each.shadowRoot).filter(Boolean).length,
    loaded: performance.getEntries().filter(({ name }) => name.includes('extension')).length })`),
  ).toEqual({
    frames: 0,
    found: 0,
    named: [],
    shadow: 0,
    loaded: 0,
  });
  await page.evaluate('heard.length = 0; sent.length = 0');
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await waitForNoPicker(page);
  expect(await page.evaluate('heard')).toEqual([]);
  expect(await page.evaluate('sent')).toEqual([]);
  expect(await page.inputValue(FIELD)).not.toContain('//');
  expect((await page.inputValue(FIELD)).length).toBeGreaterThan(8);
});

test('a customer who writes on meanwhile is seen first; the next Enter inserts', async ({ openBrowser }) => {
  const page = await openSite(await openBrowser({ extension }), '/field');
  await page.click(FIELD);
  await page.keyboard.type('//退款');
  const picker = await waitForPicker(page);
  const steps = await countToFillable(picker);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await page.evaluate(`(() => {
    const row = document.querySelector('.msg').cloneNode(true);
    row.id = 'msg-2';
    document.querySelector('.messages').append(row);
  })()`);
  await settle(page);
  await page.keyboard.press('Enter');
  await picker.waitForSelector('[data-notice="refused"]');
  expect(await page.inputValue(FIELD)).toBe('//退款');
  await page.keyboard.press('Enter');
  await waitForNoPicker(page);
  expect(await page.inputValue(FIELD)).not.toContain('//');
  expect(await page.evaluate('sent')).toEqual([]);
});

test('our page in a frame of somebody else’s making stays blank', async ({ openBrowser }) => {
  const browser = await openBrowser({ extension });
  const page = await openSite(browser, '/frame');
  const own = browser.context.pages().find((each) => each.url().includes('practice.html'));
  const address = await own?.evaluate<string>(`chrome.runtime.getURL('picker.html')`);
  for (const url of [address ?? '', `chrome-extension://${browser.extensionId}/picker.html`]) {
    await page.evaluate(
      ([src]) =>
        new Promise((loaded) => {
          const frame = document.createElement('iframe');
          frame.name = 'f'.repeat(32);
          frame.src = src ?? '';
          frame.addEventListener('load', () => {
            frame.contentWindow?.postMessage('picker', '*', [new MessageChannel().port2]);
            loaded(null);
          });
          document.body.append(frame);
        }),
      [url],
    );
  }
  await settle(page);
  for (const frame of page.frames().filter((each) => each.url().includes('/picker.html'))) {
    expect(await frame.evaluate(`document.querySelector('#root').childElementCount`)).toBe(0);
  }
});

for (const [where, path] of [
  ['a frame of the page', '/frame'],
  ['an open shadow root', '/shadow'],
] as const) {
  test(`an editor in ${where}: the list stands at its caret, and the script goes in`, async ({
    openBrowser,
  }) => {
    const browser = await openBrowser({ extension });
    const page = await openSite(browser, path);
    const editor =
      path === '/frame' ? page.frameLocator('#editor').locator('#body') : page.locator('#editor #body');
    await editor.click();
    await page.keyboard.type('您好 //退款');
    const picker = await waitForPicker(page);
    const box = await (await picker.frameElement()).boundingBox();
    const field = await editor.boundingBox();
    expect(box && field && box.x - field.x).toBeGreaterThan(20);
    await insertFirst(page, picker);
    const text = await editor.innerText();
    expect(text).not.toContain('//');
    expect(text).toMatch(/^您好\s/);
    expect(text.length).toBeGreaterThan(12);
  });
}
