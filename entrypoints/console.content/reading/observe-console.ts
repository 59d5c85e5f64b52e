/** Watches the page and reports what is being said, at a cost the console does not notice. */
import type { ConsoleAdapter, ConsoleReading } from '../../../knowledge/conversation/index.ts';
import { createReadingMemory, readConsole } from './read-console.ts';

const MIN_GAP_MS = 100;
/** After a read of n ms, the next waits 150 × n ms: under 1 % of the main thread, however busy the page. */
const GAP_PER_READING_MS = 150;
const MAX_GAP_MS = 5_000;
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
  let adapter: ConsoleAdapter | null = null;
  let lastReported = '';
  let brokenSince: number | null = null;
  let nextLookAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const readNow = (): ConsoleReading => {
    adapter ??= findAdapter();
    return readConsole(adapter, memory, Date.now());
  };

  const look = () => {
    timer = undefined;
    if (signal.aborted) return;
    const startedAt = performance.now();
    const reading = readNow();
    const gap = Math.max(MIN_GAP_MS, (performance.now() - startedAt) * GAP_PER_READING_MS);
    nextLookAt = performance.now() + Math.min(MAX_GAP_MS, gap);
    if (isStillDrawing(reading)) return;
    const summary = JSON.stringify(reading);
    if (summary === lastReported) return;
    lastReported = summary;
    report(reading);
  };

  const isStillDrawing = (reading: ConsoleReading): boolean => {
    if (reading.health.state !== 'broken') {
      brokenSince = null;
      return false;
    }
    brokenSince ??= Date.now();
    const isEarly = Date.now() - brokenSince < BROKEN_AFTER_MS;
    if (isEarly) schedule(BROKEN_AFTER_MS);
    return isEarly;
  };

  const schedule = (delay = 0) => {
    timer ??= setTimeout(look, Math.max(delay, nextLookAt - performance.now()));
  };

  const observer = new MutationObserver((records) => {
    forgetChangedRows(records, memory, adapter);
    schedule();
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['class', 'hidden'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  schedule();

  return {
    readNow,
    currentAdapter: () => adapter,
    reportAgain: () => {
      lastReported = '';
      schedule();
    },
  };
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
  const items = adapter.messages.item.join(',');
  for (const { target } of records) {
    const element = target instanceof Element ? target : target.parentElement;
    for (let row = element?.closest(items); row; row = row.parentElement?.closest(items))
      memory.rows.delete(row);
  }
}
