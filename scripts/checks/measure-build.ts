/** How many bytes, compressed with Brotli, a person's browser reads before our parts can work. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

export interface BuildSizes {
  /** Loaded into every page of a granted site. */
  contentScriptBytes: number;
  /** Everything the side panel needs before it shows anything, with the largest language. */
  sidePanelFirstLoadBytes: number;
}

export interface SizeReport extends BuildSizes {
  budgets: BuildSizes;
  ok: boolean;
}

/** @param build the folder of one browser's build, e.g. `.output/chrome-mv3` */
export async function measureBuild(build: string): Promise<BuildSizes> {
  const [contentScriptBytes, firstLoad, languages] = await Promise.all([
    measureFile(join(build, 'content-scripts/console.js')),
    listFirstLoad(build, 'sidepanel.html'),
    listLanguageChunks(build),
  ]);
  const sizes = await Promise.all(firstLoad.map((file) => measureFile(join(build, file))));
  const languageSizes = await Promise.all(languages.map((file) => measureFile(join(build, file))));
  return {
    contentScriptBytes,
    sidePanelFirstLoadBytes: sizes.reduce((sum, size) => sum + size, 0) + Math.max(...languageSizes),
  };
}

export function judgeSizes(sizes: BuildSizes, budgets: BuildSizes): SizeReport {
  const ok =
    sizes.contentScriptBytes <= budgets.contentScriptBytes &&
    sizes.sidePanelFirstLoadBytes <= budgets.sidePanelFirstLoadBytes;
  return { ...sizes, budgets, ok };
}

/** The page, what it loads and preloads, and what those import at once. Lazy chunks come later. */
async function listFirstLoad(build: string, page: string): Promise<string[]> {
  const html = await readFile(join(build, page), 'utf8');
  const waiting = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+)"/g)].flatMap(
    ([, file]) => file ?? [],
  );
  if (!waiting.some((file) => file.endsWith('.js'))) throw new Error(`${page} loads no script`);
  const found = new Set([page]);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (file.endsWith('.js')) waiting.push(...listStaticImports(await readFile(join(build, file), 'utf8')));
  }
  return [...found];
}

function listStaticImports(code: string): string[] {
  const imports = code.matchAll(/\b(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g);
  return [...imports].flatMap(([, file]) => (file ? [`chunks/${file}`] : []));
}

/** Exactly one of them is loaded; which, depends on the person. */
async function listLanguageChunks(build: string): Promise<string[]> {
  const chunks = await readdir(join(build, 'chunks'));
  const languages = chunks.filter((file) => /^(?:zh-CN|zh-TW|en)-[\w-]+\.js$/.test(file));
  if (languages.length !== 3)
    throw new Error(`expected 3 language chunks, found ${languages.join() || 'none'}`);
  return languages.map((file) => `chunks/${file}`);
}

async function measureFile(path: string): Promise<number> {
  return (await compress(await readFile(path))).byteLength;
}
