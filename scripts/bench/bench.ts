/**
 * `npm run bench`: speed and cost as JSON. Standard output holds one object; a copy goes to
 * `bench-output/bench.json`. Options: `--articles 10000 --lines 60 --openings 20 --pairs 5 --seconds 10`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../setup/build-extension.ts';
import { ensureBrowser } from '../setup/ensure-browser.ts';
import { ROOT } from '../setup/run.ts';
import { benchConsole } from './console-bench.ts';
import { benchPanel } from './panel-bench.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    lines: { type: 'string', default: '60' },
    openings: { type: 'string', default: '20' },
    pairs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
  },
});
const LIMITS = { lineToCardsP95Ms: 150, coldPanelP95Ms: 700, keyToListP95Ms: 50, contentScriptShare: 0.01 };

await ensureBrowser();
await buildExtension();
const profile = await mkdtemp(join(tmpdir(), 'deskmate-bench-'));
try {
  const panel = await benchPanel({
    articles: Number(values.articles),
    lines: Number(values.lines),
    openings: Number(values.openings),
    profile,
  });
  const consolePage = await benchConsole(Number(values.pairs), Number(values.seconds));
  const ok =
    panel.lineToCardsMs.p95 <= LIMITS.lineToCardsP95Ms &&
    panel.coldPanelMs.p95 <= LIMITS.coldPanelP95Ms &&
    panel.keyToListMs.p95 <= LIMITS.keyToListP95Ms &&
    consolePage.addedShare < LIMITS.contentScriptShare;
  const report = `${JSON.stringify({ panel, console: consolePage, limits: LIMITS, ok }, null, 2)}\n`;
  await mkdir(join(ROOT, 'bench-output'), { recursive: true });
  await writeFile(join(ROOT, 'bench-output', 'bench.json'), report);
  process.stdout.write(report);
} finally {
  await rm(profile, { recursive: true, force: true });
}
