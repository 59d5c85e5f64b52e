/**
 * Puts a reply at the caret of the console's composer. Keeps the draft, reads back what is there, never
 * sends: nothing here presses a key or clicks a button.
 */
import {
  findLastCustomerMessage,
  type ConsoleAdapter,
  type ConsoleReading,
  type InsertionExpectation,
  type InsertionRefusal,
  type InsertionResult,
  type InsertReplyCommand,
} from '../../../knowledge/conversation/index.ts';
import { collapseWhitespace, removeWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { findConversationScope } from '../reading/read-console.ts';
import { findFirst, findFirstVisible, joinSelectors } from '../reading/query.ts';
import {
  pasteIntoEditor,
  placeCaret,
  placeCaretAtEnd,
  predictEditorText,
  typeIntoEditor,
} from './rich-text.ts';
import {
  isTextField,
  predictFieldValue,
  setFieldValue,
  typeIntoField,
  type TextField,
} from './text-field.ts';

/** Editors that manage their own selection need this long after focus (measured). */
const FOCUS_SETTLES_MS = 150;
/** What one types text into. */
const TYPED_IN =
  'textarea, input:not([type]), input:is([type="text" i], [type="search" i]), [contenteditable]:not([contenteditable="false" i])';
const READ_BACK_MS = 320;
const READ_BACK_STEP_MS = 20;

export interface InsertionPage {
  adapter: ConsoleAdapter | null;
  readNow(): ConsoleReading;
}

export async function insertReply(
  command: InsertReplyCommand,
  page: InsertionPage,
): Promise<InsertionResult> {
  const refusal = checkPage(page, command.expected);
  if (refusal) return refuse(refusal);
  const composer = findComposer(page.adapter);
  if (typeof composer === 'string') return refuse(composer);
  await focus(composer);
  // The customer can write while we wait for focus.
  const lateRefusal = checkPage(page, command.expected);
  if (lateRefusal) return refuse(lateRefusal);
  const text = page.adapter?.composer.newline === 'splits' ? collapseWhitespace(command.text) : command.text;
  const outcome = isTextField(composer)
    ? await insertIntoField(composer, text)
    : await insertIntoEditor(composer, text);
  return outcome === 'inserted' ? { ok: true, text } : refuse(outcome);
}

/** @returns why the reply may not go in, or null if nothing has moved */
function checkPage(
  { readNow, adapter }: InsertionPage,
  expected: InsertionExpectation,
): InsertionRefusal | null {
  const refusal = checkExpectation(readNow(), expected);
  return refusal ?? (adapter && isTypingInAnotherChat(adapter) ? 'conversation-changed' : null);
}

/** The focus never goes from one chat to another because of us. */
function isTypingInAnotherChat(adapter: ConsoleAdapter): boolean {
  const focused = document.activeElement;
  const chats = joinSelectors(adapter.openConversation ?? []);
  if (!focused || !chats || !focused.matches(TYPED_IN) || !focused.closest(chats)) return false;
  return findConversationScope(adapter)?.contains(focused) === false;
}

function checkExpectation(reading: ConsoleReading, expected: InsertionExpectation): InsertionRefusal | null {
  if (!reading.conversation) return 'no-conversation';
  if (reading.conversation.id !== expected.conversationId) return 'conversation-changed';
  const last = findLastCustomerMessage(reading.conversation)?.id ?? null;
  return last === expected.lastCustomerMessageId ? null : 'customer-wrote-again';
}

function findComposer(adapter: ConsoleAdapter | null): HTMLElement | InsertionRefusal {
  const scope = adapter && findConversationScope(adapter);
  if (!adapter || !scope) return 'composer-missing';
  const found = findFirstVisible(scope, adapter.composer.selector);
  if (!(found instanceof HTMLElement)) return 'composer-missing';
  if (isTextField(found) && (found.disabled || found.readOnly)) return 'composer-missing';
  const isPrivate = adapter.composer.privateNote && findFirst(scope, adapter.composer.privateNote);
  return isPrivate ? 'private-note' : found;
}

async function focus(composer: HTMLElement): Promise<void> {
  if (composer.ownerDocument.activeElement === composer) return;
  composer.focus({ preventScroll: true });
  if (isTextField(composer)) return;
  // Focus alone puts the caret in front of the draft (measured).
  placeCaretAtEnd(composer);
  await wait(FOCUS_SETTLES_MS);
}

type Outcome = 'inserted' | 'not-inserted' | 'changed-by-console';

async function insertIntoField(field: TextField, text: string): Promise<Outcome> {
  const before = field.value;
  const expected = predictFieldValue(field, text);
  typeIntoField(field, text);
  const typed = await readBack(() => field.value, before, expected);
  if (typed !== 'not-inserted') return typed;
  setFieldValue(field, text);
  return readBack(() => field.value, before, expected);
}

async function insertIntoEditor(editor: HTMLElement, text: string): Promise<Outcome> {
  placeCaret(editor);
  const before = editor.textContent;
  const expected = predictEditorText(editor, text);
  pasteIntoEditor(editor, text);
  const pasted = await readBack(() => editor.textContent, before, expected);
  if (pasted !== 'not-inserted') return pasted;
  typeIntoEditor(editor, text);
  return readBack(() => editor.textContent, before, expected);
}

/** Trusts nothing but what is there afterwards: an event that was "handled" may have changed nothing. */
async function readBack(read: () => string, before: string, expected: string): Promise<Outcome> {
  const wanted = removeWhitespace(expected);
  const unchanged = removeWhitespace(before);
  for (let waited = 0; waited <= READ_BACK_MS; waited += READ_BACK_STEP_MS) {
    if (removeWhitespace(read()) === wanted) return 'inserted';
    await wait(READ_BACK_STEP_MS);
  }
  return removeWhitespace(read()) === unchanged ? 'not-inserted' : 'changed-by-console';
}

function refuse(reason: InsertionRefusal): InsertionResult {
  return { ok: false, reason };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
