/** The customer process's side of its conversation with the test. */
import { eachValue, writeLine } from './json-lines.ts';
import type { CustomerCommand, CustomerEvent } from './json-lines.ts';

/** What a protocol gives to a customer process. */
export interface CustomerProtocol {
  /** Sends a text to the agent or to a room; rejects when the server refuses it. */
  say(text: string, room?: string): Promise<void>;
  /** Logs out. */
  close(): Promise<void>;
}

/** Tells the test something. */
export function report(event: CustomerEvent): void {
  writeLine(process.stdout, event);
}

/** Connects, then does what the test says until it says "close" or closes the pipe. */
export async function serveCustomer(connect: () => Promise<CustomerProtocol>): Promise<void> {
  // Not being told to end any more means that the test is gone: a customer must not outlive it.
  process.stdin.on('close', () => process.exit(0));
  let protocol: CustomerProtocol;
  try {
    protocol = await connect();
  } catch (error) {
    report({ type: 'failed', reason: String(error) });
    process.exitCode = 1;
    process.stdin.destroy();
    return;
  }
  let queue = Promise.resolve();
  eachValue<CustomerCommand>(process.stdin, (command) => {
    // One at a time: texts must arrive in the order in which the test said them.
    queue = queue.then(() => obey(protocol, command));
  });
  report({ type: 'ready' });
}

async function obey(protocol: CustomerProtocol, command: CustomerCommand): Promise<void> {
  if (command.type === 'close') {
    await protocol.close().catch(() => undefined);
    process.exit(0);
  }
  try {
    await protocol.say(command.text, command.room);
    report({ type: 'said', id: command.id });
  } catch (error) {
    report({ type: 'refused', id: command.id, reason: String(error) });
  }
}
