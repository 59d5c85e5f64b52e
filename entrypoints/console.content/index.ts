/** Runs in the support console, on sites the person granted: reads the chat, inserts, nothing else. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import type {
  ConsoleReading,
  InsertionResult,
  InsertReplyCommand,
  ToBackground,
  ToConsole,
} from '../../knowledge/conversation/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { findAdapter } from './adapters/index.ts';
import { insertReply } from './composer/insert-reply.ts';
import { listenForInsertKeys } from './insert-keys.ts';
import { observeConsole } from './reading/observe-console.ts';

export default defineContentScript({
  // Registered at run time for granted sites only (entrypoints/background/site-access.ts).
  registration: 'runtime',
  matches: [],
  noScriptStartedPostMessage: true,
  main(context) {
    const toBackground = createMessenger<ToBackground>();
    const toConsole = createMessenger<ToConsole>();

    let isPanelOpen = false;

    const report = async (reading: ConsoleReading) => {
      // An update or removal of the extension leaves old scripts behind: they go quiet at once.
      if (context.isInvalid) return;
      try {
        const answer = await toBackground.send('conversationObserved', reading);
        isPanelOpen = answer.isPanelOpen;
        if (!answer.mayRead) context.abort('the site’s permission was taken back');
      } catch (error) {
        if (context.isInvalid) return;
        reportError('console/report', error);
        observer.reportAgain();
      }
    };
    const observer = observeConsole({
      findAdapter,
      signal: context.signal,
      report: (reading) => void report(reading),
    });

    const insertOnce = rememberLast((command: InsertReplyCommand) =>
      insertReply(command, { adapter: observer.currentAdapter(), readNow: observer.readNow }),
    );
    context.onInvalidated(toConsole.listen('insertReply', ({ data }) => insertOnce(data)));
    context.onInvalidated(toConsole.listen('reportConversation', () => observer.reportAgain()));

    listenForInsertKeys({
      signal: context.signal,
      isReading: () => isPanelOpen && observer.currentAdapter() !== null && context.isValid,
      request: (position) => {
        const request = { position, requestId: crypto.randomUUID() };
        toBackground
          .send('insertionRequested', request)
          .catch((error: unknown) => reportError('console/key', error));
      },
    });
  },
});

/** A command can arrive twice when its answer got lost; the second time only the answer is repeated. */
function rememberLast(run: (command: InsertReplyCommand) => Promise<InsertionResult>) {
  let last: { requestId: string; result: Promise<InsertionResult> } | undefined;
  return (command: InsertReplyCommand): Promise<InsertionResult> => {
    if (last?.requestId !== command.requestId) last = { requestId: command.requestId, result: run(command) };
    return last.result;
  };
}
