/** Sending one mail to a mail server on this machine. */
import { connect } from 'node:net';
import { eachLine } from './json-lines.ts';

/** Resolves when the server has taken the mail; rejects with its answer when it refuses. */
export function sendMail(port: number, route: { from: string; to: string }, mail: string): Promise<void> {
  const body = mail.replaceAll(/^\./gm, '..');
  const steps = [
    'EHLO localhost',
    `MAIL FROM:<${route.from}>`,
    `RCPT TO:<${route.to}>`,
    'DATA',
    `${body}\r\n.`,
    'QUIT',
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', reject).on('close', () => reject(new Error('the mail server hung up')));
    eachLine(socket, (line) => {
      if (!/^[23]\d\d/.test(line)) {
        socket.destroy(new Error(line));
      } else if (line.startsWith('221')) {
        socket.destroy();
        resolve();
      } else if (line[3] !== '-') {
        socket.write(`${steps.shift() ?? 'QUIT'}\r\n`);
      }
    });
  });
}
