/** The optional build that runs a team's own embedding model, with the tiny model of the unit tests. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** WXT names a build after its mode, so the usual one stays what it is. */
const MODE = 'embeddings';
const BUILD = join(ROOT, `.output/chrome-mv3-${MODE}`);
const MODEL = join(ROOT, 'tests/unit/embeddings/tiny-model');

test('a model that was picked is ready, reads all articles, and search goes on, with no request to anybody', async ({
  openBrowser,
}) => {
  await promisify(execFile)('npx', ['wxt', 'build', '--mode', MODE], {
    cwd: ROOT,
    env: { ...process.env, DESKMATE_EMBEDDINGS: '1' },
  });
  const browser = await openBrowser({ extension: BUILD });
  const requests: string[] = [];
  browser.context.on('request', (request) => requests.push(request.url()));
  const practice = await browser.openPractice();
  await practice.evaluate(`chrome.storage.local.set({ language: 'en' })`);
  const panel = await browser.openPage('sidepanel.html');

  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByLabel('Pick model folder').first().setInputFiles(MODEL);
  await expect(panel.getByText('Ready.', { exact: true })).toBeVisible({ timeout: 60_000 });

  await panel.locator('nav button').first().click();
  await panel.keyboard.press('Control+k');
  await panel.keyboard.type('refund');
  await expect(panel.locator('.card').nth(3)).toBeVisible();
  expect(requests.filter((url) => !url.startsWith(`chrome-extension://${browser.extensionId}/`))).toEqual([]);

  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByRole('button', { name: 'Remove' })).toBeHidden();
});
