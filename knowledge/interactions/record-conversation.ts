import type { Conversation, Message } from '../conversation/index.ts';
import { GIVE_UP_WAITING_MS, RESUME_WINDOW_MS, type Contact, type ContactIdentity } from './contact.ts';

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
  if (latest.state === 'open' || canResume(latest, fresh, now)) {
    return fresh.reduce((contact, message) => countMessage(contact, message, now), reopen(latest));
  }
  const opening = latest.endReason === 'closed-by-agent' ? skipFarewell(fresh, latest, now) : fresh;
  return startContact(opening, observation, latest.lastMessage.at);
}

/** @returns the contact, ended; `at` is when the service really stopped, not when somebody noticed */
export function endContact(contact: Contact, reason: NonNullable<Contact['endReason']>, at: number): Contact {
  return { ...contact, state: 'ended', endReason: reason, endedAt: at, wrapUp: 'pending' };
}

/** The customer spoke last: moving to another chat does not end this one. */
export function isWaitingForUs(contact: Contact): boolean {
  return contact.lastMessage.role === 'customer';
}

/** Nobody wrote for `idleMs`. A customer who waits for us does not end the contact by being patient. */
export function isIdle(contact: Contact, idleMs: number, now: number): boolean {
  const silence = now - contact.lastActivityAt;
  return isWaitingForUs(contact) ? silence > Math.max(idleMs, GIVE_UP_WAITING_MS) : silence >= idleMs;
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

/** Our answer belongs to the contact that waited for it, however late it is. */
function canResume(contact: Contact, fresh: SpokenMessage[], now: number): boolean {
  if (contact.wrapUp !== 'pending' || contact.endReason === 'closed-by-agent') return false;
  const isLateAnswer = isWaitingForUs(contact) && fresh[0]?.role === 'agent';
  return isLateAnswer || now - contact.lastActivityAt < RESUME_WINDOW_MS;
}

/**
 * What a customer writes soon after the agent closed the contact is mostly a last "thank you". It opens the
 * next contact only if it is answered; what comes after the window opens one at once.
 */
function skipFarewell(fresh: SpokenMessage[], closed: Contact, now: number): SpokenMessage[] {
  const windowEnd = (closed.endedAt ?? closed.lastActivityAt) + RESUME_WINDOW_MS;
  const next = fresh.findIndex(({ role, sentAt }, at) =>
    role === 'customer' ? (sentAt ?? now) >= windowEnd : at > 0 && fresh[at - 1]?.role === 'customer',
  );
  if (next < 0) return [];
  if (fresh[next]?.role === 'customer') return fresh.slice(next);
  // Counted from the first message of the turn that was answered.
  const before = fresh.slice(0, next).findLastIndex(({ role }) => role === 'agent');
  return fresh.slice(before + 1);
}

function reopen(contact: Contact): Contact {
  return { ...contact, state: 'open', endedAt: null, endReason: null, wrapUp: 'none' };
}

function isSpoken(message: Message): message is SpokenMessage {
  return message.role === 'customer' || message.role === 'agent';
}
