/** Installs the editors' packages, once, as the lock file says. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { runProgram } from '../consoles/live/binaries.ts';
import { withInstallLock } from '../consoles/live/install-lock.ts';

const HERE = import.meta.dirname;
const MARKER = join(HERE, 'node_modules/.installed');
const INSTALL_MS = 10 * 60_000;

export async function installEditors(): Promise<void> {
  const wanted = createHash('sha256')
    .update(await readFile(join(HERE, 'package-lock.json')))
    .digest('hex');
  const isInstalled = async () => (await readFile(MARKER, 'utf8').catch(() => '')) === wanted;
  if (await isInstalled()) return;
  await withInstallLock(async () => {
    if (await isInstalled()) return;
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    // npm runs on the `node` it finds first: ours, since an older one may not do for the packages.
    const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
    await runProgram('npm', args, { cwd: HERE, env: { ...process.env, PATH: path }, timeout: INSTALL_MS });
    await writeFile(MARKER, wanted);
  });
}
