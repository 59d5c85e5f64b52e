import { describe, expect, onTestFinished, test } from 'vitest';
import { closePromise, confirmPromise, movePromise, reopenPromise } from '../../knowledge/promises/index.ts';
import { createPromiseOpener, createWorkDatabase } from '../../knowledge/storage/index.ts';
import { MORNING } from '../support/make-conversation.ts';
import { makeDatabaseSuffix, makeKnowledgeBase } from '../support/make-knowledge-base.ts';
import { makePromise } from '../support/make-promise.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OFFER = { conversationKey: 'key-1', messageId: 'm7', start: 0 };

async function openPromises() {
  const { knowledge, clock } = await makeKnowledgeBase();
  return { promises: await knowledge.openPromises(), now: clock() };
}

describe('the ledger', () => {
  test('keeps a promise as it was confirmed, with or without a time', async () => {
    const { promises, now } = await openPromises();
    const timed = makePromise({ id: 'timed', dueAt: now + HOUR });
    const undated = makePromise({ id: 'undated', dueAt: null, words: '尽快给您回电' });
    await promises.add(undated);
    await promises.add(timed);
    expect(await promises.find('timed')).toEqual(timed);
    expect(await promises.find('undated')).toEqual(undated);
    expect(await promises.listOpen(10)).toEqual([timed, undated]);
    expect(await promises.countOpen()).toBe(2);
  });

  test('takes the same promise once, from two windows or in two messages', async () => {
    const { promises, now } = await openPromises();
    const first = makePromise({ id: 'one', dueAt: now + HOUR });
    await promises.add(first);
    expect(await promises.add({ ...first, id: 'two' })).toEqual(first);
    expect(await promises.countOpen()).toBe(1);
    await promises.add({ ...first, id: 'three', conversationKey: 'key-2' });
    expect(await promises.countOpen()).toBe(2);
  });

  test('closes, takes that back, and refuses what makes no sense without writing', async () => {
    const { promises, now } = await openPromises();
    const promise = makePromise({ dueAt: now + HOUR });
    await promises.add(promise);
    const kept = await promises.change(promise.id, (known) => closePromise(known, 'done', now + MINUTE));
    expect(kept).toMatchObject({ ok: true, value: { state: 'kept', closedAt: now + MINUTE } });
    expect(await promises.listOpen(10)).toEqual([]);
    expect(await promises.listClosed(10)).toMatchObject([{ id: promise.id, state: 'kept' }]);
    expect(await promises.change(promise.id, (known) => movePromise(known, now + HOUR, now))).toEqual({
      ok: false,
      reason: 'not-open',
    });
    await promises.change(promise.id, reopenPromise);
    expect(await promises.find(promise.id)).toEqual(promise);
    expect(await promises.listClosed(10)).toEqual([]);
    expect(await promises.change('nobody', reopenPromise)).toEqual({ ok: false, reason: 'gone' });
  });

  test('lists what was closed last first', async () => {
    const { promises, now } = await openPromises();
    for (const id of ['a', 'b', 'c']) await promises.add(makePromise({ id, words: id, madeAt: now }));
    for (const [at, id] of ['b', 'c', 'a'].entries())
      await promises.change(id, (known) => closePromise(known, 'broken', now + at));
    expect((await promises.listClosed(2)).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('what presses', () => {
  test('is overdue or nearly so, the longest overdue first; what has time or no time does not', async () => {
    const { promises, now } = await openPromises();
    const make = (id: string, dueAt: number | null) =>
      confirmPromise(
        { words: id, dueAt, action: 'reply' },
        { id, contactId: 'c1', conversationKey: 'key-1', madeAt: now - 3 * HOUR },
      );
    for (const promise of [
      make('later', now + 2 * HOUR),
      make('soon', now + 20 * MINUTE),
      make('overdue', now - MINUTE),
      make('long-overdue', now - HOUR),
      make('undated', null),
    ])
      await promises.add(promise);
    const ids = (await promises.listPressing(now, 10)).map(({ id }) => id);
    expect(ids).toEqual(['long-overdue', 'overdue', 'soon']);
    expect((await promises.listPressing(now, 1)).map(({ id }) => id)).toEqual(['long-overdue']);
    expect(await promises.countPressing(now)).toBe(3);
  });
});

describe('an offer', () => {
  const words = { words: '我会在今天18点前给您回电', dueAt: 1 };

  test('is settled when it was recorded, and when the same promise is there already', async () => {
    const { promises, now } = await openPromises();
    const promise = makePromise({ dueAt: now + HOUR });
    expect(await promises.isSettled(OFFER, promise)).toBe(false);
    await promises.add(promise, OFFER);
    expect(await promises.isSettled(OFFER, { words: 'other', dueAt: null })).toBe(true);
    expect(await promises.isSettled({ ...OFFER, messageId: 'm8' }, promise)).toBe(true);
    expect(await promises.isSettled({ ...OFFER, messageId: 'm8' }, words)).toBe(false);
    expect(await promises.isSettled({ ...OFFER, conversationKey: 'key-2' }, promise)).toBe(false);
  });

  test('that was declined stays declined, unless that is taken back', async () => {
    const { promises } = await openPromises();
    await promises.settle(OFFER);
    await promises.settle(OFFER);
    expect(await promises.isSettled(OFFER, words)).toBe(true);
    expect(await promises.isSettled({ ...OFFER, start: 12 }, words)).toBe(false);
    await promises.unsettle(OFFER);
    expect(await promises.isSettled(OFFER, words)).toBe(false);
  });
});

describe('reminders', () => {
  test('are told once each, and say when the next one is', async () => {
    const { promises, now } = await openPromises();
    const promise = makePromise({ madeAt: now, dueAt: now + 2 * HOUR });
    await promises.add(promise);
    expect(await promises.takeReminders(now)).toEqual({ tell: [], nextAt: promise.remindAt });
    const soon = await promises.takeReminders(promise.remindAt);
    expect(soon).toMatchObject({ tell: [{ kind: 'soon' }], nextAt: now + 2 * HOUR });
    expect((await promises.takeReminders(promise.remindAt)).tell).toEqual([]);
    const overdue = await promises.takeReminders(now + 2 * HOUR);
    expect(overdue).toMatchObject({ tell: [{ kind: 'overdue' }], nextAt: null });
    expect(await promises.takeReminders(now + 3 * HOUR)).toEqual({ tell: [], nextAt: null });
  });

  test('of what fell due while nobody looked are told as overdue, once, also after a clock was set back', async () => {
    const { promises, now } = await openPromises();
    await promises.add(makePromise({ madeAt: now, dueAt: now + HOUR }));
    expect((await promises.takeReminders(now + 5 * HOUR)).tell).toMatchObject([{ kind: 'overdue' }]);
    expect(await promises.takeReminders(now)).toEqual({ tell: [], nextAt: null });
    expect((await promises.takeReminders(now + 6 * HOUR)).tell).toEqual([]);
  });

  test('begin afresh when the time was moved, and end when it was closed', async () => {
    const { promises, now } = await openPromises();
    const promise = makePromise({ madeAt: now, dueAt: now + HOUR });
    await promises.add(promise);
    await promises.takeReminders(now + 2 * HOUR);
    const later = now + 4 * HOUR;
    await promises.change(promise.id, (known) => movePromise(known, later, now + 2 * HOUR));
    expect((await promises.takeReminders(later)).tell).toMatchObject([{ kind: 'overdue' }]);
    await promises.change(promise.id, (known) => movePromise(known, later + HOUR, later));
    await promises.change(promise.id, (known) => closePromise(known, 'withdrawn', later));
    expect(await promises.takeReminders(later + 2 * HOUR)).toEqual({ tell: [], nextAt: null });
  });
});

test('with ten thousand open promises each look reads a few rows', async () => {
  const now = MORNING;
  const work = createWorkDatabase(`deskmate-work${makeDatabaseSuffix()}`);
  onTestFinished(() => work.close());
  const promises = await createPromiseOpener(work)();
  await promises.add(makePromise({ id: 'seed', words: 'seed', madeAt: now, dueAt: now + 10 * HOUR }));
  const seed = await work.promises.get('seed');
  if (!seed) throw new Error('nothing was stored');
  await work.promises.bulkPut(
    Array.from({ length: 10_000 }, (_, at) => ({
      ...seed,
      id: `p${at}`,
      dueAt: now + 2 * HOUR + at * MINUTE,
      remindAt: now + HOUR + at * MINUTE,
      tellAt: now + HOUR + at * MINUTE,
    })),
  );
  let read = 0;
  work.promises.hook('reading', (row) => {
    read += 1;
    return row;
  });
  const plan = await promises.takeReminders(now);
  expect(plan).toEqual({ tell: [], nextAt: now + HOUR });
  expect(await promises.countPressing(now)).toBe(0);
  expect(await promises.countOpen()).toBe(10_001);
  expect(await promises.listOpen(20)).toHaveLength(20);
  expect(read).toBeLessThan(60);
});
