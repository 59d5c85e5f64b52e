/** What the tests on real consoles share: getting one, and a customer, an agent and the panel in front of it. */
import type { Page } from '@playwright/test';
import { installConsole } from '../consoles/live/install.ts';
import type { ConsoleName, CustomerProcess, LiveConsole } from '../consoles/live/live-console.ts';
import type { BrowserOptions, DeskmateBrowser } from '../support/browser/deskmate-browser.ts';
import { grantLoopback } from '../support/browser/granted-extension.ts';
import type { PageDriver } from '../support/browser/page-driver.ts';
import { choose } from '../support/browser/panel-actions.ts';
import { test } from './fixtures.ts';

export const QUESTION = '广告写的29元200G，激活完根本不是这个套餐，你们骗人吧';
export const NEXT_QUESTION = '我三天前退的货，钱怎么还没退给我？';

/** Filled in before the first test. */
export interface LiveSetting {
  live: LiveConsole;
  extension: string;
}

/** One console for the tests of a `describe`; where it cannot be installed they are skipped, with a loud line. */
export function useLiveConsole(name: ConsoleName, start: () => Promise<LiveConsole>): LiveSetting {
  const setting: Partial<LiveSetting> = {};
  let installed: Awaited<ReturnType<typeof installConsole>>;

  test.beforeAll(async () => {
    test.setTimeout(600_000);
    installed = await installConsole(name);
    if (!installed.ok) {
      console.log(`\n!!! SKIPPED: no end-to-end tests on ${name}: ${installed.reason}\n`);
      return;
    }
    setting.extension = await grantLoopback();
    setting.live = await start();
  });
  test.beforeEach(() => test.skip(!installed.ok, installed.ok ? '' : installed.reason));
  test.afterAll(() => setting.live?.stop());
  return setting as LiveSetting;
}

export interface LiveStage {
  browser: DeskmateBrowser;
  panel: PageDriver;
  /** The console's own. */
  page: Page;
  customer: CustomerProcess;
}

export interface LiveScene {
  customerName: string;
  question?: string;
  options?: BrowserOptions;
}

/** A customer has written, the agent has opened that conversation, and the panel is open beside it. */
export async function openLive(
  openBrowser: (options?: BrowserOptions) => Promise<DeskmateBrowser>,
  { live, extension }: LiveSetting,
  { customerName, question = QUESTION, options }: LiveScene,
): Promise<LiveStage> {
  const browser = await openBrowser({ extension, ...options });
  const practice = await browser.openPractice();
  const page = await browser.context.newPage();
  const customer = await live.customer(customerName);
  await customer.say(question);
  await live.logIn(page);
  await live.openConversation(page, customerName);
  const panel = await browser.openPanel(practice);
  await choose(panel, { language: 'zh-CN' });
  await page.bringToFront();
  return { browser, panel, page, customer };
}
