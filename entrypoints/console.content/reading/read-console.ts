/** Reads the open conversation of a console page with the adapter that fits it. */
import type {
  ConsoleAdapter,
  ConsoleReading,
  Conversation,
  HealthProblem,
  Message,
  ReadingHealth,
} from '../../../knowledge/conversation/index.ts';
import { maskPii } from '../../../knowledge/privacy/index.ts';
import { hashText } from '../../../utils/text/hash-text.ts';
import { collapseWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../../utils/text/strip-invisible.ts';
import { findAllVisible, findFirst, findFirstVisible, readValue } from './query.ts';
import { readRows, type Row, type RowCache } from './read-rows.ts';

const MAX_NAME_LENGTH = 40;
const MAX_UNKNOWN_SHARE = 0.2;

/** What reading remembers between two looks at the same page. */
export interface ReadingMemory {
  rows: RowCache;
  conversationId: string | null;
  /** When each message of this conversation was first seen; null: it was there before us. */
  seenAt: Map<string, number | null>;
}

export function createReadingMemory(): ReadingMemory {
  return { rows: new WeakMap(), conversationId: null, seenAt: new Map() };
}

/**
 * The part of the page that belongs to the chat on screen, or null if none is open. Of several on screen it is
 * the one that has the focus, else the first.
 */
export function findConversationScope({ openConversation }: ConsoleAdapter): ParentNode | null {
  if (!openConversation) return document;
  const chats = findAllVisible(document, openConversation);
  return chats.find((chat) => chat.contains(document.activeElement)) ?? chats[0] ?? null;
}

export function readConsole(
  adapter: ConsoleAdapter | null,
  memory: ReadingMemory,
  now: number,
): ConsoleReading {
  if (!adapter) return { consoleId: null, health: broken('no-adapter'), conversation: null };
  const scope = findConversationScope(adapter);
  const id = scope && readValue(scope, adapter.conversation.id);
  if (!scope || !id)
    return { consoleId: adapter.id, health: { state: 'ok', problems: [] }, conversation: null };
  const root = findFirst(scope, adapter.messages.root);
  if (!root) return { consoleId: adapter.id, health: broken('no-list'), conversation: null };
  const rows = readRows(root, adapter.messages, { cache: memory.rows, now });
  const conversation: Conversation = {
    // Ids of chats can be phone numbers or addresses; nothing unmasked leaves the page.
    id: maskedIdentity(id),
    consoleId: adapter.id,
    ...readCustomerName(scope, adapter),
    messages: toMessages(rows, memory, { conversationId: id, now }),
  };
  return { consoleId: adapter.id, health: judgeHealth(scope, adapter, conversation), conversation };
}

/**
 * An id that is a phone number or an address must stay distinguishable without being readable: two customers
 * must never become one. The checksum hides the number from sight only: whoever holds it can test guesses.
 */
function maskedIdentity(id: string): string {
  return maskPii(id) === id ? id : `#${checksum(id)}`;
}

function checksum(text: string): string {
  return hashText(text).toString(36);
}

function toMessages(
  rows: readonly Row[],
  memory: ReadingMemory,
  { conversationId, now }: { conversationId: string; now: number },
): Message[] {
  const isFirstLook = memory.conversationId !== conversationId;
  if (isFirstLook) {
    memory.conversationId = conversationId;
    memory.seenAt = new Map();
  }
  const occurrences = new Map<string, number>();
  return rows.map(({ id, role, text, shownAt }) => {
    const unique = numberRepeats(id ?? `${role}:${checksum(text)}`, occurrences);
    if (!memory.seenAt.has(unique)) memory.seenAt.set(unique, isFirstLook ? null : now);
    return { id: unique, role, text, sentAt: shownAt ?? memory.seenAt.get(unique) ?? null };
  });
}

/** Consoles without ids repeat "你好" and some draw one id twice; each row still needs its own. */
function numberRepeats(id: string, occurrences: Map<string, number>): string {
  const count = (occurrences.get(id) ?? 0) + 1;
  occurrences.set(id, count);
  return count === 1 ? id : `${id}~${count}`;
}

/** An account such as `user_8831` or an address is no name: a script must not greet anybody with it. */
function readCustomerName(scope: ParentNode, { conversation }: ConsoleAdapter): { customerName?: string } {
  const shown = conversation.customerName ? readValue(scope, conversation.customerName) : null;
  const name = shown ? collapseWhitespace(stripInvisible(shown)) : '';
  const isName =
    name.length <= MAX_NAME_LENGTH &&
    /^(?:\p{Script=Han}[\p{Script=Han}·]*|\p{Lu}[\p{L}.'’ -]+)$/u.test(name);
  return isName && maskPii(name) === name ? { customerName: name } : {};
}

function judgeHealth(scope: ParentNode, adapter: ConsoleAdapter, { messages }: Conversation): ReadingHealth {
  const problems: HealthProblem[] = [];
  if (!findFirstVisible(scope, adapter.composer.selector)) problems.push('no-composer');
  const unknown = messages.filter(({ role }) => role === 'unknown').length;
  if (unknown > messages.length * MAX_UNKNOWN_SHARE) problems.push('unknown-roles');
  return { state: problems.length > 0 ? 'degraded' : 'ok', problems };
}

function broken(problem: HealthProblem): ReadingHealth {
  return { state: 'broken', problems: [problem] };
}
