/** Watches the page and reports what is being said, at a cost the console does not notice. */
import type { ConsoleAdapter, ConsoleReading } from '../../../knowledge/conversation/index.ts';
import { joinSelectors } from './query.ts';
import { createReadingMemory, readConsole } from './read-console.ts';
import { createReadingBudget } from './reading-budget.ts';

/** A console that is still drawing itself is not broken. */
const BROKEN_AFTER_MS = 3_000;
const MAX_RECORDS = 500;

export interface ConsoleObserver {
  /** The console as it is at this moment, whether or not it was reported. */
  readNow(): ConsoleReading;
  /** The adapter in use, or null if none fits the page so far. */
  currentAdapter(): ConsoleAdapter | null;
  /** Reports at the next look even if nothing changed. */
  reportAgain(): void;
}

export interface ObserveOptions {
  findAdapter: () => ConsoleAdapter | null;
  report: (reading: ConsoleReading) => void;
  signal: AbortSignal;
}

export function observeConsole({ findAdapter, report, signal }: ObserveOptions): ConsoleObserver {
  const memory = createReadingMemory();
  const budget = createReadingBudget(() => performance.now());
  const patience = createPatience();
  let adapter: ConsoleAdapter | null = null;
  let lastReported = '';

  const readNow = (): ConsoleReading => {
    adapter ??= findAdapter();
    return readConsole(adapter, memory, Date.now());
  };
  const reportIfNew = (reading: ConsoleReading) => {
    const summary = JSON.stringify(reading);
    if (summary === lastReported) return;
    lastReported = summary;
    report(reading);
  };
  const timer = createEarliestTimer(budget.wait, () => {
    if (signal.aborted) return;
    const startedAt = performance.now();
    const reading = readNow();
    const remaining = patience(reading);
    if (remaining > 0) timer.schedule(remaining);
    else reportIfNew(reading);
    budget.spend(performance.now() - startedAt);
  });

  watchPage(signal, (records) => {
    forgetChangedRows(records, memory, adapter);
    timer.schedule();
  });
  signal.addEventListener('abort', timer.cancel);
  timer.schedule();

  return {
    readNow,
    currentAdapter: () => adapter,
    reportAgain: () => {
      lastReported = '';
      timer.schedule();
    },
  };
}

/** @returns a function that says for how many more milliseconds a broken console may be drawing itself */
function createPatience(): (reading: ConsoleReading) => number {
  let brokenSince: number | null = null;
  return ({ health }) => {
    if (health.state !== 'broken') {
      brokenSince = null;
      return 0;
    }
    brokenSince ??= Date.now();
    return brokenSince + BROKEN_AFTER_MS - Date.now();
  };
}

/** One timer; the earliest wish wins: a change does not wait for the end of our patience. */
function createEarliestTimer(leastWait: () => number, run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDueAt = 0;
  return {
    schedule: (delay = 0) => {
      const dueAt = performance.now() + Math.max(delay, leastWait());
      if (timer !== undefined && isDueAt <= dueAt) return;
      clearTimeout(timer);
      isDueAt = dueAt;
      timer = setTimeout(() => {
        timer = undefined;
        run();
      }, dueAt - performance.now());
    },
    cancel: () => clearTimeout(timer),
  };
}

function watchPage(signal: AbortSignal, onChange: (records: MutationRecord[]) => void): void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['class', 'hidden'],
  });
  // Of several chats on screen the one with the focus is read: going from one to another changes no element.
  document.addEventListener('focusin', () => onChange([]), { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}

function forgetChangedRows(
  records: readonly MutationRecord[],
  memory: ReturnType<typeof createReadingMemory>,
  adapter: ConsoleAdapter | null,
): void {
  if (!adapter) return;
  if (records.length > MAX_RECORDS) {
    memory.rows = new WeakMap();
    return;
  }
  const items = joinSelectors(adapter.messages.item);
  if (!items) return;
  for (const { target } of records) {
    const element = target instanceof Element ? target : target.parentElement;
    let row: Element | null | undefined = element?.closest(items);
    while (row) {
      memory.rows.delete(row);
      row = row.parentElement?.closest(items);
    }
  }
}
