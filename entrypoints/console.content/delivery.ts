/** Messages can be late, lost or doubled; these two make that harmless. */

/** A command can arrive twice when its answer got lost; the second time only the answer is repeated. */
export function rememberLast<TCommand extends { requestId: string }, TResult>(
  run: (command: TCommand) => Promise<TResult>,
): (command: TCommand) => Promise<TResult> {
  let last: { requestId: string; result: Promise<TResult> } | undefined;
  return (command) => {
    if (last?.requestId !== command.requestId) last = { requestId: command.requestId, result: run(command) };
    return last.result;
  };
}

/**
 * One at a time, and only the newest: a report that had to be sent again must never arrive after a later one.
 */
export function sendLatest<TReport>(send: (report: TReport) => Promise<void>): (report: TReport) => void {
  let waiting: TReport | null = null;
  let isSending = false;
  return (report) => {
    waiting = report;
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
