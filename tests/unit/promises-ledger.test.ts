import { describe, expect, test } from 'vitest';
import {
  closePromise,
  confirmPromise,
  countPromises,
  isSamePromise,
  markTold,
  movePromise,
  planReminders,
  readUrgency,
  reopenPromise,
  sortPromises,
  type ServicePromise,
} from '../../knowledge/promises/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 20, 2);

function make(dueAt: number | null, change: Partial<ServicePromise> = {}): ServicePromise {
  const read = { words: '给您回电', dueAt, action: 'call-back' as const };
  return {
    ...confirmPromise(read, { id: 'p', contactId: 'c', conversationKey: 'k', madeAt: NOW }),
    ...change,
  };
}
const done = (promise: ServicePromise, now: number) => {
  const closed = closePromise(promise, 'done', now);
  return closed.ok ? closed.value : promise;
};

describe('confirming', () => {
  test('masks the words', () => {
    const read = { words: ' 打13800138000给您 ', dueAt: null, action: 'call-back' as const };
    const promise = confirmPromise(read, { id: 'p', contactId: 'c', conversationKey: 'k', madeAt: NOW });
    expect(promise).toMatchObject({ v: 1, words: '打[手机号*8000]给您', state: 'open', closedAt: null });
  });

  test.each([
    ['eight hours', 8 * HOUR, 30 * MINUTE],
    ['an hour', HOUR, 15 * MINUTE],
    ['four minutes', 4 * MINUTE, 2 * MINUTE],
    ['one minute', MINUTE, MINUTE],
  ])('reminds in time of %s', (_what, ahead, lead) => {
    expect(make(NOW + ahead).remindAt).toBe(NOW + ahead - lead);
  });

  test('asks after two hours about one without a time', () => {
    expect(make(null).remindAt).toBe(NOW + 2 * HOUR);
  });
});

describe('closing', () => {
  test('in time is kept, later is late', () => {
    expect(done(make(NOW + HOUR), NOW + HOUR)).toMatchObject({ state: 'kept', closedAt: NOW + HOUR });
    expect(done(make(NOW + HOUR), NOW + HOUR + 1).state).toBe('late');
    expect(done(make(null), NOW + 900 * HOUR).state).toBe('kept');
  });

  test.each(['broken', 'withdrawn'] as const)('can say it was %s', (outcome) => {
    expect(closePromise(make(NOW + HOUR), outcome, NOW)).toMatchObject({
      ok: true,
      value: { state: outcome },
    });
  });

  test('never closes before it was made, whatever the clock says', () => {
    expect(done(make(NOW + HOUR), NOW - 24 * HOUR)).toMatchObject({ state: 'kept', closedAt: NOW });
  });

  test('happens once, and can be taken back', () => {
    const kept = done(make(NOW + HOUR), NOW);
    expect(closePromise(kept, 'broken', NOW)).toEqual({ ok: false, reason: 'not-open' });
    expect(reopenPromise(kept)).toMatchObject({ ok: true, value: { state: 'open', closedAt: null } });
    expect(reopenPromise(make(null))).toEqual({ ok: false, reason: 'not-closed' });
  });
});

describe('another time', () => {
  test('is reminded of afresh', () => {
    const told = markTold(make(NOW + HOUR), 'overdue');
    expect(movePromise(told, NOW + 3 * HOUR, NOW + HOUR)).toMatchObject({
      ok: true,
      value: { dueAt: NOW + 3 * HOUR, isReminded: false, isToldOverdue: false },
    });
  });

  test('lies ahead, of an open promise', () => {
    expect(movePromise(make(NOW + HOUR), NOW, NOW)).toEqual({ ok: false, reason: 'due-in-the-past' });
    expect(movePromise(done(make(null), NOW), NOW + HOUR, NOW)).toEqual({ ok: false, reason: 'not-open' });
  });
});

