/** The test's side of a customer process. */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ConsoleRun } from './console-run.ts';
import { eachValue, writeLine } from './json-lines.ts';
import type { CustomerCommand, CustomerEvent } from './json-lines.ts';
import type { CustomerProcess } from './live-console.ts';
import { endGroup, killGroupNow, RUN_MARK } from './process-groups.ts';

const READY_MS = 15_000;
const SAY_MS = 10_000;
const CLOSE_MS = 1_000;
const COMPLAINTS_LENGTH = 500;

/** The programs that can play a customer. */
type CustomerScript = 'xmpp-customer.ts' | 'irc-customer.ts' | 'mail-customer.ts';

/** Starts a customer and waits until it is connected; it ends with the run at the latest. */
export async function startCustomer(
  run: ConsoleRun,
  script: CustomerScript,
  args: readonly string[],
): Promise<CustomerProcess> {
  const customer = new SpawnedCustomer(script, args);
  run.onStop(() => customer.close());
  await customer.ready();
  return customer;
}

interface Waiting {
  /** Whether the event is the awaited one; throws when it rules that one out. */
  isMet: (event: CustomerEvent) => boolean;
  resolve: () => void;
  reject: (error: unknown) => void;
}

class SpawnedCustomer implements CustomerProcess {
  readonly #name: string;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #texts: string[] = [];
  readonly #html: string[] = [];
  readonly #waiting = new Set<Waiting>();
  #failure: Error | undefined;
  #complaints = '';
  #lastId = 0;

  constructor(script: CustomerScript, args: readonly string[]) {
    this.#name = [script, ...args].join(' ');
    const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
    const child = spawn(process.execPath, [path, ...args], {
      env: { ...process.env, ...RUN_MARK },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child = child;
    const killNow = (): void => killGroupNow(child);
    process.once('exit', killNow);
    child.once('exit', () => process.off('exit', killNow));
    child.on('exit', () => this.#fail('has ended'));
    child.on('error', (error) => this.#fail(error.message));
    // A dead customer shows in `#failure`; its broken pipe must not end the test runner.
    child.stdin.on('error', () => undefined);
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      this.#complaints = (this.#complaints + chunk).slice(-COMPLAINTS_LENGTH);
    });
    eachValue<CustomerEvent>(child.stdout, (event) => this.#onEvent(event));
  }

  ready(): Promise<void> {
    return this.#waitFor('being connected', READY_MS, (event) => event.type === 'ready');
  }

  say(text: string, room?: string): Promise<void> {
    this.#lastId += 1;
    const id = this.#lastId;
    const said = this.#waitFor(`saying ${JSON.stringify(text)}`, SAY_MS, (event) => {
      if (event.type === 'refused' && event.id === id) {
        throw new Error(`${this.#name}: ${JSON.stringify(text)} was refused: ${event.reason}`);
      }
      return event.type === 'said' && event.id === id;
    });
    this.#send({ type: 'say', id, text, ...(room === undefined ? {} : { room }) });
    return said;
  }

  received(): string[] {
    return [...this.#texts];
  }

  receivedHtml(): string[] {
    return [...this.#html];
  }

  async waitForText(text: string, timeoutMs: number): Promise<void> {
    if (!this.#texts.includes(text)) {
      const isMet = (event: CustomerEvent): boolean => event.type === 'got' && event.text === text;
      await this.#waitFor(`the text ${JSON.stringify(text)}`, timeoutMs, isMet);
    }
  }

  async close(): Promise<void> {
    this.#send({ type: 'close' });
    await endGroup(this.#child, CLOSE_MS);
  }

  #send(command: CustomerCommand): void {
    writeLine(this.#child.stdin, command);
  }

  #onEvent(event: CustomerEvent): void {
    if (event.type === 'got') {
      this.#texts.push(event.text);
      if (event.html !== undefined) {
        this.#html.push(event.html);
      }
    } else if (event.type === 'failed') {
      this.#fail(event.reason);
    }
    for (const entry of this.#waiting) {
      try {
        if (entry.isMet(event)) {
          entry.resolve();
        }
      } catch (error) {
        entry.reject(error);
      }
    }
  }

  #fail(reason: string): void {
    this.#failure ??= new Error(`${this.#name}: ${reason} ${this.#complaints}`.trim());
    for (const entry of this.#waiting) {
      entry.reject(this.#failure);
    }
  }

  #waitFor(what: string, timeoutMs: number, isMet: Waiting['isMet']): Promise<void> {
    if (this.#failure !== undefined) {
      return Promise.reject(this.#failure);
    }
    return new Promise((resolve, reject) => {
      const settle = (action: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(entry);
        action();
      };
      const entry: Waiting = {
        isMet,
        resolve: () => settle(resolve),
        reject: (error) => settle(() => reject(error)),
      };
      const timer = setTimeout(() => {
        const got = JSON.stringify(this.#texts);
        const detail = `not within ${timeoutMs} ms; received ${got} ${this.#complaints}`;
        entry.reject(new Error(`${this.#name}: ${what}: ${detail}`.trim()));
      }, timeoutMs);
      this.#waiting.add(entry);
    });
  }
}
