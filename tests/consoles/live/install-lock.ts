/** One installation at a time on this machine. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOCK = join(tmpdir(), 'deskmate-console-install.lock');
const WAIT_MS = 15 * 60_000;

/** Runs `work` while no other process installs consoles. */
export async function withInstallLock(work: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!(await take())) {
    if (Date.now() > deadline) {
      throw new Error('another installation of test consoles does not end');
    }
    await sleep(250);
  }
  try {
    await work();
  } finally {
    await rm(LOCK, { force: true });
  }
}

async function take(): Promise<boolean> {
  try {
    await writeFile(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    // A process that was killed leaves its lock behind.
    const owner = Number(await readFile(LOCK, 'utf8').catch(() => ''));
    if (owner > 0 && !isAlive(owner)) {
      await rm(LOCK, { force: true });
    }
    return false;
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
