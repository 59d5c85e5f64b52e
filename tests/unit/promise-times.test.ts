import { describe, expect, test } from 'vitest';
import { fromFieldTime, suggestTimes, toFieldTime } from '../../components/promises/promise-times.ts';

const MINUTE = 60_000;
const at = (hour: number, minute = 0, day = 21) => new Date(2026, 10, day, hour, minute).getTime();
const list = (now: number) => suggestTimes(now).map(({ choice, at: dueAt }) => [choice, dueAt]);

describe('times for one press', () => {
  test('are an hour from now, the end of work and tomorrow noon, by the clock on the wall', () => {
    expect(list(at(14, 20))).toEqual([
      ['inAnHour', at(15, 20)],
      ['endOfWork', at(18)],
      ['tomorrowNoon', at(12, 0, 22)],
    ]);
  });

  test.each([at(17, 50), at(18), at(23, 59)])('leave the end of work out when it is near or over', (now) => {
    expect(list(now).map(([choice]) => choice)).toEqual(['inAnHour', 'tomorrowNoon']);
    for (const [, dueAt] of list(now)) expect(dueAt).toBeGreaterThan(now + 15 * MINUTE);
  });

  test('know that tomorrow can be next year', () => {
    const evening = new Date(2026, 11, 31, 20).getTime();
    expect(suggestTimes(evening).at(-1)?.at).toBe(new Date(2027, 0, 1, 12).getTime());
  });
});

test('a moment goes into the field and comes back as it was, to the minute', () => {
  expect(toFieldTime(at(9, 5))).toBe('2026-11-21T09:05');
  expect(fromFieldTime(toFieldTime(at(9, 5)))).toBe(at(9, 5));
  expect(fromFieldTime('')).toBeNull();
});
