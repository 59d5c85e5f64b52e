/** Messages can be late, lost or doubled; these two make that harmless. */
import type {
  ConsoleReading,
  InsertionResult,
  InsertReplyCommand,
} from '../../knowledge/conversation/index.ts';

/** A command can arrive twice when its answer got lost; the second time only the answer is repeated. */
export function rememberLast(run: (command: InsertReplyCommand) => Promise<InsertionResult>) {
  let last: { requestId: string; result: Promise<InsertionResult> } | undefined;
  return (command: InsertReplyCommand): Promise<InsertionResult> => {
    if (last?.requestId !== command.requestId) last = { requestId: command.requestId, result: run(command) };
    return last.result;
  };
}

/**
 * One at a time, and only the newest: a report that had to be sent again must never arrive after a later one.
 */
export function sendLatest(
  send: (reading: ConsoleReading) => Promise<void>,
): (reading: ConsoleReading) => void {
  let waiting: ConsoleReading | null = null;
  let isSending = false;
  return (reading) => {
    waiting = reading;
    if (!isSending) void sendWaiting();
  };

  async function sendWaiting(): Promise<void> {
    isSending = true;
    for (let next = waiting; next; next = waiting) {
      waiting = null;
      await send(next);
    }
    isSending = false;
  }
}
