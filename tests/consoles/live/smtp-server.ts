/** A mail server that takes every mail and hands it on: the post office between agent and customers. */
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import type { ConsoleRun } from './console-run.ts';
import { listenAnywhere, portOf } from './ports.ts';

/** Takes a mail, one character per byte; a rejection is told to the sender. */
export type Deliver = (recipients: readonly string[], raw: string) => Promise<void>;

/** Listens until the run stops; resolves with the port. */
export async function startSmtpServer(run: ConsoleRun, deliver: Deliver): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    new SmtpSession(socket, deliver).greet();
  });
  await listenAnywhere(server);
  run.onStop(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) {
      socket.destroy();
    }
    await closed;
  });
  return portOf(server);
}

class SmtpSession {
  readonly #socket: Socket;
  readonly #deliver: Deliver;
  #rest = '';
  #recipients: string[] = [];
  /** The lines of the mail that is coming in, or undefined between mails. */
  #mail: string[] | undefined;
  #queue = Promise.resolve();

  constructor(socket: Socket, deliver: Deliver) {
    this.#socket = socket;
    this.#deliver = deliver;
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      const lines = (this.#rest + chunk).split('\r\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) {
        // One after the other: an answer must not overtake a delivery.
        this.#queue = this.#queue.then(() => this.#take(line));
      }
    });
  }

  greet(): void {
    this.#say('220 localhost ready');
  }

  async #take(line: string): Promise<void> {
    if (this.#mail === undefined) {
      this.#obey(line);
    } else if (line === '.') {
      await this.#finish(this.#mail.join('\r\n'));
    } else {
      this.#mail.push(line.replace(/^\./, ''));
    }
  }

  #obey(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') {
      this.#say('250-localhost\r\n250-8BITMIME\r\n250 SMTPUTF8');
    } else if (verb === 'DATA') {
      this.#mail = [];
      this.#say('354 go on');
    } else if (verb === 'QUIT') {
      this.#socket.end('221 bye\r\n');
    } else {
      const [, recipient] = /^RCPT TO:\s*<([^>]*)>/i.exec(line) ?? [];
      if (recipient !== undefined) {
        this.#recipients.push(recipient);
      }
      this.#say('250 ok');
    }
  }

  async #finish(raw: string): Promise<void> {
    const recipients = this.#recipients;
    this.#recipients = [];
    this.#mail = undefined;
    await this.#deliver(recipients, `${raw}\r\n`).then(
      () => this.#say('250 delivered'),
      (error: unknown) => this.#say(`554 ${String(error).replaceAll(/\s+/g, ' ')}`),
    );
  }

  #say(line: string): void {
    this.#socket.write(`${line}\r\n`);
  }
}
