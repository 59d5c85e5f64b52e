/** Bundles the editors' pages and the extension that inserts into them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { SET_UPS } from './set-ups.ts';

const HERE = import.meta.dirname;
const SHARED: InlineConfig = {
  configFile: false,
  envFile: false,
  publicDir: false,
  root: HERE,
  logLevel: 'error',
};

/** @returns where the pages' scripts are */
export async function buildPages(folder: string): Promise<string> {
  const outDir = join(folder, 'pages');
  await build({
    ...SHARED,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      outDir,
      target: 'es2023',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(SET_UPS.map(({ id }) => [id, join(HERE, `pages/${id}.mjs`)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return outDir;
}

/** The product's composer code as a content script, in its isolated world. @returns the extension's folder */
export async function buildExtension(folder: string, browser: 'chromium' | 'firefox'): Promise<string> {
  const outDir = join(folder, `extension-${browser}`);
  await mkdir(outDir, { recursive: true });
  await build({
    ...SHARED,
    build: {
      outDir,
      target: 'es2023',
      // As the product is: what is renamed and shortened there must work here.
      minify: true,
      lib: {
        entry: join(HERE, 'extension/content.ts'),
        formats: ['iife'],
        name: 'inserter',
        fileName: () => 'content.js',
      },
    },
  });
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(describeManifest(browser)));
  return outDir;
}

/** As the product's: version 3 in Chromium, 2 in Firefox. */
function describeManifest(browser: 'chromium' | 'firefox'): object {
  const isFirefox = browser === 'firefox';
  return {
    manifest_version: isFirefox ? 2 : 3,
    name: 'Inserter under test',
    version: '1',
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'], run_at: 'document_idle' }],
    ...(isFirefox ? { browser_specific_settings: { gecko: { id: 'editors@deskmate.local' } } } : {}),
  };
}
