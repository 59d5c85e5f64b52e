import type { PromiseAction } from './promise-wording.ts';

/** Where a message promises something. */
export interface PromiseSpan {
  start: number;
  end: number;
  /** Epoch milliseconds; null for "as soon as possible". */
  dueAt: number | null;
  action: PromiseAction;
}
