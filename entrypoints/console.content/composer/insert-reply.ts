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
import { collapseWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { findComposer, isPrivateNote } from '../reading/find-composer.ts';
import { findConversationScope } from '../reading/read-console.ts';
import { joinSelectors } from '../reading/query.ts';
import { focusComposer } from './caret.ts';
import { announceFocus, yieldPlaceholder } from './placeholder.ts';
import { insertIntoEditor, type Circumstances } from './insert-into-editor.ts';
import { wait, type Outcome } from './read-back.ts';
import { formatReply, type Reply } from '../../../utils/text/format-reply.ts';
import { insertIntoField } from './insert-into-field.ts';
import { isTextField } from './text-field.ts';

/** Editors that manage their own selection need this long after focus (measured). */
const FOCUS_SETTLES_MS = 150;
/** What one types text into. */
const TYPED_IN =
  'textarea, input:not([type]), input:is([type="text" i], [type="search" i]), [contenteditable]:not([contenteditable="false" i])';

export interface InsertionPage {
  adapter: ConsoleAdapter | null;
  readNow(): ConsoleReading;
}

export async function insertReply(
  command: InsertReplyCommand,
  page: InsertionPage,
): Promise<InsertionResult> {
  const { newline, placeholder } = page.adapter?.composer ?? {};
  const composer = findReplyField(page, command);
  if (typeof composer === 'string') return refuse(composer);
  const lines = decideLines(command, newline);
  if (!lines) return refuse('would-split');
  const isReplacing = await settle(composer, placeholder);
  // The customer can write while we wait for focus …
  const lateRefusal = checkPage(page, command.expected);
  if (lateRefusal) return refuse(lateRefusal);
  const reply = formatReply(lines.text);
  const around = isReplacing ? { before: '', after: '' } : undefined;
  const outcome = await write(composer, reply, { around, isEnterSent: newline === 'sendsOnEnter' });
  if (outcome !== 'inserted') return refuse(outcome);
  // … and while the text goes in: then it is there, and the agent must look before sending.
  if (checkPage(page, command.expected)) return refuse('moved-meanwhile');
  return { ok: true, text: reply.text, ...(lines.isJoined && { isJoined: true }) };
}

/** Where the reply goes, or why it may not. */
export function findReplyField(
  page: InsertionPage,
  command: Pick<InsertReplyCommand, 'expected' | 'isPrivateNote'>,
): HTMLElement | InsertionRefusal {
  return checkPage(page, command.expected) ?? chooseComposer(page.adapter, command.isPrivateNote);
}

interface Lines {
  text: string;
  isJoined: boolean;
}

/** @returns null while a person has to choose */
function decideLines(
  { text, lines }: InsertReplyCommand,
  newline: ConsoleAdapter['composer']['newline'] | undefined,
): Lines | null {
  if (newline !== 'splits' || lines === 'split') return { text, isJoined: false };
  const isJoined = text.trim().includes('\n');
  return isJoined && lines === 'ask' ? null : { text: collapseWhitespace(text), isJoined };
}

/** @returns why the reply may not go in, or null if nothing has moved */
export function checkPage(
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

/** @param isNote whether the agent was told that the reply stays inside the team */
function chooseComposer(adapter: ConsoleAdapter | null, isNote = false): HTMLElement | InsertionRefusal {
  const scope = adapter && findConversationScope(adapter);
  const found = scope && findComposer(scope, adapter);
  if (!found || typeof found === 'string') return 'composer-missing';
  const composer = found.value as HTMLElement;
  if (isClosed(composer)) return 'composer-missing';
  if (isPrivateNote(scope, adapter) === isNote) return composer;
  return isNote ? 'no-private-note' : 'private-note';
}

function isClosed(field: HTMLElement): boolean {
  return isTextField(field) && (field.disabled || field.readOnly);
}

function write(composer: HTMLElement, reply: Reply, circumstances: Circumstances): Promise<Outcome> {
  return isTextField(composer)
    ? insertIntoField(composer, reply)
    : insertIntoEditor(composer, reply, circumstances);
}

/** Focus where the agent would type. @returns whether what stands there is a placeholder, to be replaced */
async function settle(composer: HTMLElement, placeholder: readonly string[] = []): Promise<boolean> {
  if (focusComposer(composer) && !isTextField(composer)) await wait(FOCUS_SETTLES_MS);
  if (announceFocus(composer, placeholder)) await wait(FOCUS_SETTLES_MS);
  const isReplacing = yieldPlaceholder(composer, placeholder);
  if (isReplacing) await wait(FOCUS_SETTLES_MS);
  return isReplacing;
}

export function refuse(reason: InsertionRefusal): InsertionResult {
  return { ok: false, reason };
}
