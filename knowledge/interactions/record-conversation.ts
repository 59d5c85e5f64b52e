import type { Conversation, Message } from '../conversation/index.ts';
import { RESUME_WINDOW_MS, type Contact, type ContactIdentity } from './contact.ts';

type SpokenMessage = Message & { role: 'customer' | 'agent' };

/** One look at a conversation. */
export interface Observation {
  conversation: Conversation;
  /** For the contact that starts with it, if one does. */
  identity: ContactIdentity;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Brings a contact up to date with what the console shows now. Pure and idempotent: the same observation
 * twice changes nothing, because only messages after `lastMessage` are counted.
 *
 * @param latest the newest contact with this conversation, if there ever was one
 * @returns the contact as it should be stored, or null if there is nothing to record: looking at an old,
 *   answered chat does not start a contact
 */
export function recordConversation(latest: Contact | null, observation: Observation): Contact | null {
  const { conversation, now } = observation;
  const spoken = conversation.messages.filter(isSpoken);
  if (!latest) return startContact(findOpening(spoken), observation);
  const fresh = listMessagesAfter(spoken, latest.lastMessage);
  if (fresh.length === 0) return null;
  if (latest.state === 'open' || canResume(latest, now)) {
    return fresh.reduce((contact, message) => countMessage(contact, message, now), reopen(latest));
  }
  return startContact(fresh, observation, latest.lastMessage.at);
}

/** @returns the contact, ended; `at` is when the service really stopped, not when somebody noticed */
export function endContact(contact: Contact, reason: NonNullable<Contact['endReason']>, at: number): Contact {
  return { ...contact, state: 'ended', endReason: reason, endedAt: at, wrapUp: 'pending' };
}

/** The customer spoke last: moving to another chat does not end this one. */
export function isWaitingForUs(contact: Contact): boolean {
  return contact.lastMessage.role === 'customer';
}

/** Names are personal data: the family name is enough to find a row again. */
export function labelCustomer(conversation: Conversation): string {
  const first = [...(conversation.customerName ?? '')][0];
  return first ? `${first}**` : '';
}

function startContact(
  messages: SpokenMessage[],
  { conversation, identity, now }: Observation,
  notBefore = 0,
): Contact | null {
  const start = messages.findIndex(({ role }) => role === 'customer');
  const [first, ...rest] = start < 0 ? [] : messages.slice(start);
  if (!first) return null;
  // Rounded down it could seem older than the contact before it, which would then pass for the newest.
  const startedAt = Math.max(first.sentAt ?? now, notBefore);
  const contact: Contact = {
    ...identity,
    v: 1,
    channel: 'chat',
    consoleId: conversation.consoleId,
    customerLabel: labelCustomer(conversation),
    state: 'open',
    startedAt,
    lastActivityAt: startedAt,
    endedAt: null,
    endReason: null,
    customerTurns: 1,
    agentTurns: 0,
    firstResponseMs: null,
    lastMessage: { id: first.id, role: first.role, at: startedAt },
    wrapUp: 'none',
  };
  return rest.reduce((soFar, message) => countMessage(soFar, message, now), contact);
}

/** History above the open customer turn belongs to earlier contacts. */
function findOpening(spoken: SpokenMessage[]): SpokenMessage[] {
  const lastAnswer = spoken.findLastIndex(({ role }) => role === 'agent');
  return spoken.slice(lastAnswer + 1);
}

function countMessage(contact: Contact, message: SpokenMessage, now: number): Contact {
  // Consoles show times to the minute or not at all; time must still never run backwards.
  const at = Math.max(message.sentAt ?? now, contact.lastMessage.at);
  const isNewTurn = message.role !== contact.lastMessage.role;
  const isFirstAnswer = message.role === 'agent' && contact.agentTurns === 0;
  return {
    ...contact,
    lastActivityAt: at,
    customerTurns: contact.customerTurns + (isNewTurn && message.role === 'customer' ? 1 : 0),
    agentTurns: contact.agentTurns + (isNewTurn && message.role === 'agent' ? 1 : 0),
    firstResponseMs: isFirstAnswer ? at - contact.startedAt : contact.firstResponseMs,
    lastMessage: { id: message.id, role: message.role, at },
  };
}

/** If the newest counted message has scrolled out of the list, time decides where what is new begins. */
function listMessagesAfter(spoken: SpokenMessage[], last: Contact['lastMessage']): SpokenMessage[] {
  const position = spoken.findIndex(({ id }) => id === last.id);
  if (position >= 0) return spoken.slice(position + 1);
  const newer = spoken.findIndex(({ sentAt }) => sentAt !== null && sentAt > last.at);
  return newer >= 0 ? spoken.slice(newer) : [];
}

function canResume(contact: Contact, now: number): boolean {
  return (
    contact.wrapUp === 'pending' &&
    contact.endReason !== 'closed-by-agent' &&
    now - contact.lastActivityAt < RESUME_WINDOW_MS
  );
}

function reopen(contact: Contact): Contact {
  return { ...contact, state: 'open', endedAt: null, endReason: null, wrapUp: 'none' };
}

function isSpoken(message: Message): message is SpokenMessage {
  return message.role === 'customer' || message.role === 'agent';
}
