/** The XMPP server behind Converse.js. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireProgram, runProgram } from './binaries.ts';
import type { ConsoleRun } from './console-run.ts';
import { accepts, freePorts } from './ports.ts';
import { asUser, giveTo } from './server-user.ts';

const START_MS = 15_000;
/** The account that Debian's package makes for the server, which refuses to run as root. */
const SERVER_USER = 'prosody';

/** The group of the agent's contact list that holds the customers. */
export const CONTACT_GROUP = 'Support';

/** One account of the chat server. */
interface Account {
  name: string;
  password: string;
}

/** Starts Prosody with these accounts, all in each other's contact lists; resolves with its port. */
export async function startProsody(run: ConsoleRun, accounts: readonly Account[]): Promise<number> {
  const server = await requireProgram('prosody');
  const control = await requireProgram('prosodyctl');
  const [port = 0] = await freePorts(1);
  const config = join(run.dir, 'prosody.cfg.lua');
  await writeFile(config, configFile(run.dir, port));
  await writeFile(join(run.dir, 'groups.txt'), groupsFile(accounts));
  const data = join(run.dir, 'data');
  await mkdir(data);
  await giveTo(SERVER_USER, data);
  for (const { name, password } of accounts) {
    const words = [control, '--config', config, 'register', name, 'localhost', password];
    const [program = '', ...args] = asUser(SERVER_USER, words);
    await runProgram(program, args, { cwd: run.dir, timeout: START_MS });
  }
  run.startServer('prosody', asUser(SERVER_USER, [server, '--config', config, '-F']));
  await run.waitUntil('Prosody', () => accepts(port), START_MS);
  return port;
}

/** A shared contact list: a customer's message then opens a chat with a known contact. */
function groupsFile(accounts: readonly Account[]): string {
  const members = accounts.map(({ name }) => `${name}@localhost=${name}\n`);
  return `[${CONTACT_GROUP}]\n${members.join('')}`;
}

/** Only the web socket listens; the browser and the customers both use it. */
function configFile(dir: string, port: number): string {
  return `
data_path = "${dir}/data"
pidfile = "${dir}/data/prosody.pid"
log = { info = "*stdout" }
interfaces = { "127.0.0.1" }
http_interfaces = { "127.0.0.1" }
http_ports = { ${port} }
https_ports = { }
c2s_ports = { }
c2s_direct_tls_ports = { }
s2s_ports = { }
s2s_direct_tls_ports = { }
-- No "smacks": at times it finds that the customers' client acknowledged too much, and hangs up.
modules_enabled = {
  "disco", "roster", "groups", "saslauth", "blocklist", "carbons", "pep", "private",
  "vcard4", "vcard_legacy", "ping", "time", "mam", "csi_simple", "websocket", "offline",
}
modules_disabled = { "s2s", "tls" }
-- Hashing in the browser and the customers would cost seconds and protect nothing here.
disable_sasl_mechanisms = { "DIGEST-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256" }
groups_file = "${dir}/groups.txt"
authentication = "internal_plain"
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
http_cors_override = { websocket = { enabled = true } }
cross_domain_websocket = true
VirtualHost "localhost"
  http_host = "127.0.0.1"
`;
}
