/** Converse.js, a web chat client, with a Prosody server: one of the two live consoles. */
import { fileURLToPath } from 'node:url';
import { startWithRetries } from './console-run.ts';
import type { ConsoleRun } from './console-run.ts';
import { startCustomer } from './customer-process.ts';
import type { LiveConsole } from './live-console.ts';
import { CONTACT_GROUP, startProsody } from './prosody.ts';
import { servePage } from './static-server.ts';

const DIST = fileURLToPath(new URL('./converse/node_modules/converse.js/dist', import.meta.url));
const AGENT = { name: 'agent', password: 'agentpass' };
const CUSTOMERS = [
  { name: 'customer', password: 'custpass' },
  { name: 'customer2', password: 'custpass2' },
];
const COMPOSER = 'textarea.chat-textarea';
const PAGE_MS = 30_000;

/** Starts Converse.js and its chat server; `installConsole('converse')` must have said ok. */
export function startConverse(): Promise<LiveConsole> {
  return startWithRetries('converse', start);
}

async function start(run: ConsoleRun): Promise<LiveConsole> {
  const port = await startProsody(run, [AGENT, ...CUSTOMERS]);
  const url = await servePage(run, agentPage(port), DIST);
  return {
    name: 'converse',
    url,
    composer: COMPOSER,
    async logIn(page) {
      // The page logs in by itself: see `auto_login` below.
      await page.goto(url);
      await page.waitForSelector(contact('customer'), { timeout: PAGE_MS });
    },
    async openConversation(page, customerName) {
      await page.click(contact(customerName));
      const chat = `converse-chat[jid="${customerName}@localhost"]`;
      await page.waitForSelector(`${chat} ${COMPOSER}`, { timeout: PAGE_MS });
      await page.waitForSelector(`${chat} .chat-msg`, { timeout: PAGE_MS });
    },
    openComposer: () => Promise.resolve(),
    send: (page) => page.keyboard.press('Enter'),
    async customer(name) {
      const account = CUSTOMERS.find((entry) => entry.name === name);
      if (account === undefined) {
        throw new Error(`no account for a customer named ${name}`);
      }
      return startCustomer(run, 'xmpp-customer.ts', [
        String(port),
        name,
        account.password,
        `${AGENT.name}@localhost`,
      ]);
    },
    stop: () => run.stop(),
  };
}

/** A contact in the side bar; one with unread messages is listed a second time in another group. */
function contact(name: string): string {
  return `.roster-group[data-group="${CONTACT_GROUP}"] .open-chat[data-jid="${name}@localhost"]`;
}

function agentPage(port: number): string {
  const settings = {
    assets_path: '/dist/',
    websocket_url: `ws://127.0.0.1:${port}/xmpp-websocket`,
    view_mode: 'fullscreen',
    authentication: 'login',
    auto_login: true,
    auto_reconnect: true,
    jid: `${AGENT.name}@localhost`,
    password: AGENT.password,
    allow_non_roster_messaging: true,
    discover_connection_methods: false,
    play_sounds: false,
    show_desktop_notifications: false,
    clear_cache_on_logout: true,
    loglevel: 'warn',
    i18n: 'en',
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Converse</title>
    <link rel="icon" href="data:," />
    <!-- Its "about" box would load pictures of sponsors from the outside. -->
    <meta http-equiv="Content-Security-Policy" content="img-src 'self' data: blob:" />
    <link rel="stylesheet" href="/dist/converse.min.css" />
  </head>
  <body class="converse-fullscreen">
    <converse-root></converse-root>
    <script type="module">
      import converse from '/dist/converse.min.js';
      converse.initialize(${JSON.stringify(settings)});
    </script>
  </body>
</html>
`;
}
