import type { PromiseAction } from './promise-wording.ts';

/** `late`: kept, but after it was due. `withdrawn`: it was none after all, or the customer let us off. */
export const PROMISE_STATES = ['open', 'kept', 'late', 'broken', 'withdrawn'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** What we owe a customer (承诺): a row of the promise ledger (承诺台账). All times are epoch milliseconds. */
export interface ServicePromise {
  /** ULID. */
  id: string;
  /** Row format, for lazy migration. */
  v: 1;
  contactId: string;
  /** Leads back to the conversation, also after the contact ended. */
  conversationKey: string;
  /** As the agent wrote it, masked. */
  words: string;
  action: PromiseAction;
  /** Null: no time was named. */
  dueAt: number | null;
  madeAt: number;
  state: PromiseState;
  closedAt: number | null;
  /** When to remind of it; always before it is due, if there was time for that. */
  remindAt: number;
  /** Whether the person was reminded, and told that it is overdue: each once, whatever the clock does. */
  isReminded: boolean;
  isToldOverdue: boolean;
}
