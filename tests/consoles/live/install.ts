/** Installing what a live console needs, once. */
import { readFile } from 'node:fs/promises';
import { dirname, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram, isRoot, runProgram } from './binaries.ts';
import { withInstallLock } from './install-lock.ts';
import type { ConsoleName, InstallResult } from './live-console.ts';
import { withoutServiceStart } from './service-start.ts';

const INSTALL_MS = 10 * 60_000;

interface Needs {
  /** Debian's package of the chat server, and the programs that show that it is there. */
  systemPackage: string;
  programs: readonly string[];
  /** npm packages in the console's own folder. */
  packages: readonly string[];
}

const NEEDS: Readonly<Record<ConsoleName, Needs>> = {
  converse: {
    systemPackage: 'prosody',
    programs: ['prosody', 'prosodyctl'],
    packages: ['converse.js', '@xmpp/client'],
  },
  'the-lounge': {
    systemPackage: 'ngircd',
    programs: ['ngircd'],
    packages: ['thelounge'],
  },
};

/**
 * Makes sure that a console can be started: npm packages in the console's own folder, and with
 * root rights on Debian also its chat server. Never throws: a machine without network or without
 * these rights gets a reason to print beside the skipped tests.
 */
export async function installConsole(name: ConsoleName): Promise<InstallResult> {
  if (process.platform !== 'linux') {
    return { ok: false, reason: `${name}: the console's chat server is only set up on Linux` };
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
  const { programs, packages } = NEEDS[name];
  return (await allPresent(programs)) && (await allInstalled(name, packages));
}

async function install(name: ConsoleName): Promise<void> {
  const { programs, packages, systemPackage } = NEEDS[name];
  if (!(await allPresent(programs))) {
    await installSystemPackage(systemPackage);
  }
  if (!(await allInstalled(name, packages))) {
    await installNpmPackages(name);
  }
  if (!(await isInstalled(name))) {
    throw new Error('installed, but not what was wanted');
  }
}

async function installSystemPackage(name: string): Promise<void> {
  if (!isRoot() || (await findProgram('apt-get')) === undefined) {
    throw new Error(`please install ${name} (it takes root and apt-get to do it from here)`);
  }
  await withoutServiceStart(async () => {
    const args = ['install', '-y', '--no-install-recommends', name];
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
