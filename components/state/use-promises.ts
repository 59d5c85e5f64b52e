/** The ledger of promises (承诺台账) in the panel: what it shows, live, and what a person does with it. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { ToBackground } from '../../knowledge/conversation/index.ts';
import {
  closePromise,
  confirmPromise,
  markTold,
  movePromise,
  reopenPromise,
  type PromiseFault,
  type ServicePromise,
} from '../../knowledge/promises/index.ts';
import { succeed, type Result } from '../../utils/errors/result.ts';
import { newId } from '../../utils/ids/new-id.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import type { OfferedPromise } from './promise-offers.ts';
import { usePromiseStore, useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';
import { useStored, type Stored } from './use-stored.ts';

const MOST_OPEN = 300;
const MOST_CLOSED = 100;

/** A promise, and the customer as the lists show them. */
export interface LedgerEntry {
  promise: ServicePromise;
  label: string;
}

export interface Ledger {
  open: LedgerEntry[];
  closed: LedgerEntry[];
  /** More open ones than are shown. */
  hidden: number;
}

export function useLedger(): Stored<Ledger> {
  const { contacts } = useRecords();
  const promises = usePromiseStore();
  return useStored(async () => {
    const open = await promises.listOpen(MOST_OPEN);
    const closed = await promises.listClosed(MOST_CLOSED);
    const hidden = (await promises.countOpen()) - open.length;
    const ids = [...new Set([...open, ...closed].map(({ contactId }) => contactId))];
    const found = await Promise.all(ids.map((id) => contacts.find(id)));
    const labels = new Map(found.map((contact) => [contact?.id, contact?.customerLabel ?? '']));
    const toEntry = (promise: ServicePromise) => ({ promise, label: labels.get(promise.contactId) ?? '' });
    return { open: open.map(toEntry), closed: closed.map(toEntry), hidden };
  }, [promises, contacts]);
}

export interface Pressing extends LedgerEntry {
  /** How many press, this one included. */
  count: number;
}

/** The one that presses most, if any does. @param now a clock that ticks */
export function usePressingPromise(now: number): Pressing | null {
  const { contacts } = useRecords();
  const promises = usePromiseStore();
  const pressing = useLiveQuery(async () => {
    const [promise] = await promises.listPressing(now, 1);
    if (!promise) return null;
    const contact = await contacts.find(promise.contactId);
    return { promise, label: contact?.customerLabel ?? '', count: await promises.countPressing(now) };
  }, [promises, contacts, now]);
  return pressing ?? null;
}

type Changed = Result<ServicePromise, PromiseFault | 'gone'> | null;

export interface PromiseActs {
  /** @returns the row, or null when it could not be stored */
  record: (offer: OfferedPromise, dueAt: number | null) => Promise<ServicePromise | null>;
  decline: (offer: OfferedPromise) => Promise<void>;
  takeBackDecline: (offer: OfferedPromise) => Promise<void>;
  /** Null when it could not be stored; the person has been told. */
  close: (id: string, outcome: 'done' | 'broken' | 'withdrawn') => Promise<Changed>;
  move: (id: string, dueAt: number) => Promise<Changed>;
  reopen: (id: string) => Promise<Changed>;
}

export function usePromiseActs(): PromiseActs {
  const promises = usePromiseStore();
  const attempt = async <TValue>(act: () => Promise<TValue>): Promise<TValue | null> => {
    try {
      const done = await act();
      tellBackground();
      return done;
    } catch (error) {
      sayNotStored('panel/promises', error);
      return null;
    }
  };
  const change = (id: string, by: Parameters<typeof promises.change>[1]) =>
    attempt(() => promises.change(id, (known) => dropDue(by(known))));
  return {
    record: (offer, dueAt) => attempt(() => promises.add(toPromise(offer, dueAt), offer.place)),
    decline: async ({ place }) => void (await attempt(() => promises.settle(place))),
    takeBackDecline: async ({ place }) => void (await attempt(() => promises.unsettle(place))),
    close: (id, outcome) => change(id, (known) => closePromise(known, outcome, Date.now())),
    move: (id, dueAt) => change(id, (known) => movePromise(known, dueAt, Date.now())),
    reopen: (id) => change(id, reopenPromise),
  };
}

function toPromise({ read, place, contactId, madeAt }: OfferedPromise, dueAt: number | null): ServicePromise {
  const { conversationKey } = place;
  return tellNothingNew(
    confirmPromise({ ...read, dueAt }, { id: newId(), contactId, conversationKey, madeAt }),
  );
}

const dropDue = (changed: Result<ServicePromise, PromiseFault>) =>
  changed.ok ? succeed(tellNothingNew(changed.value)) : changed;

/** Due in a minute: who has just said so needs no reminder that it is due soon. */
function tellNothingNew(promise: ServicePromise): ServicePromise {
  const isNew = promise.state === 'open' && promise.dueAt !== null && promise.remindAt <= Date.now();
  return isNew && promise.dueAt !== null && promise.dueAt > Date.now() ? markTold(promise, 'soon') : promise;
}

/** It works out the next reminder and the badge. Should it not hear, it does so within a minute anyway. */
function tellBackground(): void {
  createMessenger<ToBackground>()
    .send('promisesChanged', undefined)
    .catch(() => undefined);
}
