/**
 * What is being said right now in one chat, as far as the console shows it.
 * Text here is already cleaned of invisible characters and masked (see `knowledge/privacy`).
 */

/** Taken from the console's DOM, never from what a message says. */
export const PARTICIPANT_ROLES = ['customer', 'agent', 'bot', 'system', 'unknown'] as const;
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
  /** Oldest first. The newest {@link MAX_MESSAGES} at most; long lists are virtualised anyway. */
  messages: Message[];
}

/** OK: read as designed. DEGRADED: usable with doubt. BROKEN: do not act on it. */
export const HEALTH_STATES = ['ok', 'degraded', 'broken'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** Which part of the console could not be read as expected. */
export const HEALTH_PROBLEMS = ['no-adapter', 'no-list', 'no-composer', 'unknown-roles'] as const;
export type HealthProblem = (typeof HEALTH_PROBLEMS)[number];

export interface ReadingHealth {
  state: HealthState;
  problems: HealthProblem[];
}

/** One read of one console page: what the content script reports. */
export interface ConsoleReading {
  consoleId: string | null;
  health: ReadingHealth;
  /** Null when no conversation is open in the console. */
  conversation: Conversation | null;
}

export const MAX_MESSAGES = 60;
export const MAX_MESSAGE_LENGTH = 4_000;

/** Consecutive customer messages nobody has answered yet. */
export interface CustomerTurn {
  /** Id of the turn's newest message: the turn's identity. */
  id: string;
  messages: Message[];
  text: string;
}

/** The unanswered customer turn, or null if the last word was ours. Bots and notices do not answer for us. */
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
