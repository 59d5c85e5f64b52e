/**
 * Runs one server and makes sure that it ends with the test run: `node guard.ts COMMAND ARG…`.
 *
 * The test holds the other end of this process's stdin. When a test runner is killed the pipe
 * closes, and the whole process group (this process is its leader) is told to end.
 */
import { spawn } from 'node:child_process';

const GRACE_MS = 2_000;

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  throw new Error('guard.ts needs a command');
}

// Signals to the group reach the server too; the guard stays until it can collect the exit status,
// because in a container nobody else may do that and a zombie would look like a leftover.
process.on('SIGTERM', () => undefined);

const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
server.on('exit', (code) => process.exit(code ?? 1));

process.stdin.resume();
process.stdin.on('close', () => {
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(() => process.kill(-process.pid, 'SIGKILL'), GRACE_MS);
});
