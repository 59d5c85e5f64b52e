import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILT_EXTENSION } from './deskmate-browser.ts';

const LOOPBACK = 'http://127.0.0.1/*';

/**
 * The built extension with access to loopback sites from the start. No automation can answer the browser's
 * own permission question in headless mode; this is the same build, in which it has been answered.
 *
 * @param without permissions to leave out, e.g. `unlimitedStorage` to have a quota that can run full
 * @returns the folder
 */
export async function grantLoopback(name = 'granted', without: readonly string[] = []): Promise<string> {
  const folder = `${BUILT_EXTENSION}-${name}`;
  await rm(folder, { recursive: true, force: true });
  await cp(BUILT_EXTENSION, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((permission) => !without.includes(permission));
  await writeFile(file, JSON.stringify({ ...manifest, permissions, host_permissions: [LOOPBACK] }));
  return folder;
}
