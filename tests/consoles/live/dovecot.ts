/** The IMAP server behind Roundcube, and the mailbox it shows. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireProgram } from './binaries.ts';
import type { ConsoleRun } from './console-run.ts';
import { accepts, freePorts } from './ports.ts';
import { giveTo } from './server-user.ts';

const START_MS = 15_000;

/** A running IMAP server with one mailbox. */
export interface MailStore {
  readonly port: number;
  /** Puts a mail, one character per byte, into the inbox. */
  deliver(raw: string): Promise<void>;
}

/** Starts Dovecot; any user name reaches the one mailbox with this password. */
export async function startDovecot(run: ConsoleRun, user: string, password: string): Promise<MailStore> {
  const server = await requireProgram('dovecot');
  const [port = 0] = await freePorts(1);
  const mail = join(run.dir, 'mail');
  for (const folder of ['new', 'cur', 'tmp']) {
    await mkdir(join(mail, folder), { recursive: true });
  }
  await giveTo(user, mail);
  const config = join(run.dir, 'dovecot.conf');
  await writeFile(config, configFile({ dir: run.dir, port, user, password }));
  run.startServer('dovecot', [server, '-c', config, '-F']);
  await run.waitUntil('Dovecot', () => accepts(port), START_MS);
  let count = 0;
  return {
    port,
    async deliver(raw) {
      count += 1;
      const name = `${Math.floor(Date.now() / 1000)}.M${String(count).padStart(6, '0')}.localhost`;
      await writeFile(join(mail, 'tmp', name), raw, { encoding: 'latin1' });
      await giveTo(user, join(mail, 'tmp', name));
      await rename(join(mail, 'tmp', name), join(mail, 'new', name));
    },
  };
}

interface Settings {
  dir: string;
  port: number;
  user: string;
  password: string;
}

/** For Dovecot 2.3: only IMAP listens, without encryption. */
function configFile({ dir, port, user, password }: Settings): string {
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${dir}/dovecot
log_path = /dev/stderr
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${dir}/mail
mail_uid = ${user}
mail_gid = ${user}
first_valid_uid = 1
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${user} gid=${user} home=${dir}/mail
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
`;
}
