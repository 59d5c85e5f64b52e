/** The little IRC that a customer needs. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { eachLine } from './json-lines.ts';

/** One line from the server, taken apart. */
interface IrcMessage {
  /** Nick of the sender, or the server's name. */
  from: string;
  command: string;
  params: string[];
}

/** Takes a line apart, e.g. `:mei!~mei@host PRIVMSG #support :hello there`. */
function parseIrcLine(line: string): IrcMessage {
  const parts = /^(?::(?<from>[^ !]+)[^ ]* )?(?<command>[^ ]+)(?<rest>.*)$/su.exec(line)?.groups;
  const rest = parts?.['rest'] ?? '';
  const colon = rest.indexOf(' :');
  const params = (colon < 0 ? rest : rest.slice(0, colon)).split(' ').filter((part) => part !== '');
  if (colon >= 0) {
    params.push(rest.slice(colon + 2));
  }
  return { from: parts?.['from'] ?? '', command: parts?.['command'] ?? '', params };
}

/** A logged-in connection to an IRC server on this machine. */
export class IrcConnection {
  readonly nick: string;
  readonly #socket: Socket;
  readonly #listeners = new Set<(message: IrcMessage) => void>();

  private constructor(socket: Socket, nick: string) {
    this.nick = nick;
    this.#socket = socket;
    // What went wrong shows as the 'close' that follows; unheard it would end this process.
    socket.on('error', () => undefined);
    eachLine(socket, (line) => this.#onLine(line));
  }

  /** Connects and registers the nick. */
  static async open(port: number, nick: string): Promise<IrcConnection> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const connection = new IrcConnection(socket, nick);
    const welcome = connection.waitFor(({ command, params }) => {
      // 376 and 422 end the message of the day, the last thing a server says at login.
      if (/^4(?!22)\d\d$/.test(command) || command === 'ERROR') {
        throw new Error(params.slice(1).join(' ') || params.join(' '));
      }
      return command === '376' || command === '422';
    });
    connection.send(`NICK ${nick}`);
    connection.send(`USER ${nick} 0 * :${nick}`);
    await welcome;
    return connection;
  }

  /** Sends one line. */
  send(line: string): void {
    this.#socket.write(`${line}\r\n`);
  }

  /** Calls `listener` for each message from the server. */
  onMessage(listener: (message: IrcMessage) => void): void {
    this.#listeners.add(listener);
  }

  /** Calls `listener` once the connection is gone, from whichever side. */
  onClose(listener: () => void): void {
    this.#socket.once('close', listener);
  }

  /** Resolves at the first message that `isMet` accepts; rejects when it throws or on close. */
  waitFor(isMet: (message: IrcMessage) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const onClose = (): void => reject(new Error('the IRC server closed the connection'));
      const listener = (message: IrcMessage): void => {
        try {
          if (!isMet(message)) {
            return;
          }
          resolve();
        } catch (error) {
          reject(error);
        }
        this.#listeners.delete(listener);
        this.#socket.off('close', onClose);
      };
      this.#listeners.add(listener);
      this.#socket.once('close', onClose);
    });
  }

  /** Resolves when the server has dealt with everything sent before. */
  async settled(): Promise<void> {
    const token = `t${Math.random().toString(36).slice(2)}`;
    const pong = this.waitFor(({ command, params }) => command === 'PONG' && params.includes(token));
    this.send(`PING ${token}`);
    await pong;
  }

  /** Logs out. */
  async close(): Promise<void> {
    if (!this.#socket.destroyed) {
      const closed = new Promise((resolve) => this.#socket.once('close', resolve));
      this.#socket.end('QUIT :bye\r\n');
      await closed;
    }
  }

  #onLine(line: string): void {
    const message = parseIrcLine(line);
    if (message.command === 'PING') {
      this.send(`PONG :${message.params.at(-1) ?? ''}`);
    }
    for (const listener of this.#listeners) {
      listener(message);
    }
  }
}
