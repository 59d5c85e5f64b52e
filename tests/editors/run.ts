/**
 * `npm run test:editors [-- --browser chromium|firefox] [--only ID] [--json]`: the product's inserter against
 * real editors in real browsers. Exit code 1 unless every case is right.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.ts';
import { ensureFirefox } from '../support/browser/find-firefox.ts';
import { openBrowser, type BrowserName } from './browsers.ts';
import { buildExtension, buildPages } from './build.ts';
import { CASES } from './cases.ts';
import { installEditors } from './install.ts';
import { drawTable, summarise, type BrowserReport } from './report.ts';
import { runCase, type CaseResult } from './run-case.ts';
import { serveEditors } from './serve.ts';
import { SET_UPS } from './set-ups.ts';

const RESULTS = join(import.meta.dirname, '../../test-results');
const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string' },
    only: { type: 'string' },
    case: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const names = BROWSERS.filter((name) => isWanted(options.browser, name));
if (names.includes('chromium')) await ensureBrowser();
const isWithoutFirefox = names.includes('firefox') && !ensureFirefox();
if (isWithoutFirefox)
  process.stderr.write('\n!!! NOT RUN in Firefox: there is none; set DESKMATE_FIREFOX to one\n\n');
await installEditors();
const folder = await mkdtemp(join(tmpdir(), 'deskmate-editors-'));
const reports: BrowserReport[] = [];
try {
  const server = await serveEditors(await buildPages(folder));
  try {
    const present = names.filter((name) => name !== 'firefox' || !isWithoutFirefox);
    reports.push(...(await Promise.all(present.map((name) => runBrowser(name, server.url)))));
  } finally {
    server.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

const json = `${JSON.stringify(reports, null, 2)}\n`;
await mkdir(RESULTS, { recursive: true });
await writeFile(join(RESULTS, 'editors.json'), json);
process.stdout.write(options.json ? json : drawTable(reports));
process.exitCode = reports.length > 0 && reports.every(({ passed, cases }) => passed === cases) ? 0 : 1;

async function runBrowser(name: BrowserName, base: string): Promise<BrowserReport> {
  const startedAt = Date.now();
  const browser = await openBrowser(name, await buildExtension(folder, name));
  const results: CaseResult[] = [];
  try {
    for (const setUp of SET_UPS.filter(({ id }) => isWanted(options.only, id))) {
      for (const test of CASES.filter(
        ({ id, markup }) => isWanted(options.case, id) && (!markup || setUp.isRich),
      ))
        results.push(
          await runCase(browser, base, setUp, test).catch((error: unknown) => fail(setUp.id, test.id, error)),
        );
    }
  } finally {
    await browser.close();
  }
  return summarise(name, browser.version, { results, seconds: (Date.now() - startedAt) / 1000 });
}

function isWanted(list: string | undefined, id: string): boolean {
  return list === undefined || list.split(',').includes(id);
}

function fail(setUp: string, test: string, error: unknown): CaseResult {
  const problems = [error instanceof Error ? error.message : String(error)];
  return { setUp, case: test, ok: false, isSilent: false, isDouble: false, problems, milliseconds: 0 };
}
