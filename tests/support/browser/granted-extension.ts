import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILT_EXTENSION } from './deskmate-browser.ts';

const LOOPBACK = 'http://127.0.0.1/*';

/**
 * The built extension with access to loopback sites from the start. No automation can answer the browser's
 * own permission question in headless mode; this is the same build, in which it has been answered.
 *
 * @returns the folder
 */
export async function grantLoopback(name = 'granted'): Promise<string> {
  const folder = `${BUILT_EXTENSION}-${name}`;
  await rm(folder, { recursive: true, force: true });
  await cp(BUILT_EXTENSION, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: [LOOPBACK] }));
  return folder;
}
