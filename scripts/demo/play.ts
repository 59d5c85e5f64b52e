/** The demo played by itself: a customer complains, the agent inserts, sends and wraps up, the browser restarts. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDeskmateBrowser, type DeskmateBrowser } from '../../tests/support/browser/deskmate-browser.ts';
import { readCard } from '../../tests/support/browser/panel-actions.ts';
import type { PageDriver } from '../../tests/support/browser/page-driver.ts';
import { waitUntil } from '../../tests/support/browser/wait-until.ts';
import { armPaintProbe, readPaintProbe } from '../../tests/support/browser/paint-probe.ts';
import { buildExtension } from '../setup/build-extension.ts';
import { ROOT } from '../setup/run.ts';
import { photographTogether } from './photograph.ts';
import type { Steps } from './steps.ts';

const OUTPUT = join(ROOT, 'demo-output');
const COMPOSER = '[data-practice-composer]';
const AGENT_ROWS = '[data-role="agent"] [data-message-text]';
const CUSTOMER_ROWS = '[data-role="customer"]';
/** Long enough for anything that sends by itself to have done so. */
const QUIET_MS = 1_000;

export interface PlayOptions {
  steps: Steps;
  language: string;
}

export async function playDemo({ steps, language }: PlayOptions): Promise<void> {
  await rm(OUTPUT, { recursive: true, force: true });
  await mkdir(OUTPUT, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'deskmate-demo-'));
  const open = () => openDeskmateBrowser({ profile });
  let browser: DeskmateBrowser | undefined;
  try {
    await steps.take('built', () => buildExtension());
    await steps.take('browser-started', async () => {
      browser = await open();
    });
    assert(browser);
    const stage = await openStage(browser, steps, language);
    await playContact(stage, steps);
    await steps.take('wrap-up-saved', () => wrapUp(stage.panel));
    await browser.close();
    await steps.take('survived-restart', async () => {
      browser = await open();
      await findContactAgain(browser);
    });
  } finally {
    await browser?.close().catch(() => undefined);
    await rm(profile, { recursive: true, force: true });
  }
}

interface Stage {
  console: Page;
  panel: PageDriver;
  language: string;
}

async function openStage(browser: DeskmateBrowser, steps: Steps, language: string): Promise<Stage> {
  let console: Page | undefined;
  let panel: PageDriver | undefined;
  await steps.take('console-open', async () => {
    console = await browser.openPractice();
    await console.evaluate(`chrome.storage.local.set({ language: ${JSON.stringify(language)} })`);
    await console.waitForSelector(COMPOSER);
  });
  await steps.take('panel-open', async () => {
    assert(console);
    panel = await browser.openPanel(console);
    await panel.waitFor(
      `!!document.querySelector('nav') && !!document.querySelector('input[type="search"]')`,
    );
    assert.equal(await panel.evaluate('innerWidth'), 360, 'the real side panel is 360 px wide');
  });
  assert(console && panel);
  return { console, panel, language };
}

async function playContact({ console, panel, language }: Stage, steps: Steps): Promise<void> {
  let reply = '';
  // The same customer from the beginning, so that the panel is there when the line appears.
  await panel.waitFor(`!!document.querySelector('.card')`);
  await steps.take('customer-wrote', async () => {
    await console.click(`[data-script="${customerFor(language)}"]`);
    await waitUntil(console, `!document.querySelector('${CUSTOMER_ROWS}')`);
    await panel.waitFor(`!document.querySelector('.card')`);
    await armPaintProbe(console, panel);
    await console.waitForSelector(CUSTOMER_ROWS);
  });
  await steps.take('suggestion-painted', async () => {
    const ms = await readPaintProbe(console, panel);
    await console.screenshot({ path: join(OUTPUT, 'console.png') });
    await panel.screenshot(join(OUTPUT, 'panel-suggestions.png'));
    return ms;
  });
  await steps.take('inserted', async () => {
    // As long as an eye needs; a key pressed sooner after new cards is refused on purpose.
    await console.waitForTimeout(600);
    await console.click(COMPOSER);
    await console.keyboard.press('Alt+1');
    await waitUntil(console, `document.querySelector('${COMPOSER}').value.length > 10`);
    reply = await console.inputValue(COMPOSER);
    const shown = await readCard(panel);
    assert.equal(reply, shown, 'what is in the composer is what the card shows');
    await photographTogether(console, panel, join(OUTPUT, `demo-${language}.png`));
  });
  await steps.take('nothing-sent-by-us', async () => {
    await console.waitForTimeout(QUIET_MS);
    assert.equal(
      await console.locator(AGENT_ROWS).count(),
      0,
      'nobody pressed Enter, so nothing may be sent',
    );
    assert.equal(await console.inputValue(COMPOSER), reply);
  });
  const customerLines = await console.locator(CUSTOMER_ROWS).count();
  await steps.take('agent-sent', async () => {
    await console.keyboard.press('Enter');
    await console.waitForSelector(AGENT_ROWS);
  });
  await steps.take('customer-received', async () => {
    assert.equal(await console.locator(AGENT_ROWS).first().textContent(), reply);
    // The customer answers what they received.
    await waitUntil(console, `document.querySelectorAll('${CUSTOMER_ROWS}').length > ${customerLines}`);
  });
}

/** The customer who complains about a SIM card; in English the one who speaks it. */
function customerFor(language: string): string {
  return language === 'en' ? 'late-reply' : 'sim-card';
}

/** By keyboard, as an agent would: end, outcome, five ratings, save. */
async function wrapUp(panel: PageDriver): Promise<void> {
  await panel.waitFor(`!document.querySelector('header button:disabled')`);
  await panel.press('Alt+W');
  await panel.waitFor(`!!document.querySelector('[data-field="outcome"]')`);
  await panel.evaluate(`document.querySelector('[data-field="outcome"] input').focus()`);
  for (const digit of ['1', '4', '5', '4', '5', '4']) await panel.press(digit);
  await panel.screenshot(join(OUTPUT, 'panel-wrap-up.png'));
  await panel.press('Ctrl+Enter');
  await panel.waitFor(`!!document.querySelector('[data-notice="saved"]')`);
}

async function findContactAgain(browser: DeskmateBrowser): Promise<void> {
  const console = await browser.openPractice();
  const panel = await browser.openPanel(console);
  await panel.waitFor(`document.querySelectorAll('nav button').length === 4`);
  await panel.evaluate(`document.querySelectorAll('nav button')[3].click()`);
  // The practice customer writes at once, so the newest contact may be a new one.
  const ended = await panel.waitFor<string>(
    `[...document.querySelectorAll('[data-contact]')].map(({ innerText }) => innerText).find((text) => /4[^]*5[^]*4[^]*5[^]*4/.test(text))`,
  );
  assert.ok(ended, 'the five ratings are still there');
  await panel.screenshot(join(OUTPUT, 'panel-after-restart.png'));
}
