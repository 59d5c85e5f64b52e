/**
 * `npm run bench`: speed and cost as JSON. Standard output holds one object; a copy goes to
 * `bench-output/bench.json`. Options: `--articles 10000 --lines 60 --openings 20 --pairs 5 --seconds 10
 * --hostile-pairs 3 --hostile-seconds 20`, and `--only console` for what the content script costs alone. Exit code 1
 * over a limit.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../setup/build-extension.ts';
import { ensureBrowser } from '../setup/ensure-browser.ts';
import { ROOT } from '../setup/run.ts';
import { benchConsole, benchHostile } from './console-bench.ts';
import { benchPanel, type PanelFigures } from './panel-bench.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    lines: { type: 'string', default: '60' },
    openings: { type: 'string', default: '20' },
    pairs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
    // Pages on which most happens once a second want a longer look, and fewer.
    'hostile-pairs': { type: 'string', default: '3' },
    'hostile-seconds': { type: 'string', default: '20' },
    only: { type: 'string' },
  },
});
const LIMITS = { lineToCardsP95Ms: 150, coldPanelP95Ms: 700, keyToListP95Ms: 50, contentScriptShare: 0.01 };

await ensureBrowser();
await buildExtension();
const panel = values.only === 'console' ? null : await benchNewPanel();
const consolePage = await benchConsole(Number(values.pairs), Number(values.seconds));
const hostile = await benchHostile(Number(values['hostile-pairs']), Number(values['hostile-seconds']));
const ok = (!panel || isFast(panel)) && [consolePage, ...Object.values(hostile)].every(isLight);
const report = `${JSON.stringify({ panel, console: consolePage, hostile, limits: LIMITS, ok }, null, 2)}\n`;
await mkdir(join(ROOT, 'bench-output'), { recursive: true });
await writeFile(join(ROOT, 'bench-output', 'bench.json'), report);
process.stdout.write(report);
process.exitCode = ok ? 0 : 1;

async function benchNewPanel(): Promise<PanelFigures> {
  const profile = await mkdtemp(join(tmpdir(), 'deskmate-bench-'));
  try {
    return await benchPanel({
      articles: Number(values.articles),
      lines: Number(values.lines),
      openings: Number(values.openings),
      profile,
    });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

function isFast({ lineToCardsMs, coldPanelMs, keyToListMs }: PanelFigures): boolean {
  return (
    lineToCardsMs.p95 <= LIMITS.lineToCardsP95Ms &&
    coldPanelMs.p95 <= LIMITS.coldPanelP95Ms &&
    keyToListMs.p95 <= LIMITS.keyToListP95Ms
  );
}

function isLight({ addedShare, isRead = true }: { addedShare: number; isRead?: boolean }): boolean {
  return addedShare < LIMITS.contentScriptShare && isRead;
}
