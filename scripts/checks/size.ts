/**
 * `npm run check:size`: compressed sizes of the built extension against their budgets, as JSON. Exit code 1
 * over budget. Reads `.output/chrome-mv3`, so build first.
 */
import { join } from 'node:path';
import { judgeSizes, measureBuild } from './measure-build.ts';

/** Bytes. The console must not notice the script; the panel must be there before the agent waits for it. */
const BUDGETS = { contentScriptBytes: 15_000, sidePanelFirstLoadBytes: 180_000 };

const build = join(import.meta.dirname, '../../.output/chrome-mv3');
const report = judgeSizes(await measureBuild(build), BUDGETS);
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exitCode = report.ok ? 0 : 1;
