/** Request Tracker, a ticket system: the customer writes mails, the agent works on tickets. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startWithRetries } from './console-run.ts';
import type { ConsoleRun } from './console-run.ts';
import { startCustomer } from './customer-process.ts';
import type { LiveConsole } from './live-console.ts';
import { addressOf, AGENT_ADDRESS } from './mail-address.ts';
import { startRtServer } from './rt-server.ts';

const AGENT = { name: 'Alice Agent', login: 'root', password: 'agentpass' };
const COMPOSER_FRAME = '.messagebox-container iframe.cke_wysiwyg_frame, #op iframe.cke_wysiwyg_frame';
const PAGE_MS = 60_000;

/** Starts Request Tracker; `installConsole('rt')` must have said ok. */
export function startRt(): Promise<LiveConsole> {
  return startWithRetries('rt', start);
}

async function start(run: ConsoleRun): Promise<LiveConsole> {
  const postBox = join(run.dir, 'post-box');
  await mkdir(postBox);
  const url = await startRtServer(run, { address: AGENT_ADDRESS, postBox, agent: AGENT });
  const gateway = `${url}REST/1.0/NoAuth/mail-gateway`;
  return {
    name: 'rt',
    url,
    composer: 'body.cke_editable',
    composerFrame: COMPOSER_FRAME,
    async logIn(page) {
      await page.goto(url);
      await page.fill('#user', AGENT.login);
      await page.fill('#login input[name=pass]', AGENT.password);
      await page.click('#login input[type=submit]');
      await page.waitForSelector('#logo', { timeout: PAGE_MS });
    },
    async openConversation(page, customerName) {
      const query = `Requestor.EmailAddress = '${addressOf(customerName)}'`;
      await page.goto(`${url}Search/Results.html?Query=${encodeURIComponent(query)}`);
      const ticket = '.ticket-list a[href*="/Ticket/Display.html?id="] >> nth=0';
      await page.waitForSelector(ticket, { timeout: PAGE_MS });
      await page.click(ticket);
      await page.waitForSelector('.transaction', { timeout: PAGE_MS });
    },
    async openComposer(page) {
      await page.click('#page-actions');
      await page.click('#page-actions-reply');
      await page.waitForSelector(COMPOSER_FRAME, { timeout: PAGE_MS });
      await page.frameLocator(COMPOSER_FRAME).locator('body.cke_editable').waitFor();
    },
    async send(page) {
      await page.click('input[name=SubmitTicket]');
      await page.waitForSelector('.transaction', { timeout: PAGE_MS });
    },
    customer: (name) => startCustomer(run, 'mail-customer.ts', [name, AGENT_ADDRESS, postBox, gateway]),
    stop: () => run.stop(),
  };
}
