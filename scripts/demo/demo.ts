/**
 * `npm run demo`: builds the extension and opens a browser with the practice console, so that you can play
 * the agent. `npm run demo -- --check` plays it by itself, headless, and says so step by step in JSON.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDeskmateBrowser } from '../../tests/support/browser/deskmate-browser.ts';
import { buildExtension } from '../setup/build-extension.ts';
import { ensureBrowser } from '../setup/ensure-browser.ts';
import { playDemo } from './play.ts';
import { createSteps } from './steps.ts';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, language: { type: 'string', default: 'zh-CN' } },
});

await ensureBrowser();
process.exitCode = values.check ? await check(values.language) : await show(values.language);

async function check(language: string): Promise<number> {
  const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const steps = createSteps(print);
  const ok = await playDemo({ steps, language }).then(
    () => true,
    () => false,
  );
  print({ ok, steps: steps.count() });
  return ok ? 0 : 1;
}

async function show(language: string): Promise<number> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    process.stderr.write('deskmate: no screen here. `npm run demo -- --check` plays the demo without one.\n');
    return 1;
  }
  await buildExtension();
  const profile = await mkdtemp(join(tmpdir(), 'deskmate-demo-'));
  try {
    const browser = await openDeskmateBrowser({ headless: false, profile });
    const practice = await browser.openPractice();
    await practice.evaluate(`chrome.storage.local.set({ language: ${JSON.stringify(language)} })`);
    await browser.openPanel(practice);
    await practice.click('[data-script="sim-card"]');
    process.stdout.write(
      'The customer is writing. Press Alt+1 for the first reply, Enter to send it. Close the browser to end.\n',
    );
    await new Promise((closed) => browser.context.once('close', closed));
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return 0;
}
