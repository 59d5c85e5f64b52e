/**
 * The two message protocols. `ToBackground` carries events in the past tense, `ToConsole` commands in the
 * imperative. Everything else travels by storage. Types only: the console's side must stay free of
 * libraries. What arrives is parsed with `knowledge/contracts`.
 */
import type { ConsoleReading, InsertionExpectation } from './conversation.ts';

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

/** What a console's page is told in return for a report. */
export interface ReadingAnswer {
  /** False once the person has taken the site's permission back: the script goes quiet. */
  mayRead: boolean;
  /** Insertion keys are ours only while there are cards to be seen; otherwise they stay the page's. */
  isPanelOpen: boolean;
}

export interface ToBackground {
  conversationObserved(reading: ConsoleReading): ReadingAnswer;
  insertionRequested(request: InsertionRequest): void;
  panelOpened(): void;
}

export interface InsertReplyCommand {
  /** A command that is delivered twice must insert once. */
  requestId: string;
  text: string;
  expected: InsertionExpectation;
}

export const INSERTION_REFUSALS = [
  'no-conversation',
  'conversation-changed',
  'customer-wrote-again',
  'composer-missing',
  'private-note',
  'not-inserted',
  'changed-by-console',
] as const;
export type InsertionRefusal = (typeof INSERTION_REFUSALS)[number];

export type InsertionResult =
  /** `text` is what is in the composer now: line breaks may have been joined. */
  { ok: true; text: string } | { ok: false; reason: InsertionRefusal };

export interface ToConsole {
  insertReply(command: InsertReplyCommand): InsertionResult;
  /** Report the conversation again, whether or not it changed. */
  reportConversation(): void;
}
