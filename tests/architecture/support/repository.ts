/** Reading the repository the way a reviewer does: as files and text. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');
const PRODUCT_FOLDERS = ['entrypoints', 'components', 'knowledge', 'utils'];

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path));
}

export function exists(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** Files below a folder, as paths from the root with forward slashes. Empty if there is no such folder. */
export function listFiles(folder: string, pattern = /./): string[] {
  if (!exists(folder)) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => pattern.test(path))
    .toSorted();
}

export function listFolders(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

export const listProductFiles = (pattern = /\.tsx?$/) =>
  PRODUCT_FOLDERS.flatMap((folder) => listFiles(folder, pattern));
