/** Runs in the support console, on sites the person granted: reads the chat, inserts, nothing else. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import {
  expectNothingMoved,
  type AdapterInUse,
  type ConsoleReading,
  type InsertReplyCommand,
  type ToBackground,
  type ToConsole,
} from '../../knowledge/conversation/index.ts';
import { quietly } from '../../utils/errors/quietly.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { newToken } from '../../utils/messaging/new-token.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { followCandidates } from './candidates.ts';
import { rememberLast, sendLatest } from './delivery.ts';
import { insertReply } from './composer/insert-reply.ts';
import { listenForInsertKeys } from './insert-keys.ts';
import { listenForPickerTrigger } from './picker-trigger.ts';
import { findAdapter, fitsPage } from './reading/find-adapter.ts';
import { observeConsole, type ConsoleObserver } from './reading/observe-console.ts';
import { createReadingMemory, readConsole } from './reading/read-console.ts';

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
        if (answer.earlier) observer.rememberEarlier(reading, answer.earlier);
        if (!answer.mayRead) context.abort('the site’s permission was taken back');
      } catch (error) {
        if (context.isInvalid) return;
        reportError('console/report', error);
        observer.reportAgain();
      }
    });
    const observer = observeUnknownConsole(context.signal, report);

    const insertOnce = rememberLast((command: InsertReplyCommand) =>
      insertReply(command, { adapter: observer.currentAdapter(), readNow: observer.readNow }),
    );
    context.onInvalidated(quietly(toConsole.listen('insertReply', ({ data }) => insertOnce(data))));
    context.onInvalidated(quietly(toConsole.listen('reportConversation', () => observer.reportAgain())));
    context.onInvalidated(
      quietly(
        toConsole.listen('tryAdapter', ({ data }) => readConsole(data, createReadingMemory(), Date.now())),
      ),
    );

    listenForInsertKeys({
      signal: context.signal,
      isReading: () => isPanelOpen && observer.currentAdapter() !== null && context.isValid,
      request: (position) => requestInsertion(position, observer.readNow()),
    });
    listenForPickerTrigger({
      signal: context.signal,
      currentAdapter: observer.currentAdapter,
      onTrigger: () => callPicker(observer.readNow()),
    });
  },
});

function requestInsertion(position: number, { conversation }: ConsoleReading): void {
  if (!conversation) return;
  const seen = expectNothingMoved(conversation);
  createMessenger<ToBackground>()
    .send('insertionRequested', { position, requestId: newToken(), pressedAt: Date.now(), seen })
    .catch((error: unknown) => reportError('console/key', error));
}

function callPicker({ conversation }: ConsoleReading): void {
  if (!conversation) return;
  createMessenger<ToBackground>()
    .send('pickerTriggered', expectNothingMoved(conversation))
    .catch((error: unknown) => reportError('console/picker', error));
}

/** Which console it is, the background knows, and can change while the page is open. */
function observeUnknownConsole(
  signal: AbortSignal,
  report: (reading: ConsoleReading) => void,
): ConsoleObserver {
  const { send } = createMessenger<ToBackground>();
  const observer = observeConsole({ findAdapter: () => findAdapter(listCandidates()), signal, report });
  const listCandidates = followCandidates({
    signal,
    ask: () => send('adaptersFor', { url: location.href }),
    guess: () => send('unknownConsoleFocused', undefined),
    isKnown: () => isKnown(observer.currentAdapter()),
    onChange: observer.chooseAgain,
  });
  return observer;
}

/** A guess holds only as long as the page looks like it; an adapter that broke is worth saying, not guessing over. */
function isKnown(adapter: AdapterInUse | null): boolean {
  return adapter !== null && (adapter.origin !== 'guessed' || fitsPage(adapter));
}
