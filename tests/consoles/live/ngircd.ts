/** The IRC server behind The Lounge. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRoot, requireProgram } from './binaries.ts';
import type { ConsoleRun } from './console-run.ts';
import { accepts, freePorts } from './ports.ts';

const START_MS = 15_000;

/** Starts ngIRCd; resolves with its port. */
export async function startNgircd(run: ConsoleRun): Promise<number> {
  const server = await requireProgram('ngircd');
  const [port = 0] = await freePorts(1);
  const config = join(run.dir, 'ngircd.conf');
  await writeFile(config, configFile(port));
  run.startServer('ngircd', [server, '-n', '-f', config]);
  await run.waitUntil('ngIRCd', () => accepts(port), START_MS);
  return port;
}

function configFile(port: number): string {
  // Started by root it gives up root for this user, which every Debian has.
  const user = isRoot() ? 'ServerUID = irc\nServerGID = irc\n' : '';
  // No penalties and no connection limit: a test talks faster than people do, from one address.
  return `
[Global]
Name = irc.localhost
Info = Deskmate test server
Listen = 127.0.0.1
Ports = ${port}
MotdPhrase = Welcome to the support desk
${user}
[Limits]
MaxConnectionsIP = 0
MaxPenaltyTime = 0
MaxNickLength = 30
PingTimeout = 600
[Options]
DNS = no
Ident = no
PAM = no
`;
}
