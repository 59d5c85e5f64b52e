/** Watches the page and reports what is being said, at a cost the console does not notice. */
import type { AdapterInUse, ConsoleReading, Conversation } from '../../../knowledge/conversation/index.ts';
import { fitsPage } from './find-adapter.ts';
import type { EnteredRoot } from './frames.ts';
import { findAll, isElement, joinSelectors } from './query.ts';
import { createReadingMemory, readConsole, type ReadingMemory } from './read-console.ts';
import { createReadingBudget } from './reading-budget.ts';

/** A console that is still drawing itself is not broken. */
const BROKEN_AFTER_MS = 3_000;
const MAX_RECORDS = 500;

export interface ConsoleObserver {
  /** The console as it is at this moment, whether or not it was reported. */
  readNow(): ConsoleReading;
  /** The adapter in use, or null if none fits the page so far. */
  currentAdapter(): AdapterInUse | null;
  /** Reports at the next look even if nothing changed. */
  reportAgain(): void;
  /** The adapters to choose from are others now. */
  chooseAgain(): void;
  /** What was read in this tab before, for the page of this reading. */
  rememberEarlier(reading: ConsoleReading, earlier: Conversation): void;
}

export interface ObserveOptions {
  findAdapter: () => AdapterInUse | null;
  report: (reading: ConsoleReading) => void;
  signal: AbortSignal;
}

export function observeConsole({ findAdapter, report, signal }: ObserveOptions): ConsoleObserver {
  const watcher = createWatcher(signal, (records) => {
    forgetChangedRows(records, memory, seat.current());
    timer.schedule();
  });
  const memory = createReadingMemory(watcher.watch, watcher.watchList);
  const seat = createAdapterSeat(findAdapter, memory);
  const budget = createReadingBudget(() => performance.now());
  const patience = createPatience();
  const reporter = createReporter(report);

  const readNow = (): ConsoleReading => readConsole(seat.choose(), memory, Date.now());
  const timer = createEarliestTimer(budget.wait, () => {
    if (signal.aborted) return;
    const startedAt = performance.now();
    const reading = readNow();
    const remaining = patience(reading);
    if (remaining > 0) timer.schedule(remaining);
    else reporter.reportIfNew(reading);
    budget.spend(performance.now() - startedAt);
  });

  watcher.watch(document);
  signal.addEventListener('abort', timer.cancel);
  timer.schedule();
  const lookAfter =
    <TArguments extends unknown[]>(change: (...given: TArguments) => void) =>
    (...given: TArguments) => {
      change(...given);
      timer.schedule();
    };
  return {
    readNow,
    currentAdapter: seat.current,
    reportAgain: lookAfter(reporter.forget),
    chooseAgain: lookAfter(seat.clear),
    rememberEarlier: lookAfter(({ sameChat }, conversation) => {
      if (sameChat) memory.earlier = { sameChat, conversation };
    }),
  };
}

/** Says each thing once. */
function createReporter(report: (reading: ConsoleReading) => void) {
  let lastReported = '';
  return {
    reportIfNew: (reading: ConsoleReading) => {
      const summary = JSON.stringify(reading);
      if (summary === lastReported) return;
      lastReported = summary;
      report(reading);
    },
    forget: () => {
      lastReported = '';
    },
  };
}

/** Which adapter reads just now. Rows are remembered as one adapter read them: another one forgets them. */
function createAdapterSeat(findAdapter: () => AdapterInUse | null, memory: ReadingMemory) {
  let adapter: AdapterInUse | null = null;
  const seat = (next: AdapterInUse | null) => {
    if (next !== adapter) memory.rows = new WeakMap();
    adapter = next;
    return next;
  };
  return {
    current: () => adapter,
    /** Stays as long as it fits; one that fits no more stays too if nothing else fits, to say so. */
    choose: () => (adapter && fitsPage(adapter) ? adapter : seat(findAdapter() ?? adapter)),
    clear: () => void seat(null),
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

/** Nothing sees from a page into its frames and shadow roots: each is watched by itself, once. */
function createWatcher(signal: AbortSignal, onChange: (records: MutationRecord[]) => void) {
  const observer = new MutationObserver(onChange);
  signal.addEventListener('abort', () => observer.disconnect());
  const watched = new WeakSet<Node>();
  const isNew = (root: Node) => !signal.aborted && !watched.has(root) && watched.add(root) !== undefined;
  const watch = (root: EnteredRoot) => {
    if (!isNew(root)) return;
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['class', 'hidden'],
    });
    // Of several chats on screen the one with the focus is read: going from one to another changes no element,
    // nor does choosing between a reply and a note from a list.
    for (const event of ['focusin', 'change']) root.addEventListener(event, () => onChange([]), { signal });
    // A frame that loads another page has another document.
    const noteFrame = ({ target }: Event) =>
      isElement(target) && target.localName === 'iframe' && onChange([]);
    root.addEventListener('load', noteFrame, { capture: true, signal });
  };
  // Rows of a list are used again for other messages, by whatever attributes a console has for side and place.
  const watchList = (list: Element) => {
    if (isNew(list)) observer.observe(list, { subtree: true, attributes: true });
  };
  return { watch, watchList };
}

function forgetChangedRows(
  records: readonly MutationRecord[],
  memory: ReadingMemory,
  adapter: AdapterInUse | null,
): void {
  if (!adapter) return;
  if (records.length > MAX_RECORDS) {
    memory.rows = new WeakMap();
    return;
  }
  const items = joinSelectors(adapter.messages.item);
  if (!items) return;
  for (const record of records) for (const row of listTouchedRows(record, items)) memory.rows.delete(row);
}

function listTouchedRows({ target, type }: MutationRecord, items: string): Element[] {
  const element = isElement(target) ? target : target.parentElement;
  const rows: Element[] = [];
  for (let row = element?.closest(items); row; row = row.parentElement?.closest(items)) rows.push(row);
  // Marks of what is around a row can say who speaks in it.
  return element && rows.length === 0 && type === 'attributes' ? findAll(element, items) : rows;
}
