import type {
  ConsoleReading,
  Conversation,
  Message,
  ParticipantRole,
} from '../../knowledge/conversation/index.ts';

/** The moment most tests begin: 18 November 2026, 09:00 in UTC. */
export const MORNING = Date.UTC(2026, 10, 18, 9);

export function makeMessage(
  role: ParticipantRole,
  id: string,
  text = `${role} says ${id}`,
  sentAt: number | null = null,
): Message {
  return { id, role, text, sentAt };
}

export const customerSays = (id: string, text?: string, sentAt?: number | null): Message =>
  makeMessage('customer', id, text, sentAt);

export const agentSays = (id: string, text?: string, sentAt?: number | null): Message =>
  makeMessage('agent', id, text, sentAt);

export function makeConversation(
  messages: Message[] = [customerSays('m1', '退款怎么还没到')],
  overrides: Partial<Omit<Conversation, 'messages'>> = {},
): Conversation {
  return { id: 'chat-1', consoleId: 'practice', customerName: '王女士', messages, ...overrides };
}

export function makeReading(conversation: Conversation | null = makeConversation()): ConsoleReading {
  return {
    consoleId: conversation?.consoleId ?? 'practice',
    health: { state: 'ok', problems: [] },
    conversation,
  };
}
