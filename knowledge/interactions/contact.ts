/**
 * The contact (一次服务): one customer helped once. Measured from what was observed; holds no message text.
 */

/** `closed-by-agent`: the agent said so. `idle`: nobody wrote. `conversation-changed`: the agent moved on. */
export type ContactEndReason = 'idle' | 'conversation-changed' | 'closed-by-agent';

/** Skipping is a choice, not a fault; it is kept apart from "not yet". */
export type WrapUpState = 'none' | 'pending' | 'done' | 'skipped';

export interface Contact {
  /** ULID. */
  id: string;
  /** Row format, for lazy migration. */
  v: 1;
  channel: 'chat';
  consoleId: string;
  /** Keyed hash of console and conversation: recognises a chat again without storing who it is. */
  conversationKey: string;
  /** How the list shows whom it was, with the given name hidden: 王** */
  customerLabel: string;
  state: 'open' | 'ended';
  /** Epoch milliseconds, like all times here. */
  startedAt: number;
  lastActivityAt: number;
  endedAt: number | null;
  endReason: ContactEndReason | null;
  /** A turn is a run of messages by one side. */
  customerTurns: number;
  agentTurns: number;
  /** From the first customer message to our first answer; null until there is one. */
  firstResponseMs: number | null;
  /** The newest message already counted. */
  lastMessage: { id: string; role: 'customer' | 'agent'; at: number };
  wrapUp: WrapUpState;
}

export interface ContactIdentity {
  id: string;
  conversationKey: string;
}

/** A pause longer than this and the same customer is a new contact. */
export const RESUME_WINDOW_MS = 30 * 60_000;

/** A customer who has waited longer than this is not waiting any more. */
export const GIVE_UP_WAITING_MS = 24 * 60 * 60_000;
