/** Roundcube's own part: its settings, its database and PHP's web server. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireProgram, runProgram } from './binaries.ts';
import type { ConsoleRun } from './console-run.ts';
import { accepts, freePorts } from './ports.ts';
import { asUser, giveTo } from './server-user.ts';

const START_MS = 30_000;
const PUBLIC = '/var/lib/roundcube/public_html';
const SCHEMA = '/usr/share/roundcube/SQL/sqlite.initial.sql';
/** Settings that Debian's package brings and Roundcube reads beside its own. */
const DEFAULTS = ['defaults.inc.php', 'mimetypes.php'];

/** Files of Debian's packages that a run reads. */
export const ROUNDCUBE_FILES: readonly string[] = [SCHEMA, `${PUBLIC}/index.php`];

/** What Roundcube needs to know. */
export interface RoundcubeSettings {
  /** The system's user that runs it. */
  user: string;
  imapPort: number;
  smtpPort: number;
  agent: { address: string; name: string };
}

/** Starts Roundcube; resolves with its URL. */
export async function startRoundcubeServer(run: ConsoleRun, settings: RoundcubeSettings): Promise<string> {
  const php = await requireProgram('php');
  const [port = 0] = await freePorts(1);
  const path = (name: string): string => join(run.dir, name);
  for (const folder of ['config', 'logs', 'temp', 'database']) {
    await mkdir(path(folder));
  }
  for (const name of DEFAULTS) {
    await copyFile(`/etc/roundcube/${name}`, join(path('config'), name));
  }
  await writeFile(join(path('config'), 'config.inc.php'), configFile(run.dir, settings));
  await writeFile(path('setup.php'), setupFile(run.dir, settings.agent));
  await runProgram(php, [path('setup.php')], { timeout: START_MS });
  await giveTo(settings.user, path('config'), path('logs'), path('temp'), path('database'));
  // Pictures, scripts and pages are asked for at once; with one worker they would wait for each other.
  const env = { ROUNDCUBE_CONFIG_DIR: path('config'), PHP_CLI_SERVER_WORKERS: '4' };
  const words = [php, '-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '-t', PUBLIC];
  run.startServer('roundcube', asUser(settings.user, words), env);
  await run.waitUntil('Roundcube', () => accepts(port), START_MS);
  return `http://127.0.0.1:${port}/`;
}

/** The agent answers above the quoted mail, as support desks do, with the HTML editor. */
function configFile(dir: string, { imapPort, smtpPort }: RoundcubeSettings): string {
  return `<?php
$config = [
  'db_dsnw' => 'sqlite:///${dir}/database/roundcube.db?mode=0640',
  'imap_host' => '127.0.0.1:${imapPort}',
  'smtp_host' => '127.0.0.1:${smtpPort}',
  'smtp_user' => '',
  'smtp_pass' => '',
  'des_key' => 'no secret: test only 24..',
  'language' => 'en_US',
  'skin' => 'elastic',
  'plugins' => [],
  'htmleditor' => 1,
  'reply_mode' => 1,
  'draft_autosave' => 0,
  'enable_spellcheck' => false,
  'enable_installer' => false,
  'log_dir' => '${dir}/logs/',
  'temp_dir' => '${dir}/temp/',
];
`;
}

/** Makes the database with the agent in it, who then needs no first-login questions. */
function setupFile(dir: string, { address, name }: RoundcubeSettings['agent']): string {
  return `<?php
$db = new PDO('sqlite:${dir}/database/roundcube.db');
$db->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
$db->exec(file_get_contents('${SCHEMA}'));
$db->exec("INSERT INTO users (user_id, username, mail_host, created, language)
  VALUES (1, '${address}', '127.0.0.1', datetime('now'), 'en_US')");
$db->exec("INSERT INTO identities (user_id, changed, standard, name, email, signature, html_signature)
  VALUES (1, datetime('now'), 1, '${name}', '${address}', '<p>${name}<br />Support desk</p>', 1)");
`;
}
