/** Runs in the support console, on sites the person granted: reads the chat, inserts, nothing else. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import {
  expectNothingMoved,
  type ConsoleReading,
  type InsertReplyCommand,
  type ToBackground,
  type ToConsole,
} from '../../knowledge/conversation/index.ts';
import { quietly } from '../../utils/errors/quietly.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { findAdapter } from './adapters/index.ts';
import { rememberLast, sendLatest } from './delivery.ts';
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

    const report = sendLatest(async (reading: ConsoleReading) => {
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
    });
    const requestInsertion = (position: number, { conversation }: ConsoleReading) => {
      if (!conversation) return;
      const seen = expectNothingMoved(conversation);
      toBackground
        .send('insertionRequested', { position, requestId: crypto.randomUUID(), pressedAt: Date.now(), seen })
        .catch((error: unknown) => reportError('console/key', error));
    };
    const observer = observeConsole({
      findAdapter,
      signal: context.signal,
      report,
    });

    const insertOnce = rememberLast((command: InsertReplyCommand) =>
      insertReply(command, { adapter: observer.currentAdapter(), readNow: observer.readNow }),
    );
    context.onInvalidated(quietly(toConsole.listen('insertReply', ({ data }) => insertOnce(data))));
    context.onInvalidated(quietly(toConsole.listen('reportConversation', () => observer.reportAgain())));

    listenForInsertKeys({
      signal: context.signal,
      isReading: () => isPanelOpen && observer.currentAdapter() !== null && context.isValid,
      request: (position) => requestInsertion(position, observer.readNow()),
    });
  },
});
