import {
  findTellAt,
  isSamePromise,
  LONGEST_LEAD,
  markTold,
  planReminders,
  readUrgency,
  sortPromises,
  type PromiseFault,
  type ReminderPlan,
  type ServicePromise,
} from '../promises/index.ts';
import { hashText } from '../../utils/text/hash-text.ts';
import { fail, type Result } from '../../utils/errors/result.ts';
import type { WorkDatabase } from './databases.ts';
import type { guardStorage } from './storage-failure.ts';
import type { PromiseRow } from './tables.ts';

/** A promise as it stands in a message: recorded or not, it is asked about once. */
export interface PromiseOffer {
  conversationKey: string;
  messageId: string;
  /** Where in the message. */
  start: number;
}

/** The ledger of promises (承诺台账). Every call is one transaction and may be repeated. */
export interface PromiseStore {
  /**
   * Records a promise the person has confirmed, and settles the offer it came from. The same promise again is the one
   * that is there: two windows, or the same words in two messages.
   *
   * @returns the row as it is now
   */
  add(promise: ServicePromise, offer?: PromiseOffer): Promise<ServicePromise>;
  find(id: string): Promise<ServicePromise | undefined>;
  /** A refused change writes nothing. */
  change(
    id: string,
    change: (promise: ServicePromise) => Result<ServicePromise, PromiseFault>,
  ): Promise<Result<ServicePromise, PromiseFault | 'gone'>>;
  /** Due first first, those without a time last. */
  listOpen(limit: number): Promise<ServicePromise[]>;
  /** Closed last first. */
  listClosed(limit: number): Promise<ServicePromise[]>;
  /** Open ones whose time is over or nearly so, as many as `limit`; due first first. */
  listPressing(now: number, limit: number): Promise<ServicePromise[]>;
  countPressing(now: number): Promise<number>;
  countOpen(): Promise<number>;
  /** Whether this place of a message needs no question any more. */
  isSettled(offer: PromiseOffer, promise: Pick<ServicePromise, 'words' | 'dueAt'>): Promise<boolean>;
  /** The person does not want it recorded. */
  settle(offer: PromiseOffer): Promise<void>;
  /** Takes that back. */
  unsettle(offer: PromiseOffer): Promise<void>;
  /** What to tell now and when to look again. What is told is marked in the same transaction: it is told once. */
  takeReminders(now: number): Promise<ReminderPlan>;
}

/** Behind everything that has a time; null is no key of an index. */
const NO_TIME = Number.MAX_SAFE_INTEGER;
const SETTLED = 'settledPromiseOffers';
/** A day's talk many times over; a message that is older is not asked about anyway. */
const MOST_SETTLED = 500;

type Guard = typeof guardStorage;

/**
 * @param guard handed in like the database: what this file would share with the panel's first load is cut out of it
 *   into a file of its own, which costs more than it saves (measured: 0.8 kB)
 */
export function createPromiseStore(database: WorkDatabase, guard: Guard): PromiseStore {
  return {
    ...createLedger(database, guard),
    ...createLists(database, guard),
    ...createOffers(database, guard),
  };
}

type Ledger = Pick<PromiseStore, 'add' | 'find' | 'change' | 'takeReminders'>;

function createLedger(database: WorkDatabase, guard: Guard): Ledger {
  const { promises, meta } = database;
  return {
    add: (promise, offer) =>
      guard(() =>
        database.transaction('rw', promises, meta, async () => {
          if (offer) await writeSettled(meta, (known) => [...known, nameOffer(offer)]);
          const same = await findSame(promises, promise);
          if (same) return same;
          await promises.put(toRow(promise));
          return promise;
        }),
      ),
    find: (id) =>
      guard(async () => {
        const row = await promises.get(id);
        return row && fromRow(row);
      }),
    change: (id, change) =>
      guard(() =>
        database.transaction('rw', promises, async () => {
          const row = await promises.get(id);
          const changed = row ? change(fromRow(row)) : fail('gone');
          if (changed.ok) await promises.put(toRow(changed.value));
          return changed;
        }),
      ),
    takeReminders: (now) =>
      guard(() => database.transaction('rw', promises, () => takeReminders(promises, now))),
  };
}

type Lists = Pick<PromiseStore, 'listOpen' | 'listClosed' | 'listPressing' | 'countPressing' | 'countOpen'>;

