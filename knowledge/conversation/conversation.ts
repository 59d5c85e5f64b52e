/**
 * What is being said right now in one chat, as far as the console shows it.
 * Text here is already cleaned of invisible characters and masked (see `knowledge/privacy`).
 */
import type { FieldName } from '../adapters/index.ts';
import type { ReadingHealth } from './health.ts';

/** Taken from the console's DOM, never from what a message says. */
export const PARTICIPANT_ROLES = ['customer', 'agent', 'bot', 'system', 'internal-note', 'unknown'] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export interface Message {
  /** The console's own id where it has one; unique within the conversation. */
  id: string;
  role: ParticipantRole;
  text: string;
  /** Epoch milliseconds, or null when the console shows no time and the message was there before us. */
  sentAt: number | null;
}

export interface Conversation {
  /** The console's id for it; different chats never share one. */
  id: string;
  consoleId: string;
  /** A name to address the customer by; absent when the console shows only an account. */
  customerName?: string;
  /** What else the console shows about the customer, masked but for numbers of orders and parcels. */
  fields?: Partial<Record<FieldName, string>>;
  /** Oldest first. The newest {@link MAX_MESSAGES} at most; long lists are virtualised anyway. */
  messages: Message[];
}

/** How well the adapter that read a page is known. */
export const TRUST_STATES = ['live', 'saved-page', 'public-facts', 'own', 'guessed'] as const;
export type TrustState = (typeof TRUST_STATES)[number];

/** The adapter behind a reading, as far as a person wants to know it. */
export interface ReadBy {
  name: string;
  version: number;
  trust: TrustState;
  /** The console's words on the button that opens a composer. */
  openHint?: string;
}

/** One read of one console page: what the content script reports. */
export interface ConsoleReading {
  consoleId: string | null;
  /** Absent when no adapter fits. */
  readBy?: ReadBy;
  health: ReadingHealth;
  /** Null when no conversation is open in the console. */
  conversation: Conversation | null;
  /** In consoles that answer on a page of its own: the same on both pages of one chat. */
  sameChat?: string;
  /** What is typed into the composer now stays inside the team. */
  isPrivateNote?: true;
}

export const MAX_MESSAGES = 60;
export const MAX_MESSAGE_LENGTH = 4_000;
export const MAX_FIELD_LENGTH = 200;

/** Consecutive customer messages nobody has answered yet. */
export interface CustomerTurn {
  /** Id of the turn's newest message: the turn's identity. */
  id: string;
  messages: Message[];
  text: string;
}

/** The unanswered customer turn, or null if the last word was ours. Bots, notices and notes inside the team do not answer for us. */
export function readOpenCustomerTurn(conversation: Conversation): CustomerTurn | null {
  const messages: Message[] = [];
  for (const message of conversation.messages.toReversed()) {
    if (message.role === 'agent') break;
    if (message.role === 'customer') messages.unshift(message);
  }
  const newest = messages.at(-1);
  return newest ? { id: newest.id, messages, text: messages.map(({ text }) => text).join('\n') } : null;
}

export function findLastCustomerMessage(conversation: Conversation): Message | undefined {
  return conversation.messages.findLast(({ role }) => role === 'customer');
}

/** What must still be true when the text goes in, or it does not go in. */
export interface InsertionExpectation {
  conversationId: string;
  lastCustomerMessageId: string | null;
}

/** What a reply for this conversation may rely on from now on. */
export function expectNothingMoved(conversation: Conversation): InsertionExpectation {
  return {
    conversationId: conversation.id,
    lastCustomerMessageId: findLastCustomerMessage(conversation)?.id ?? null,
  };
}

/** Where a conversation is held: two sites, or two consoles on one, can name their conversations alike. */
export function namePlace(origin: string, consoleId: string): string {
  return `${origin} ${consoleId}`;
}
