/** Roundcube, a web mail client, with a Dovecot server: mails instead of chats. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startWithRetries } from './console-run.ts';
import type { ConsoleRun } from './console-run.ts';
import { startCustomer } from './customer-process.ts';
import { startDovecot } from './dovecot.ts';
import type { LiveConsole } from './live-console.ts';
import { addressOf, AGENT_ADDRESS } from './mail-address.ts';
import { putMail } from './post-box.ts';
import { startRoundcubeServer } from './roundcube-server.ts';
import { startSmtpServer } from './smtp-server.ts';

/** Debian's user for web servers. */
const SERVER_USER = 'www-data';
const AGENT = { address: AGENT_ADDRESS, name: 'Alice Agent', password: 'agentpass' };
const COMPOSER_FRAME = '#composebody_ifr';
const PAGE_MS = 30_000;

/** Starts Roundcube and its mail servers; `installConsole('roundcube')` must have said ok. */
export function startRoundcube(): Promise<LiveConsole> {
  return startWithRetries('roundcube', start);
}

async function start(run: ConsoleRun): Promise<LiveConsole> {
  const postBox = join(run.dir, 'post-box');
  await mkdir(postBox);
  const mailbox = await startDovecot(run, SERVER_USER, AGENT.password);
  const smtpPort = await startSmtpServer(run, async (recipients, raw) => {
    const others = recipients.filter((address) => address !== AGENT.address);
    await (others.length < recipients.length ? mailbox.deliver(raw) : undefined);
    await (others.length > 0 ? putMail(postBox, others, raw) : undefined);
  });
  const servers = { user: SERVER_USER, imapPort: mailbox.port, smtpPort };
  const url = await startRoundcubeServer(run, { ...servers, agent: AGENT });
  return {
    name: 'roundcube',
    url,
    composer: 'body#tinymce',
    composerFrame: COMPOSER_FRAME,
    async logIn(page) {
      await page.goto(url);
      await page.fill('#rcmloginuser', AGENT.address);
      await page.fill('#rcmloginpwd', AGENT.password);
      await page.click('#rcmloginsubmit');
      await page.waitForSelector('#messagelist', { timeout: PAGE_MS });
    },
    async openConversation(page, customerName) {
      await page.goto(`${url}?_task=mail&_mbox=INBOX`);
      // Newest first: the customer's last mail. What a click on the subject opens is the preview
      // beside the list; the link leads to the same mail on a page of its own.
      const sender = `.rcmContactAddress[title="${addressOf(customerName)}"]`;
      const link = `#messagelist tr:has(${sender}) .subject a >> nth=0`;
      await page.waitForSelector(link, { timeout: PAGE_MS });
      const target = await page.getAttribute(link, 'href');
      await page.goto(new URL(target ?? '', url).href);
      await page.waitForSelector('#messagebody', { timeout: PAGE_MS });
    },
    async openComposer(page) {
      await page.click('#toolbar-menu a.reply');
      await page.waitForSelector(COMPOSER_FRAME, { timeout: PAGE_MS });
      await page.frameLocator(COMPOSER_FRAME).locator('body#tinymce').waitFor();
    },
    async send(page) {
      await page.click('.formbuttons button.send');
      await page.waitForSelector('#messagelist, #messagebody', { timeout: PAGE_MS });
    },
    customer: (name) =>
      startCustomer(run, 'mail-customer.ts', [name, AGENT.address, postBox, String(smtpPort)]),
    stop: () => run.stop(),
  };
}
