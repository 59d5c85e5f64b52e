/**
 * How often we may look at the page. Looking costs the console's main thread; credit for it grows slowly, so a
 * line after a quiet moment is read at once, while a page that never rests is read less often.
 */

/** Share of the main thread that looking may take over time. */
const SHARE = 0.005;
/** Milliseconds of looking that may be saved up: a few lines in quick succession. */
const MAX_CREDIT_MS = 12;
/** What a look costs the browser besides our own code: timers, the message, its answer (measured). */
const HIDDEN_COST_MS = 1;
/** However dear a look was, the panel must not fall further behind than this. */
const MAX_WAIT_MS = 5_000;

export interface ReadingBudget {
  /** Milliseconds to wait before the next look. */
  wait(): number;
  /** @param milliseconds what the look just made has cost */
  spend(milliseconds: number): void;
}

/** @param now a monotonic clock in milliseconds */
export function createReadingBudget(now: () => number): ReadingBudget {
  let credit = MAX_CREDIT_MS;
  let countedAt = now();

  const refill = () => {
    credit = Math.min(MAX_CREDIT_MS, credit + (now() - countedAt) * SHARE);
    countedAt = now();
  };

  return {
    wait: () => {
      refill();
      return Math.max(0, -credit / SHARE);
    },
    spend: (milliseconds) => {
      refill();
      credit = Math.max(-MAX_WAIT_MS * SHARE, credit - milliseconds - HIDDEN_COST_MS);
    },
  };
}
