/**
 * Proves that the live consoles work: `node tests/consoles/live/check.ts [NAME…]`.
 *
 * For each console two customers write, the agent reads and answers them in a real browser, and in
 * the end no process and no connection may be left.
 */
import type { Browser, Page } from '@playwright/test';
import { findProgram } from './binaries.ts';
import { startConverse } from './converse.ts';
import { installConsole } from './install.ts';
import type { ConsoleName, LiveConsole } from './live-console.ts';
import { accepts } from './ports.ts';
import { leftoverProcesses } from './process-groups.ts';
import { startRoundcube } from './roundcube.ts';
import { startRt } from './rt.ts';
import { startTheLounge } from './the-lounge.ts';

interface Talk {
  customer: string;
  question: string;
  answer: string;
}

const WAIT_MS = 10_000;
const ALL_NAMES: readonly ConsoleName[] = ['converse', 'the-lounge', 'rt', 'roundcube'];
const STARTERS: Readonly<Record<ConsoleName, () => Promise<LiveConsole>>> = {
  converse: startConverse,
  'the-lounge': startTheLounge,
  rt: startRt,
  roundcube: startRoundcube,
};
const CUSTOMERS: Readonly<Record<ConsoleName, readonly [string, string]>> = {
  converse: ['customer', 'customer2'],
  'the-lounge': ['mei', 'tom_w'],
  rt: ['王女士', 'Tom Weber'],
  roundcube: ['王女士', 'Tom Weber'],
};

/** Long enough, and with characters of all byte lengths, to be cut by chunk borders somewhere. */
const LONG_QUESTION = `订单还没到 📦👩🏽‍💻 ${'物流é🚚'.repeat(30)}`;

async function check(name: ConsoleName, browser: Browser): Promise<void> {
  const started = Date.now();
  const live = await STARTERS[name]();
  const ready = Date.now();
  try {
    const [first, second] = CUSTOMERS[name];
    await talk(live, browser, [
      { customer: first, question: LONG_QUESTION, answer: '您好！已为您查询 🚚 <b>&amp;</b>' },
      { customer: second, question: '怎么退货? 🙏', answer: 'Of course — 请稍等 😊' },
    ]);
  } finally {
    await live.stop();
  }
  const left = await leftoverProcesses();
  if (left.length > 0 || (await accepts(Number(new URL(live.url).port)))) {
    throw new Error(`${name}: still running after stop: ${left.join(', ') || live.url}`);
  }
  console.log(`${name}: ok, started in ${ready - started} ms, all in ${Date.now() - started} ms`);
}

async function talk(live: LiveConsole, browser: Browser, talks: readonly Talk[]): Promise<void> {
  const customers = await Promise.all(talks.map(({ customer }) => live.customer(customer)));
  // The first one speaks before the agent is there, the second one after.
  await customers[0]?.say(talks[0]?.question ?? '');
  const page = await browser.newPage();
  await live.logIn(page);
  await customers[1]?.say(talks[1]?.question ?? '');
  for (const [index, { customer, question, answer }] of talks.entries()) {
    await live.openConversation(page, customer);
    await page.getByText(question, { exact: true }).first().waitFor({ timeout: WAIT_MS });
    await live.openComposer(page);
    await write(live, page, answer);
    await live.send(page);
    await customers[index]?.waitForText(answer, WAIT_MS);
  }
  for (const [index, { customer, answer }] of talks.entries()) {
    const received = JSON.stringify(customers[index]?.received());
    if (received !== JSON.stringify([answer])) {
      throw new Error(`${live.name}: ${customer} should have received ${answer}, got ${received}`);
    }
  }
  await page.close();
}

/** Like a person: at the top of the composer, above a quoted mail. */
async function write(live: LiveConsole, page: Page, text: string): Promise<void> {
  const place = live.composerFrame === undefined ? page : page.frameLocator(live.composerFrame);
  await place.locator(live.composer).click({ position: { x: 20, y: 12 } });
  await page.keyboard.insertText(text);
}

async function openBrowser(): Promise<Browser> {
  // Only now, so that a missing package is an error of the check and not of loading this file.
  const { chromium } = await import('@playwright/test');
  const executablePath = await findProgram('chromium');
  return chromium.launch(executablePath === undefined ? {} : { executablePath });
}

const wanted = process.argv.slice(2);
const names = ALL_NAMES.filter((name) => wanted.length === 0 || wanted.includes(name));
const browser = await openBrowser();
try {
  for (const name of names) {
    const installed = await installConsole(name);
    if (installed.ok) {
      await check(name, browser);
    } else {
      console.log(`SKIPPED ${installed.reason}`);
      process.exitCode = 2;
    }
  }
} finally {
  await browser.close();
}
