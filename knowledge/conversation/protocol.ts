/**
 * The two message protocols. `ToBackground` carries events in the past tense, `ToConsole` commands in the
 * imperative. Everything else travels by storage. Types only: the console's side must stay free of
 * libraries. What arrives is parsed with `knowledge/contracts`.
 */
import type { AdapterInUse, ConsoleAdapter } from '../adapters/index.ts';
import type { ConsoleReading, Conversation, InsertionExpectation } from './conversation.ts';
import type { PickerChoice, PickerContext } from './picker-protocol.ts';

export interface InsertionRequest {
  /** Which of the three cards, counted from 1. */
  position: number;
  /** Made by the console's side, so that a repeated delivery acts once. */
  requestId: string;
  /** Epoch milliseconds of the press itself: its delivery can be late. */
  pressedAt: number;
  /** What was on the console's screen when the key was pressed. */
  seen: InsertionExpectation;
}

/** No reply is longer; what is typed behind it is not looked at. */
export const MAX_DRAFT_LENGTH = 4_000;

/** What stands in the composer for the customer, masked as messages are. */
export interface ObservedDraft {
  conversationId: string;
  /** Line by line; empty when nothing stands there, and in notes that stay inside the team. */
  text: string;
}

/** The key for the better wording was pressed in the console. */
export interface RewriteRequest {
  requestId: string;
  /** Epoch milliseconds of the press itself. */
  pressedAt: number;
  conversationId: string;
}

/** What a console's page is told in return for a report. */
export interface ReadingAnswer {
  /** False once the person has taken the site's permission back: the script goes quiet. */
  mayRead: boolean;
  /** Insertion keys are ours only while there are cards to be seen; otherwise they stay the page's. */
  isPanelOpen: boolean;
  /** What was read in this tab before, if this page shows no messages and is about the same chat. */
  earlier?: Conversation;
}

export interface ToBackground {
  /** Which adapters may fit this page, the most likely first. A question, so it is put in the imperative. */
  adaptersFor(page: { url: string }): AdapterInUse[];
  /** Nothing fits, and the person is in a field as for replies: what does the page look like? */
  unknownConsoleFocused(): AdapterInUse | null;
  conversationObserved(reading: ConsoleReading): ReadingAnswer;
  insertionRequested(request: InsertionRequest): void;
  /** Only while a panel is open, and only when it is another than before. */
  draftObserved(draft: ObservedDraft): void;
  rewriteRequested(request: RewriteRequest): void;
  panelOpened(): void;
  /** The ledger is another than before: the next reminder and the badge may be, too. */
  promisesChanged(): void;
  /** Somebody wants to show us the console in this tab. @returns whether its page can be entered */
  teachingRequested(page: { tabId: number }): boolean;
  /** The trigger of the picker was typed into the composer of this conversation. */
  pickerTriggered(seen: InsertionExpectation): void;
  /** Its frame is in the page, under a name that only the frame can read. */
  pickerOpened(frame: { token: string }): void;
  /** The frame is ready. @returns null for a frame that we did not open */
  pickerJoined(frame: { token: string }): PickerContext | null;
  scriptPicked(choice: PickerChoice): InsertionResult | { ok: false; reason: 'console-gone' };
  pickerClosed(frame: { token: string }): void;
}

export interface InsertReplyCommand {
  /** A command that is delivered twice must insert once. */
  requestId: string;
  text: string;
  expected: InsertionExpectation;
  /** Where each line would go out as a message of its own; joined if absent. */
  lines?: LinePolicy;
  /** The agent saw that what is typed stays inside the team. Absent: it goes to the customer. */
  isPrivateNote?: true;
}

/** Other words for some that the agent has typed; nothing else in the draft changes. */
export interface ReplaceInDraftCommand {
  /** A command that is delivered twice must replace once. */
  requestId: string;
  expected: InsertionExpectation;
  /** What stands there, masked as the draft was observed; empty: `text` is added at the end of the draft. */
  find: string;
  /** Where it begins in the draft as it was observed. */
  at: number;
  /** Masks in it stand for what they hide in `find`. */
  text: string;
}

/** `join`: one line. `split`: as it is, and several messages. `ask`: refuse until a person has chosen. */
export type LinePolicy = 'join' | 'split' | 'ask';

export const INSERTION_REFUSALS = [
  'no-conversation',
  'conversation-changed',
  'customer-wrote-again',
  'composer-missing',
  'private-note',
  'no-private-note',
  'would-split',
  'not-inserted',
  'changed-by-console',
  'moved-meanwhile',
  'draft-changed',
] as const;
export type InsertionRefusal = (typeof INSERTION_REFUSALS)[number];

export type InsertionResult =
  /** `text` is what is in the composer now: marks are gone, and where `isJoined` so are its line breaks. */
  { ok: true; text: string; isJoined?: true } | { ok: false; reason: InsertionRefusal };

/** Our own practice page, into which browsers let no script. */
export interface ToPracticePage {
  loadRewriter(): void;
}

export interface ToConsole {
  insertReply(command: InsertReplyCommand): InsertionResult;
  /** By the script that was brought into the page before (`entrypoints/console-rewriter`). */
  replaceInDraft(command: ReplaceInDraftCommand): InsertionResult;
  /** Report the conversation again, whether or not it changed. */
  reportConversation(): void;
  /** Reads the page with an adapter that is not in use yet, and changes nothing. */
  tryAdapter(adapter: ConsoleAdapter): ConsoleReading;
}