function createLists({ promises }: WorkDatabase, guard: Guard): Lists {
  const openUntil = (dueAt: number) =>
    promises.where('[state+dueAt]').between(['open', -Infinity], ['open', dueAt], true, true);
  const soonAt = (now: number) =>
    promises
      .where('[state+dueAt]')
      .between(['open', now], ['open', now + LONGEST_LEAD], false, true)
      .filter((row) => readUrgency(fromRow(row), now) === 'soon');
  return {
    listOpen: (limit) =>
      guard(async () => sortPromises((await openUntil(NO_TIME).limit(limit).toArray()).map(fromRow))),
    listClosed: (limit) =>
      guard(async () =>
        (await promises.where('closedAt').above(0).reverse().limit(limit).toArray()).map(fromRow),
      ),
    listPressing: (now, limit) =>
      guard(async () => {
        const overdue = await openUntil(now).limit(limit).toArray();
        const soon = await soonAt(now)
          .limit(limit - overdue.length)
          .toArray();
        return [...overdue, ...soon].map(fromRow);
      }),
    countPressing: (now) => guard(async () => (await openUntil(now).count()) + (await soonAt(now).count())),
    countOpen: () => guard(() => openUntil(NO_TIME).count()),
  };
}

type Offers = Pick<PromiseStore, 'isSettled' | 'settle' | 'unsettle'>;

function createOffers(database: WorkDatabase, guard: Guard): Offers {
  const { promises, meta } = database;
  const rewrite = (change: (known: string[]) => string[]) =>
    guard(() => database.transaction('rw', meta, () => writeSettled(meta, change)));
  return {
    isSettled: (offer, { words, dueAt }) =>
      guard(async () => {
        if ((await readSettled(meta)).includes(nameOffer(offer))) return true;
        const { conversationKey } = offer;
        return (await findSame(promises, { id: '', conversationKey, words, dueAt })) !== undefined;
      }),
    settle: (offer) => rewrite((known) => [...known, nameOffer(offer)]),
    unsettle: (offer) => rewrite((known) => known.filter((name) => name !== nameOffer(offer))),
  };
}

/** Reads what has to be told, and the one that comes next: never all of ten thousand. */
async function takeReminders(promises: WorkDatabase['promises'], now: number): Promise<ReminderPlan> {
  const waiting = await promises.where('tellAt').belowOrEqual(now).toArray();
  const next = await promises.where('tellAt').above(now).first();
  const plan = planReminders([...waiting, ...(next ? [next] : [])].map(fromRow), now);
  await promises.bulkPut(plan.tell.map(({ promise, kind }) => toRow(markTold(promise, kind))));
  return plan;
}

async function findSame(
  promises: WorkDatabase['promises'],
  promise: Pick<ServicePromise, 'id' | 'conversationKey' | 'words' | 'dueAt'>,
): Promise<ServicePromise | undefined> {
  const ofChat = await promises.where('conversationKey').equals(promise.conversationKey).toArray();
  return ofChat
    .map(fromRow)
    .find((known) => known.id === promise.id || (known.state === 'open' && isSamePromise(known, promise)));
}

/** Message ids are the console's: kept as a checksum only. */
function nameOffer({ conversationKey, messageId, start }: PromiseOffer): string {
  return hashText(`${conversationKey}\n${messageId}\n${start}`).toString(36);
}

async function readSettled(meta: WorkDatabase['meta']): Promise<string[]> {
  const value = (await meta.get(SETTLED))?.value;
  return typeof value === 'string' && value !== '' ? value.split(' ') : [];
}

async function writeSettled(
  meta: WorkDatabase['meta'],
  change: (known: string[]) => string[],
): Promise<void> {
  const settled = [...new Set(change(await readSettled(meta)))].slice(-MOST_SETTLED);
  await meta.put({ key: SETTLED, value: settled.join(' ') });
}

function toRow(promise: ServicePromise): PromiseRow {
  const { closedAt, ...row } = promise;
  const tellAt = findTellAt(promise);
  return {
    ...row,
    dueAt: promise.dueAt ?? NO_TIME,
    ...(closedAt === null ? {} : { closedAt }),
    ...(tellAt === null ? {} : { tellAt }),
  };
}

function fromRow({ tellAt: _tellAt, closedAt, dueAt, ...row }: PromiseRow): ServicePromise {
  return { ...row, closedAt: closedAt ?? null, dueAt: dueAt === NO_TIME ? null : dueAt };
}
