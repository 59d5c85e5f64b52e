/**
 * `npm test`: every check and every test, with all set-up. The last line is `N passed, N failed`, counted from
 * the reports the test runners wrote; a check that is not a test runner counts as one.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBrowser } from './setup/ensure-browser.ts';
import { ROOT, run } from './setup/run.ts';

const RESULTS = join(ROOT, 'test-results');
const REPORTS = {
  vitest: join(RESULTS, 'vitest.json'),
  e2e: join(RESULTS, 'e2e.json'),
  editors: join(RESULTS, 'editors.json'),
};

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Stage {
  name: string;
  command: [string, ...string[]];
  /** Where the runner counts its tests; absent: the stage is one check. */
  report?: { file: string; read: (report: never) => Count };
}

const SHORT_LOOK = ['--pairs', '3', '--seconds', '10', '--hostile-pairs', '2', '--hostile-seconds', '8'];

const STAGES: Stage[] = [
  { name: 'generated types', command: ['wxt', 'prepare'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint and format', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'import rules', command: ['npm', 'run', '--silent', 'check:imports'] },
  { name: 'nothing unused', command: ['npm', 'run', '--silent', 'check:unused'] },
  { name: 'build for Chromium', command: ['wxt', 'build'] },
  { name: 'size budgets', command: ['npm', 'run', '--silent', 'check:size'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox'] },
  {
    name: 'Firefox add-on lint',
    command: ['web-ext', 'lint', '--source-dir', '.output/firefox-mv2', '--warnings-as-errors=false'],
  },
  {
    name: 'unit, property, component and architecture tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORTS.vitest}`,
    ],
    report: { file: REPORTS.vitest, read: countVitest },
  },
  { name: 'the demo plays to its end', command: ['node', 'scripts/demo/demo.ts', '--check'] },
  {
    name: 'inserting into real editors',
    command: ['node', 'tests/editors/run.ts'],
    report: { file: REPORTS.editors, read: countEditors },
  },
  {
    // Its share of the benchmark: time on the processor beside the same page without us, so that it can be a check.
    name: 'what the content script costs',
    command: ['node', 'scripts/bench/bench.ts', '--only', 'console', ...SHORT_LOOK],
  },
  {
    name: 'end-to-end tests',
    command: ['playwright', 'test'],
    report: { file: REPORTS.e2e, read: countPlaywright },
  },
];

await rm(RESULTS, { recursive: true, force: true });
await mkdir(RESULTS, { recursive: true });
await ensureBrowser();

const total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const stage of STAGES) {
  const startedAt = Date.now();
  process.stdout.write(`\n=== ${stage.name}\n`);
  const code = await run(...splitCommand(stage.command));
  const count = await countStage(stage, code);
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key];
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `--- ${stage.name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped (${seconds} s)\n`,
  );
}

if (total.skipped > 0)
  process.stdout.write(`\n!!! ${total.skipped} tests were skipped; the reasons stand above.\n`);
const closingLine = `${total.passed} passed, ${total.failed} failed`;
await writeFile(join(RESULTS, 'summary.txt'), `${closingLine}\n`);
process.stdout.write(`\n${closingLine}\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

function splitCommand([command, ...args]: Stage['command']): [string, string[]] {
  return [command, args];
}

async function countStage({ report }: Stage, code: number): Promise<Count> {
  if (!report) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const count = await readFile(report.file, 'utf8')
    .then((text) => report.read(JSON.parse(text) as never))
    .catch(() => ({ passed: 0, failed: 1, skipped: 0 }));
  // A runner can fail outside any test: a broken file, an unhandled error, no test found at all.
  const isUncountedFailure = code !== 0 && count.failed === 0;
  return isUncountedFailure || count.passed === 0 ? { ...count, failed: count.failed + 1 } : count;
}

function countVitest(report: {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}): Count {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

/** One report a browser; a browser that is not there skips as many as the other ran. */
function countEditors(reports: { cases: number; passed: number }[]): Count {
  const sum = (key: 'cases' | 'passed') => reports.reduce((count, report) => count + report[key], 0);
  const skipped = reports.length === 1 ? sum('cases') : 0;
  return { passed: sum('passed'), failed: sum('cases') - sum('passed'), skipped };
}

function countPlaywright({
  stats,
}: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
