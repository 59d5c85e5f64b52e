/** The size check measures what a browser really loads, and notices when it is too much. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judgeSizes, measureBuild } from '../../scripts/checks/measure-build.ts';

let build = '';

beforeEach(async () => {
  build = await mkdtemp(join(tmpdir(), 'deskmate-build-'));
});

afterEach(async () => {
  await rm(build, { recursive: true });
});

/** Bytes that cannot be compressed, so that sizes can be foreseen. */
const noise = (bytes: number) => `/*${randomBytes(bytes).toString('base64url').slice(0, bytes)}*/`;

async function writeBuild(files: Record<string, string> = {}): Promise<void> {
  const all = {
    'content-scripts/console.js': '1;',
    'sidepanel.html':
      '<script type="module" src="/chunks/sidepanel-1.js"></script><link rel="stylesheet" href="/assets/panel-1.css">',
    'chunks/sidepanel-1.js': 'import{a}from"./shared-1.js";import("./lazy-1.js")',
    'chunks/shared-1.js': 'a;',
    'chunks/lazy-1.js': 'b;',
    'assets/panel-1.css': 'a{}',
    'chunks/zh-CN-1.js': 'c;',
    'chunks/zh-TW-1.js': 'd;',
    'chunks/en-1.js': 'e;',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(build, path)), { recursive: true });
    await writeFile(join(build, path), text);
  }
}

async function measureGrowth(path: string, bytes: number): Promise<number> {
  await writeBuild();
  const before = await measureBuild(build);
  await writeBuild({ [path]: noise(bytes) });
  return (await measureBuild(build)).sidePanelFirstLoadBytes - before.sidePanelFirstLoadBytes;
}

describe('what the side panel loads first', () => {
  test.each(['chunks/shared-1.js', 'assets/panel-1.css', 'chunks/zh-CN-1.js'])(
    'contains %s',
    async (path) => {
      // Base64 letters carry six bits each, so Brotli saves a quarter at most.
      expect(await measureGrowth(path, 8_000)).toBeGreaterThan(5_500);
    },
  );

  test('contains no lazy chunk', async () => {
    expect(await measureGrowth('chunks/lazy-1.js', 8_000)).toBe(0);
  });

  test('contains one language, the largest', async () => {
    await writeBuild({ 'chunks/en-1.js': noise(8_000) });
    const one = await measureBuild(build);
    await writeBuild({ 'chunks/en-1.js': noise(8_000), 'chunks/zh-TW-1.js': noise(4_000) });
    const two = await measureBuild(build);
    expect(Math.abs(two.sidePanelFirstLoadBytes - one.sidePanelFirstLoadBytes)).toBeLessThan(200);
  });
});

describe('the size check', () => {
  test('says no as soon as one part is over its budget', () => {
    const budgets = { contentScriptBytes: 10, sidePanelFirstLoadBytes: 100 };
    const judge = (contentScriptBytes: number, sidePanelFirstLoadBytes: number) =>
      judgeSizes({ contentScriptBytes, sidePanelFirstLoadBytes }, budgets).ok;
    expect(judge(10, 100)).toBe(true);
    expect(judge(11, 100)).toBe(false);
    expect(judge(10, 101)).toBe(false);
  });

  test('fails without a build', async () => {
    await expect(measureBuild(build)).rejects.toThrow(/ENOENT/);
  });

  test('fails when a file that the page loads is missing', async () => {
    await writeBuild({ 'sidepanel.html': '<script type="module" src="/chunks/gone-1.js"></script>' });
    await expect(measureBuild(build)).rejects.toThrow(/gone-1\.js/);
  });

  test('fails when the page loads no script, instead of calling that small', async () => {
    await writeBuild({ 'sidepanel.html': '<p>Nothing</p>' });
    await expect(measureBuild(build)).rejects.toThrow('loads no script');
  });

  test('fails when a language cannot be found', async () => {
    await writeBuild();
    await rm(join(build, 'chunks/en-1.js'));
    await expect(measureBuild(build)).rejects.toThrow('expected 3 language chunks');
  });
});
