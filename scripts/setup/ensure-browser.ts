import { existsSync } from 'node:fs';
import { findBrowser } from '../../tests/support/browser/find-browser.ts';
import { run } from './run.ts';

const HELP: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'brew install --cask google-chrome',
  win32: 'winget install Google.Chrome',
  linux: 'sudo apt-get install -y chromium fonts-noto-cjk',
};

/** Finds a browser of the Chromium family, installing one where we may. Exits with the one command elsewhere. */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    process.stderr.write('deskmate: no browser found, installing chromium\n');
    await run('apt-get', ['update', '-qq'], { output: 'stderr' });
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      output: 'stderr',
      env,
    });
    const installed = findBrowser();
    if (installed) return installed;
  }
  process.stderr.write(
    `deskmate: no Chrome, Edge or Chromium found. Install one, then run this again:\n\n  ${HELP[process.platform] ?? HELP.linux}\n\n`,
  );
  process.exit(1);
}
