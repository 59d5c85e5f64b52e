/** The Lounge, a web chat client, with an ngIRCd server: one of the two live consoles. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWithRetries } from './console-run.ts';
import type { ConsoleRun } from './console-run.ts';
import { startCustomer } from './customer-process.ts';
import { IrcConnection } from './irc-connection.ts';
import type { LiveConsole } from './live-console.ts';
import { startNgircd } from './ngircd.ts';
import { accepts, freePorts } from './ports.ts';

const PROGRAM = fileURLToPath(new URL('./the-lounge/node_modules/thelounge/index.js', import.meta.url));
const PRELOAD = new URL('./no-outside-requests.ts', import.meta.url).href;
const AGENT = {
  name: 'agent',
  password: 'agentpass',
  /** bcrypt of the password: The Lounge reads nothing else. */
  hash: '$2a$08$lokDxVYAfuuN1awOU..PP.7Sd57j.TmfuT54XmN4phofYjxeatORC',
};
const SUPPORT_CHANNEL = '#support';
const START_MS = 30_000;
const PAGE_MS = 30_000;

/** Starts The Lounge and its chat server; `installConsole('the-lounge')` must have said ok. */
export function startTheLounge(): Promise<LiveConsole> {
  return startWithRetries('the-lounge', start);
}

async function start(run: ConsoleRun): Promise<LiveConsole> {
  const ircPort = await startNgircd(run);
  const [port = 0] = await freePorts(1);
  const home = join(run.dir, 'home');
  await mkdir(join(home, 'users'), { recursive: true });
  await writeFile(join(home, 'config.js'), configFile(port, ircPort));
  await writeFile(join(home, 'users', `${AGENT.name}.json`), userFile(ircPort));
  run.startServer('the-lounge', [process.execPath, '--import', PRELOAD, PROGRAM, 'start'], {
    THELOUNGE_HOME: home,
  });
  await run.waitUntil('The Lounge', () => accepts(port), START_MS);
  await waitForAgent(run, ircPort);

  const url = `http://127.0.0.1:${port}/`;
  return {
    name: 'the-lounge',
    url,
    composer: '#input',
    async logIn(page) {
      await page.goto(url);
      await page.waitForSelector('#signin-username', { timeout: PAGE_MS });
      await page.fill('#signin-username', AGENT.name);
      await page.fill('#signin-password', AGENT.password);
      await page.click('#sign-in button[type="submit"]');
      await page.waitForSelector(entry(SUPPORT_CHANNEL), { timeout: PAGE_MS });
    },
    async openConversation(page, customerName) {
      await page.waitForSelector(entry(customerName), { timeout: PAGE_MS });
      await page.click(entry(customerName));
      const shown = `#chat-container[data-current-channel=${quoted(customerName)}] #input`;
      await page.waitForSelector(shown, { timeout: PAGE_MS });
    },
    openComposer: () => Promise.resolve(),
    send: (page) => page.keyboard.press('Enter'),
    customer: (name) => startCustomer(run, 'irc-customer.ts', [String(ircPort), name, AGENT.name]),
    stop: () => run.stop(),
  };
}

/** A conversation in the side bar; the support channel can be "opened" like a customer. */
function entry(name: string): string {
  return `#sidebar .channel-list-item[data-name=${quoted(name)}]`;
}

/** A CSS string: nicks may contain backslashes. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** A customer's words would be lost until The Lounge has brought the agent online. */
async function waitForAgent(run: ConsoleRun, ircPort: number): Promise<void> {
  const probe = await IrcConnection.open(ircPort, 'probe');
  await run.waitUntil(
    'the agent being online',
    async () => {
      let joined = false;
      // 353 brings the names, with marks for the channel's operators, and 366 ends the list.
      const answered = probe.waitFor(({ command, params }) => {
        const names = command === '353' ? (params.at(-1) ?? '').split(' ') : [];
        joined ||= names.some((name) => name.replace(/^[@+]/, '') === AGENT.name);
        return command === '366';
      });
      probe.send(`NAMES ${SUPPORT_CHANNEL}`);
      await answered;
      return joined;
    },
    START_MS,
  );
  await probe.close();
}

function userFile(ircPort: number): string {
  return JSON.stringify({
    password: AGENT.hash,
    log: false,
    sessions: {},
    networks: [
      {
        uuid: '11111111-1111-4111-8111-111111111111',
        nick: AGENT.name,
        name: 'Local',
        host: '127.0.0.1',
        port: ircPort,
        tls: false,
        rejectUnauthorized: false,
        username: AGENT.name,
        realname: 'Agent',
        channels: [{ name: SUPPORT_CHANNEL }],
      },
    ],
  });
}

function configFile(port: number, ircPort: number): string {
  const config = {
    public: false,
    host: '127.0.0.1',
    port,
    reverseProxy: false,
    maxHistory: 1000,
    https: { enable: false },
    theme: 'default',
    prefetch: false,
    disableMediaPreview: true,
    fileUpload: { enable: false },
    transports: ['polling', 'websocket'],
    leaveMessage: 'bye',
    defaults: {
      name: 'Local',
      host: '127.0.0.1',
      port: ircPort,
      password: '',
      tls: false,
      rejectUnauthorized: false,
      nick: AGENT.name,
      username: AGENT.name,
      realname: 'Agent',
      join: SUPPORT_CHANNEL,
      leaveMessage: '',
    },
    lockNetwork: true,
    messageStorage: [],
    useHexIp: false,
    webirc: null,
    identd: { enable: false, port: 113 },
    oidentd: null,
    ldap: { enable: false },
    debug: { ircFramework: false, raw: false },
    storagePolicy: { enabled: false, maxAgeDays: 7, deletionPolicy: 'statusOnly' },
  };
  return `module.exports = ${JSON.stringify(config)};\n`;
}
