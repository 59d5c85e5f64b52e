/** A customer who writes over IRC: `node irc-customer.ts PORT NICK AGENT_NICK`. */
import { report, serveCustomer } from './customer-stdio.ts';
import type { CustomerProtocol } from './customer-stdio.ts';
import { IrcConnection } from './irc-connection.ts';

/** An IRC line holds 512 bytes with its header; longer texts would be cut by the server. */
const MAX_TEXT_BYTES = 400;

const [port, nick = '', agent = ''] = process.argv.slice(2);

await serveCustomer(async () => {
  const connection = await IrcConnection.open(Number(port), nick);
  const rooms = new Set<string>();
  connection.onClose(() => report({ type: 'failed', reason: 'the IRC connection closed' }));
  connection.onMessage(({ from, command, params }) => {
    if (command === 'PRIVMSG' && from === agent) {
      report({ type: 'got', text: params[1] ?? '' });
    }
  });
  return {
    async say(text, room) {
      if (room !== undefined && !rooms.has(room)) {
        connection.send(`JOIN ${room}`);
        rooms.add(room);
      }
      let refusal: string | undefined;
      const watch = connection.waitFor(({ command, params }) => {
        if (/^4\d\d$/.test(command)) {
          refusal = params.slice(1).join(' ');
        }
        return command === 'PONG';
      });
      for (const line of text.split('\n').flatMap((part) => fit(part))) {
        connection.send(`PRIVMSG ${room ?? agent} :${line}`);
      }
      await connection.settled();
      await watch;
      if (refusal !== undefined) {
        throw new Error(refusal);
      }
    },
    close: () => connection.close(),
  } satisfies CustomerProtocol;
});

/** Cuts a line into pieces a server takes whole, never inside a character; an empty line is none. */
function fit(line: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (Buffer.byteLength(piece + segment) > MAX_TEXT_BYTES) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
