import type { AskReason, AuthorityRole, Decision } from './authority.ts';

const APPROVAL_STATES = ['asked', 'approved', 'refused', 'withdrawn'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** One question to somebody with more rights, and the answer. */
export interface Approval {
  /** ULID. */
  id: string;
  /** Row format, for lazy migration. */
  v: 1;
  contactId: string;
  decision: Decision;
  amount: number | null;
  reason: AskReason;
  askedBy: AuthorityRole;
  needsRole: AuthorityRole | null;
  /** Masked. */
  summary: string;
  state: ApprovalState;
  askedAt: number;
  /** Who said so, as the agent names them; null while asked. */
  answeredBy: string | null;
  answeredAt: number | null;
}

/** An answer is given once: what was decided stays as it was. */
export function answerApproval(
  approval: Approval,
  { state, by, now }: { state: Exclude<ApprovalState, 'asked'>; by: string; now: number },
): Approval {
  return approval.state === 'asked' ? { ...approval, state, answeredBy: by, answeredAt: now } : approval;
}
