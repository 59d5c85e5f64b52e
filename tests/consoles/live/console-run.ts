/** One run of a console: its temporary folder, its processes, and the end of both. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { endGroup, killGroupNow, RUN_MARK } from './process-groups.ts';

const GUARD = fileURLToPath(new URL('./guard.ts', import.meta.url));
const LOG_TAIL = 600;

/** The temporary folder and the processes of one console. */
export class ConsoleRun {
  /** A fresh folder for everything the servers write. */
  readonly dir: string;
  readonly #cleanups: (() => Promise<void>)[] = [];
  readonly #servers: { name: string; child: ChildProcess }[] = [];
  #stopped: Promise<void> | undefined;

  private constructor(dir: string) {
    this.dir = dir;
    process.once('exit', this.#abandon);
  }

  /** Makes a run with its folder. */
  static async create(name: string): Promise<ConsoleRun> {
    const dir = await mkdtemp(join(tmpdir(), `deskmate-${name}-`));
    // Servers that give up root must still be able to read their settings in here.
    await chmod(dir, 0o755);
    return new ConsoleRun(dir);
  }

  /** Starts a server in its own process group; what it prints goes to a log in the run's folder. */
  startServer(name: string, command: readonly string[], env: Record<string, string> = {}): void {
    const log = openSync(this.#logFile(name), 'a');
    const child = spawn(process.execPath, [GUARD, ...command], {
      cwd: this.dir,
      env: { ...process.env, ...env, ...RUN_MARK },
      detached: true,
      stdio: ['pipe', log, log],
    });
    closeSync(log);
    // Without a listener a failed start or a closed pipe would end the test runner.
    child.on('error', () => undefined);
    child.stdin?.on('error', () => undefined);
    this.#servers.push({ name, child });
    this.onStop(() => endGroup(child));
  }

  /** Adds a step for `stop`; the last one added runs first. */
  onStop(cleanup: () => Promise<void>): void {
    this.#cleanups.unshift(cleanup);
  }

  /**
   * Polls until `probe` is true; fails early, with the end of its log, when a server has ended.
   */
  async waitUntil(what: string, probe: () => Promise<boolean>, timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    const timeIsUp = sleep(timeoutMs, false, { ref: false });
    while (!(await Promise.race([probe().catch(() => false), timeIsUp]))) {
      const ended = this.#servers.find(({ child }) => child.exitCode !== null);
      if (ended !== undefined) {
        throw new Error(`${ended.name} ended while waiting for ${what}: ${this.#tail(ended.name)}`);
      }
      if (Date.now() >= deadline) {
        const logs = this.#servers.map(({ name }) => `${name}: ${this.#tail(name)}`).join('; ');
        throw new Error(`${what}: not within ${timeoutMs} ms; ${logs}`);
      }
      await sleep(100);
    }
  }

  /** Ends everything that was started and removes the folder; safe to call twice. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    const problems: unknown[] = [];
    for (const cleanup of this.#cleanups) {
      // One failing step must not keep the others from running.
      await cleanup().catch((error: unknown) => problems.push(error));
    }
    await rm(this.dir, { recursive: true, force: true, maxRetries: 3 });
    process.off('exit', this.#abandon);
    if (problems.length > 0) {
      throw new AggregateError(problems, 'a console did not stop cleanly');
    }
  }

  /** For a test runner that exits without `stop`: no time is left to wait for anything. */
  readonly #abandon = (): void => {
    for (const { child } of this.#servers) {
      killGroupNow(child);
    }
    rmSync(this.dir, { recursive: true, force: true });
  };

  #logFile(name: string): string {
    return join(this.dir, `${name}.log`);
  }

  #tail(name: string): string {
    return readFileSync(this.#logFile(name), 'utf8').slice(-LOG_TAIL).trim();
  }
}

/**
 * Makes up to three attempts, each with a fresh run: a port found free may be taken by somebody
 * else before the server binds it.
 */
export async function startWithRetries<T>(
  name: string,
  attempt: (run: ConsoleRun) => Promise<T>,
): Promise<T> {
  const failures: unknown[] = [];
  while (failures.length < 3) {
    const run = await ConsoleRun.create(name);
    try {
      return await attempt(run);
    } catch (error) {
      failures.push(error);
      await run.stop().catch((stopError: unknown) => failures.push(stopError));
    }
  }
  throw new AggregateError(failures, `${name} did not start: ${String(failures.at(-1))}`);
}