describe('reminders', () => {
  test('come before it is due, then when it is over, each once', () => {
    const promise = make(NOW + HOUR);
    expect(planReminders([promise], NOW)).toEqual({ tell: [], nextAt: promise.remindAt });
    expect(planReminders([promise], promise.remindAt)).toEqual({
      tell: [{ promise, kind: 'soon' }],
      nextAt: NOW + HOUR,
    });
    const reminded = markTold(promise, 'soon');
    expect(planReminders([reminded], promise.remindAt + 1)).toEqual({ tell: [], nextAt: NOW + HOUR });
    expect(planReminders([reminded], NOW + HOUR).tell).toEqual([{ promise: reminded, kind: 'overdue' }]);
    expect(planReminders([markTold(reminded, 'overdue')], NOW + 2 * HOUR)).toEqual({
      tell: [],
      nextAt: null,
    });
  });

  test('of one that fell due while nobody was there come once, as overdue', () => {
    const promise = make(NOW + HOUR);
    const { tell, nextAt } = planReminders([promise], NOW + 48 * HOUR);
    expect({ tell, nextAt }).toEqual({ tell: [{ promise, kind: 'overdue' }], nextAt: null });
    expect(planReminders([markTold(promise, 'overdue')], NOW + 49 * HOUR).tell).toEqual([]);
  });

  test('are not repeated by a clock set back', () => {
    const told = markTold(make(NOW + HOUR), 'overdue');
    expect(planReminders([told], NOW - 24 * HOUR)).toEqual({ tell: [], nextAt: null });
    const reminded = markTold(make(NOW + HOUR), 'soon');
    expect(planReminders([reminded], NOW - 24 * HOUR)).toEqual({ tell: [], nextAt: NOW + HOUR });
  });

  test('leave closed ones alone', () => {
    expect(planReminders([done(make(NOW + HOUR), NOW)], NOW + 2 * HOUR)).toEqual({ tell: [], nextAt: null });
  });

  test('of one without a time come once', () => {
    const promise = make(null);
    expect(planReminders([promise], NOW + 3 * HOUR)).toEqual({
      tell: [{ promise, kind: 'soon' }],
      nextAt: null,
    });
    expect(planReminders([markTold(promise, 'soon')], NOW + 9 * HOUR).tell).toEqual([]);
  });

  test('of ten thousand are told in order, and the next look is never at once', () => {
    const promises = Array.from({ length: 10_000 }, (_, at) =>
      make(NOW + ((at * 7_919) % 10_000) * MINUTE, { id: String(at) }),
    );
    const { tell, nextAt } = planReminders(promises, NOW + 5_000 * MINUTE);
    const dues = tell.map(({ promise }) => promise.dueAt ?? 0);
    expect(dues).toEqual(dues.toSorted((left, right) => left - right));
    expect(tell.length).toBeGreaterThan(5_000);
    expect(nextAt).toBeGreaterThan(NOW + 5_000 * MINUTE);
  });
});

test('the list has what is due first on top, and the newest closed ones below', () => {
  const late = make(NOW + 3 * HOUR, { id: 'late' });
  const early = make(NOW + HOUR, { id: 'early' });
  const undated = make(null, { id: 'undated' });
  const old = done(make(null, { id: 'old' }), NOW + HOUR);
  const recent = done(make(null, { id: 'recent' }), NOW + 2 * HOUR);
  const order = sortPromises([old, undated, late, recent, early]).map(({ id }) => id);
  expect(order).toEqual(['early', 'late', 'undated', 'recent', 'old']);
});

test('urgency and counts', () => {
  const open = make(NOW + HOUR);
  expect(readUrgency(open, NOW)).toBe('later');
  expect(readUrgency(open, open.remindAt)).toBe('soon');
  expect(readUrgency(open, NOW + HOUR)).toBe('overdue');
  expect(readUrgency(make(null), NOW)).toBe('undated');
  const withdrawn = make(null, { state: 'withdrawn' });
  const closed = [
    done(make(null), NOW),
    make(null, { state: 'late' }),
    make(null, { state: 'broken' }),
    withdrawn,
  ];
  expect(countPromises([open, make(null), ...closed], NOW + HOUR)).toEqual({
    open: 2,
    overdue: 1,
    kept: 1,
    late: 1,
    broken: 1,
  });
});

test('the same promise is known again, though "within two hours" moved by a minute', () => {
  const promise = make(NOW + HOUR);
  expect(isSamePromise(promise, { ...promise, dueAt: NOW + HOUR + MINUTE })).toBe(true);
  expect(isSamePromise(promise, { ...promise, dueAt: NOW + 2 * HOUR })).toBe(false);
  expect(isSamePromise(promise, { ...promise, dueAt: null })).toBe(false);
  expect(isSamePromise(promise, { ...promise, conversationKey: 'other' })).toBe(false);
});
