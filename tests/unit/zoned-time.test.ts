import { describe, expect, test } from 'vitest';
import {
  addDays,
  endOfDay,
  fromZonedTime,
  isTimeZone,
  isWeekday,
  toZonedTime,
} from '../../utils/time/zoned-time.ts';

describe('a moment and the clock on the wall', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-22T23:30:00Z', '2026-11-23', 7 * 60 + 30],
    ['America/New_York', '2026-07-01T03:00:00Z', '2026-06-30', 23 * 60],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01', 5 * 60 + 45],
    ['UTC', '0999-03-01T00:01:00Z', '0999-03-01', 1],
  ])('%s at %s', (timeZone, moment, date, minutes) => {
    expect(toZonedTime(Date.parse(moment), timeZone)).toEqual({ date, minutes });
    expect(fromZonedTime({ date, minutes }, timeZone)).toBe(Date.parse(moment));
  });

  test('an hour that is skipped is one later, an hour that comes twice is the first', () => {
    const berlin = (date: string, minutes: number) => fromZonedTime({ date, minutes }, 'Europe/Berlin');
    expect(berlin('2026-03-29', 150)).toBe(Date.parse('2026-03-29T03:30:00+02:00'));
    expect(berlin('2026-10-25', 150)).toBe(Date.parse('2026-10-25T02:30:00+02:00'));
  });

  test('a day ends with its last minute', () => {
    expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T23:59:00+02:00'));
  });
});

test('days are counted over months, leap days and years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

test('Saturday and Sunday are no weekdays', () => {
  expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(isWeekday)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('a time zone has to be known', () => {
  expect(isTimeZone('Asia/Taipei')).toBe(true);
  expect(isTimeZone('Mars/Olympus')).toBe(false);
});
