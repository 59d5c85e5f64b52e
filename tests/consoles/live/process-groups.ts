/** Ending process groups, and finding what was left behind. */
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const MARK_NAME = 'DESKMATE_CONSOLE_RUN';
const GRACE_MS = 4_000;

/** An environment entry that all processes of this test run carry, and pass on to their children. */
export const RUN_MARK: Readonly<Record<string, string>> = { [MARK_NAME]: randomUUID() };

/**
 * Ends the group a process leads and resolves when the group is gone: closes its stdin, gives it
 * `patienceMs` to end by itself, then asks, then forces.
 */
export async function endGroup(leader: ChildProcess, patienceMs = 0): Promise<void> {
  if (leader.pid === undefined) {
    return;
  }
  leader.stdin?.end();
  if (patienceMs > 0 && (await groupIsGone(leader.pid, patienceMs))) {
    return;
  }
  signalGroup(leader.pid, 'SIGTERM');
  if (await groupIsGone(leader.pid, GRACE_MS)) {
    return;
  }
  signalGroup(leader.pid, 'SIGKILL');
  if (!(await groupIsGone(leader.pid, GRACE_MS))) {
    throw new Error(`process group ${leader.pid} does not end`);
  }
}

/** The same without waiting, for the last moment of this process. */
export function killGroupNow(leader: ChildProcess): void {
  if (leader.pid !== undefined) {
    signalGroup(leader.pid, 'SIGKILL');
  }
}

/** Ids of living processes that this test run started, directly or not (Linux only). */
export async function leftoverProcesses(): Promise<number[]> {
  const needle = `${MARK_NAME}=${RUN_MARK[MARK_NAME] ?? ''}`;
  const ids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry)).map(Number);
  const marked = await Promise.all(
    ids.map(async (id) => {
      // Processes of other users cannot be read, and some end while we look.
      const environment = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '');
      return environment.split('\0').includes(needle);
    }),
  );
  return ids.filter((id, index) => marked[index] === true && id !== process.pid);
}

function signalGroup(id: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-id, signal);
  } catch {
    return false;
  }
}

async function groupIsGone(id: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (signalGroup(id, 0)) {
    if (Date.now() > deadline) {
      return false;
    }
    await sleep(25);
  }
  return true;
}
