/** Reads the open conversation of a console page with the adapter that fits it. */
import {
  judgeHealth,
  type AdapterInUse,
  type AdapterPart,
  type ConsoleAdapter,
  type ConsoleReading,
  type Conversation,
  type HealthProblem,
  type Message,
  type ReadBy,
} from '../../../knowledge/conversation/index.ts';
import { maskPii } from '../../../knowledge/privacy/index.ts';
import { hashText } from '../../../utils/text/hash-text.ts';
import { collapseWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../../utils/text/strip-invisible.ts';
import { readAnswerPage, readSameChat, type EarlierConversation } from './answer-page.ts';
import { fitsPage } from './find-adapter.ts';
import { findComposer, isPrivateNote } from './find-composer.ts';
import { enterFrames, type EnteredRoot } from './frames.ts';
import { findCandidate, findVisible, readValue, type Found } from './query.ts';
import { readFields } from './read-fields.ts';
import { readAuthors, type Authors } from './read-role.ts';
import { readRows, type Row, type RowCache } from './read-rows.ts';
import { createOwnTest } from './said.ts';

const MAX_NAME_LENGTH = 40;
const MAX_UNKNOWN_SHARE = 0.2;
/** A chat this long without a word of the customer's was read with the wrong eyes. */
const MIN_MESSAGES_WITH_CUSTOMER = 4;

/** What reading remembers between two looks at the same page. */
export interface ReadingMemory {
  rows: RowCache;
  /** Those the rows' roles were decided by. */
  authors: string;
  conversationId: string | null;
  /** When each message of this conversation was first seen; null: it was there before us. */
  seenAt: Map<string, number | null>;
  /** What was read in this tab before, for a page that shows no messages. */
  earlier: EarlierConversation | null;
  /** Is told every frame and shadow root that was looked into. */
  onEnter: (root: EnteredRoot) => void;
  /** Is told the list the messages were read from. */
  onList: (list: Element) => void;
}

export function createReadingMemory(
  onEnter: ReadingMemory['onEnter'] = () => {},
  onList: ReadingMemory['onList'] = () => {},
): ReadingMemory {
  return {
    rows: new WeakMap(),
    authors: '',
    conversationId: null,
    seenAt: new Map(),
    earlier: null,
    onEnter,
    onList,
  };
}

/**
 * The part of the page that belongs to the chat on screen, or null if none is open. Of several on screen it is
 * the one that has the focus, else the first.
 */
export function findConversationScope(adapter: ConsoleAdapter): ParentNode | null {
  const page = enterFrames(document, adapter.frame);
  return typeof page === 'string' ? null : (findOpenChat(page, adapter)?.value ?? null);
}

function findOpenChat(page: ParentNode, adapter: ConsoleAdapter): Found<ParentNode> | null {
  if (!adapter.openConversation) return { value: page, at: 0 };
  const chats = findVisible(page, adapter.openConversation, createOwnTest(adapter));
  const { activeElement } = page as Document | ShadowRoot;
  const value = chats?.value.find((chat) => chat.contains(activeElement)) ?? chats?.value[0];
  return chats && value ? { value, at: chats.at } : null;
}

export function readConsole(
  adapter: AdapterInUse | null,
  memory: ReadingMemory,
  now: number,
): ConsoleReading {
  if (!adapter) return { consoleId: null, health: judgeHealth(['no-adapter']), conversation: null };
  const about = { consoleId: adapter.id, readBy: describe(adapter) };
  const answering = readAnswerPage(adapter, memory);
  if (answering) return { ...about, ...answering };
  const open = locateConversation(adapter, memory);
  if ('problems' in open) return { ...about, health: judgeHealth(open.problems), conversation: null };
  const { conversation, places } = readConversation(open, { adapter, memory, now });
  const composer = findComposer(open.chat, adapter);
  const isMissing = typeof composer === 'string';
  const isFault = isMissing && !adapter.answerPage;
  const problems = [...(isFault ? [composer] : []), ...doubtMessages(conversation.messages)];
  const fallbacks = listFallbacks({ ...places, composer: isMissing ? 0 : composer.at });
  return {
    ...about,
    health: judgeHealth(problems, fallbacks),
    conversation,
    ...readSameChat(open.page, adapter),
    ...(isPrivateNote(open.chat, adapter) ? { isPrivateNote: true } : {}),
  };
}

interface OpenConversation {
  page: ParentNode;
  chat: ParentNode;
  root: Element;
  id: string;
  /** Which candidate found each. */
  places: Record<'chat' | 'conversation' | 'list', number>;
}

/** @returns what is in the way; without problems no conversation is open */
function locateConversation(
  adapter: AdapterInUse,
  { onEnter }: ReadingMemory,
): OpenConversation | { problems: HealthProblem[] } {
  if (!fitsPage(adapter)) return { problems: ['no-signature'] };
  const page = enterFrames(document, adapter.frame, onEnter);
  if (typeof page === 'string') return { problems: [page] };
  const chat = findOpenChat(page, adapter);
  const id = chat && readValue(chat.value, adapter.conversation.id, createOwnTest(adapter));
  if (!chat || !id) return { problems: [] };
  const root = findCandidate(chat.value, adapter.messages.root);
  if (!root) return { problems: ['no-list'] };
  const places = { chat: chat.at, conversation: id.at, list: root.at };
  return { page, chat: chat.value, root: root.value, id: id.value, places };
}

function describe({ name, version, verified, origin, composer }: AdapterInUse): ReadBy {
  const hint = composer.openHint ? { openHint: composer.openHint } : {};
  return { name, version, trust: origin ?? verified, ...hint };
}

interface ReadOptions {
  adapter: AdapterInUse;
  memory: ReadingMemory;
  now: number;
}

function readConversation(open: OpenConversation, { adapter, memory, now }: ReadOptions) {
  const { page, chat, root, id } = open;
  memory.onList(root);
  const authors = readAuthors(page, adapter);
  forgetRolesOfOthers(memory, authors);
  const { rows, itemAt, textAt } = readRows(root, adapter.messages, { cache: memory.rows, authors, now });
  const conversation: Conversation = {
    // Ids of chats can be phone numbers or addresses; nothing unmasked leaves the page.
    id: maskedIdentity(id),
    consoleId: adapter.id,
    ...readCustomerName(chat, adapter),
    ...(adapter.fields ? { fields: readFields(page, adapter) } : {}),
    messages: toMessages(rows, memory, { conversationId: id, now }),
  };
  return { conversation, places: { ...open.places, rows: itemAt, text: textAt } };
}

/** Rows are remembered with their roles, which other authors would change. */
function forgetRolesOfOthers(memory: ReadingMemory, authors: Authors): void {
  const summary = authors.map((names) => (names ? [...names].join('\n') : '')).join('\n\n');
  if (summary !== memory.authors) memory.rows = new WeakMap();
  memory.authors = summary;
}

/** One doubt is enough: where nobody knows who speaks, the customer is missing too. */
function doubtMessages(messages: readonly Message[]): HealthProblem[] {
  const count = (wanted: Message['role']) => messages.filter(({ role }) => role === wanted).length;
  if (count('unknown') > messages.length * MAX_UNKNOWN_SHARE) return ['unknown-roles'];
  return messages.length >= MIN_MESSAGES_WITH_CUSTOMER && count('customer') === 0 ? ['no-customer'] : [];
}

function listFallbacks(places: Record<AdapterPart, number>): AdapterPart[] {
  return (Object.keys(places) as AdapterPart[]).filter((part) => places[part] > 0);
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
function readCustomerName(scope: ParentNode, adapter: ConsoleAdapter): { customerName?: string } {
  const { customerName } = adapter.conversation;
  const shown = customerName && readValue(scope, customerName, createOwnTest(adapter))?.value;
  const name = shown ? collapseWhitespace(stripInvisible(shown)) : '';
  const isName =
    name.length <= MAX_NAME_LENGTH &&
    /^(?:\p{Script=Han}[\p{Script=Han}·]*|\p{Lu}[\p{L}.'’ -]+)$/u.test(name);
  return isName && maskPii(name) === name ? { customerName: name } : {};
}
