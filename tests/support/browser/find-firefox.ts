import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** `DESKMATE_FIREFOX` wins. */
export const FIREFOX = process.env['DESKMATE_FIREFOX'] ?? '/usr/bin/firefox-esr';

/** Installs Firefox where we may. @returns whether there is one */
export function ensureFirefox(): boolean {
  if (!existsSync(FIREFOX) && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const args = ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'];
    spawnSync('apt-get', args, { stdio: 'ignore' });
  }
  return existsSync(FIREFOX);
}
