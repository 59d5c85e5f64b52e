/** Runs in the support console, on sites the person granted: reads the chat, inserts, nothing else. */
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import {
  expectNothingMoved,
  type AdapterInUse,
  type ConsoleReading,
  type InsertionResult,
  type InsertReplyCommand,
  type ObservedDraft,
  type ReplaceInDraftCommand,
  type ToBackground,
  type ToConsole,
} from '../../knowledge/conversation/index.ts';
import { quietly } from '../../utils/errors/quietly.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { newToken } from '../../utils/messaging/new-token.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { followCandidates } from './candidates.ts';
import { rememberLast, sendLatest } from './delivery.ts';
import { insertReply, type InsertionPage } from './composer/insert-reply.ts';
import { HOOK } from './composer/rewriter-hook.ts';
import { listenForInsertKeys } from './insert-keys.ts';
import { listenForPickerTrigger } from './picker-trigger.ts';
import { findAdapter, fitsPage } from './reading/find-adapter.ts';
import { observeConsole, type ConsoleObserver } from './reading/observe-console.ts';
import { createReadingMemory, readConsole } from './reading/read-console.ts';
import { watchDraft, type DraftWatch, type DraftWatchOptions } from './watch-draft.ts';

export default defineContentScript({
  // Registered at run time for granted sites only (entrypoints/background/site-access.ts).
  registration: 'runtime',
  matches: [],
  noScriptStartedPostMessage: true,
  main(context) {
    const toBackground = createMessenger<ToBackground>();

    let isPanelOpen = false;
    let lastRead: ConsoleReading | null = null;

    const report = sendLatest(async (reading: ConsoleReading) => {
      // An update or removal of the extension leaves old scripts behind: they go quiet at once.
      if (context.isInvalid) return;
      try {
        const answer = await toBackground.send('conversationObserved', reading);
        isPanelOpen = answer.isPanelOpen;
        lastRead = reading;
        drafts.look();
        if (answer.earlier) observer.rememberEarlier(reading, answer.earlier);
        if (!answer.mayRead) context.abort('the site’s permission was taken back');
      } catch (error) {
        if (context.isInvalid) return;
        reportError('console/report', error);
        observer.reportAgain();
      }
    });
    const observer = observeUnknownConsole(context.signal, report);
    const drafts = reportDrafts({
      signal: context.signal,
      currentAdapter: observer.currentAdapter,
      currentReading: () => (isPanelOpen && context.isValid ? lastRead : null),
    });

    listenForCommands(context, observer, drafts);
    listenForInsertKeys({
      signal: context.signal,
      isReading: () => isPanelOpen && observer.currentAdapter() !== null && context.isValid,
      request: (position) => requestInsertion(position, observer.readNow()),
      requestRewrite: () => requestRewrite(drafts.about()),
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

function requestRewrite(conversationId: string | null): boolean {
  if (!conversationId) return false;
  createMessenger<ToBackground>()
    .send('rewriteRequested', { requestId: newToken(), pressedAt: Date.now(), conversationId })
    .catch((error: unknown) => reportError('console/rewrite', error));
  return true;
}

function reportDrafts(options: Omit<DraftWatchOptions, 'report'>): DraftWatch {
  const report = sendLatest(async (draft: ObservedDraft) => {
    try {
      await createMessenger<ToBackground>().send('draftObserved', draft);
    } catch (error) {
      reportError('console/draft', error);
      watch.forget();
    }
  });
  const watch = watchDraft({ ...options, report });
  return watch;
}

/** Whoever asks has brought the other half before. */
async function replaceWords(command: ReplaceInDraftCommand, page: InsertionPage): Promise<InsertionResult> {
  return HOOK.deskmateRewriter?.(command, page) ?? { ok: false, reason: 'not-inserted' };
}

/** Whatever changed the composer, the panel should know what stands there now. */
function listenForCommands(
  context: ContentScriptContext,
  observer: ConsoleObserver,
  drafts: DraftWatch,
): void {
  const { listen } = createMessenger<ToConsole>();
  const readPage = () => ({ adapter: observer.currentAdapter(), readNow: observer.readNow });
  // Before the next key can change it again.
  const lookNow = () => drafts.look(0);
  const insertOnce = rememberLast((command: InsertReplyCommand) =>
    insertReply(command, readPage()).finally(lookNow),
  );
  const replaceOnce = rememberLast((command: ReplaceInDraftCommand) =>
    replaceWords(command, readPage()).finally(lookNow),
  );
  const stops = [
    listen('insertReply', ({ data }) => insertOnce(data)),
    listen('replaceInDraft', ({ data }) => replaceOnce(data)),
    listen('reportConversation', () => {
      drafts.forget();
      observer.reportAgain();
    }),
    listen('tryAdapter', ({ data }) => readConsole(data, createReadingMemory(), Date.now())),
  ];
  for (const stop of stops) context.onInvalidated(quietly(stop));
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
