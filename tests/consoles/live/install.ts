/** Installing what a live console needs, once. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram, isRoot, runProgram } from './binaries.ts';
import { withInstallLock } from './install-lock.ts';
import type { ConsoleName, InstallResult } from './live-console.ts';
import { ROUNDCUBE_FILES } from './roundcube-server.ts';
import { RT_DATABASE, RT_PROGRAM } from './rt-server.ts';
import { withoutServiceStart } from './service-start.ts';

const INSTALL_MS = 10 * 60_000;

interface Needs {
  /** Debian's packages of the servers, and the programs and files that show that they are there. */
  systemPackages: readonly string[];
  programs: readonly string[];
  files: readonly string[];
  /** npm packages in the console's own folder. */
  packages: readonly string[];
}

const NEEDS: Readonly<Record<ConsoleName, Needs>> = {
  converse: {
    systemPackages: ['prosody'],
    programs: ['prosody', 'prosodyctl'],
    files: [],
    packages: ['converse.js', '@xmpp/client'],
  },
  'the-lounge': {
    systemPackages: ['ngircd'],
    programs: ['ngircd'],
    files: [],
    packages: ['thelounge'],
  },
  rt: {
    systemPackages: ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone'],
    programs: ['perl', 'setpriv'],
    files: [RT_PROGRAM, RT_DATABASE],
    packages: [],
  },
  roundcube: {
    systemPackages: [
      'dovecot-imapd',
      'roundcube-core',
      'roundcube-sqlite3',
      ...['cli', 'sqlite3', 'intl', 'mbstring', 'xml'].map((part) => `php-${part}`),
    ],
    programs: ['dovecot', 'php', 'setpriv'],
    files: ROUNDCUBE_FILES,
    packages: [],
  },
};

/** Their servers give up root for Debian's user for web servers, who owns their data. */
const ROOT_ONLY: readonly ConsoleName[] = ['rt', 'roundcube'];

/**
 * Makes sure that a console can be started: npm packages in the console's own folder, and with
 * root rights on Debian also its chat server. Never throws: a machine without network or without
 * these rights gets a reason to print beside the skipped tests.
 */
export async function installConsole(name: ConsoleName): Promise<InstallResult> {
  if (process.platform !== 'linux') {
    return { ok: false, reason: `${name}: the console's chat server is only set up on Linux` };
  }
  if (ROOT_ONLY.includes(name) && !isRoot()) {
    return { ok: false, reason: `${name}: its servers are only set up for root` };
  }
  try {
    if (!(await isInstalled(name))) {
      // Parallel test workers would otherwise install into the same folders.
      await withInstallLock(() => install(name));
    }
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: `${name}: ${oneLine(error)}` };
  }
}

async function isInstalled(name: ConsoleName): Promise<boolean> {
  return (await isSystemReady(NEEDS[name])) && (await allInstalled(name, NEEDS[name].packages));
}

async function install(name: ConsoleName): Promise<void> {
  const needs = NEEDS[name];
  if (!(await isSystemReady(needs))) {
    await installSystemPackages(needs.systemPackages);
  }
  if (!(await allInstalled(name, needs.packages))) {
    await installNpmPackages(name);
  }
  if (!(await isInstalled(name))) {
    throw new Error('installed, but not what was wanted');
  }
}

async function isSystemReady({ programs, files }: Needs): Promise<boolean> {
  return (await allPresent(programs)) && files.every((path) => existsSync(path));
}

async function installSystemPackages(names: readonly string[]): Promise<void> {
  if (!isRoot() || (await findProgram('apt-get')) === undefined) {
    throw new Error(`please install ${names.join(', ')} (it takes root and apt-get to do it from here)`);
  }
  await withoutServiceStart(async () => {
    const args = ['install', '-y', '--no-install-recommends', ...names];
    await aptGet(args).catch(async () => {
      // The package lists may be missing or too old.
      await aptGet(['update']);
      await aptGet(args);
    });
  });
}

async function allPresent(programs: readonly string[]): Promise<boolean> {
  const found = await Promise.all(programs.map((program) => findProgram(program)));
  return found.every((path) => path !== undefined);
}

async function aptGet(args: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another installation may be under way on this machine.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=120'];
  await runProgram('apt-get', [...options, ...args], { env, timeout: INSTALL_MS });
}

async function installNpmPackages(name: ConsoleName): Promise<void> {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm runs on the `node` it finds first: ours, since an older one may not do for the packages.
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  const env = { ...process.env, PATH: path };
  await runProgram('npm', args, { cwd: folderOf(name), env, timeout: INSTALL_MS });
}

async function allInstalled(name: ConsoleName, packages: readonly string[]): Promise<boolean> {
  if (packages.length === 0) {
    return true;
  }
  const { dependencies } = await readManifest(folderOf(name));
  const found = await Promise.all(
    packages.map(async (entry) => {
      const path = join(folderOf(name), 'node_modules', entry);
      const installed = await readManifest(path).catch(() => null);
      return installed !== null && installed.version === dependencies?.[entry];
    }),
  );
  return found.every(Boolean);
}

function folderOf(name: ConsoleName): string {
  return fileURLToPath(new URL(`./${name}/`, import.meta.url));
}

interface Manifest {
  version?: string;
  dependencies?: Record<string, string>;
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, ' ').slice(0, 300);
}
