import { describe, expect, test } from 'vitest';
import {
  checkClocks,
  loadChinaCalendar,
  loadComplaintRules,
  readClock,
  startClocks,
  WEEKDAY_CALENDAR,
  type ClockRule,
  type WorkCalendar,
} from '../../knowledge/complaints/index.ts';
import { MINUTE } from '../../utils/time/clock.ts';

const { clocks } = await loadComplaintRules();
const china = await loadChinaCalendar();
const HOUR = 60 * MINUTE;
const at = (time: string) => Date.parse(time);

function makeRule(rest: Partial<ClockRule> = {}): ClockRule {
  return {
    id: 'rule',
    duty: 'duty',
    name: { 'zh-CN': '规则', 'zh-TW': '規則', en: 'rule' },
    kind: 'target',
    jurisdiction: 'team',
    unit: 'working-day',
    startEvent: 'severity-set',
    limit: 3,
    source: { title: 'ours' },
    validFrom: '2020-01-01',
    checkedOn: '2026-11-22',
    expiresOn: null,
    isVerified: true,
    ...rest,
  };
}

function read(
  rule: ClockRule,
  started: string,
  {
    now = started,
    timeZone = 'Asia/Shanghai',
    calendar = china,
  }: { now?: string; timeZone?: string; calendar?: WorkCalendar } = {},
) {
  return readClock(rule, at(started), { now: at(now), timeZone, calendar });
}

describe('working days with 调休', () => {
  test.each([
    // Wednesday; Thursday, Friday, Monday.
    ['2026-11-18T10:00:00+08:00', 3, '2026-11-23T23:59:00+08:00'],
    // Before National Day: 1 to 7 October are off, Saturday the 10th is worked.
    ['2026-09-30T10:00:00+08:00', 3, '2026-10-10T23:59:00+08:00'],
    // Sunday 20 September is worked for the holiday.
    ['2026-09-18T10:00:00+08:00', 2, '2026-09-21T23:59:00+08:00'],
    // Spring Festival: Saturday 14 February is worked, then off until the 23rd, Saturday the 28th is worked.
    ['2026-02-13T23:50:00+08:00', 2, '2026-02-24T23:59:00+08:00'],
  ])('%s and %i days', (started, limit, due) => {
    expect(read(makeRule({ limit }), started)).toMatchObject({
      hasNumber: true,
      dueAt: at(due),
      isEstimate: false,
    });
  });

  test('a year whose table is not published: a target is an estimate, law has no number', () => {
    expect(china.isKnown('2026-12-31')).toBe(true);
    expect(china.isKnown('2090-01-01')).toBe(false);
    const started = '2090-01-10T10:00:00+08:00';
    expect(read(makeRule(), started)).toMatchObject({ hasNumber: true, isEstimate: true });
    const law = makeRule({ kind: 'law', expiresOn: '2099-01-01' });
    expect(read(law, started)).toEqual({ hasNumber: false, reason: 'calendar-unknown' });
  });

  test('a calendar without a working day ends', () => {
    const never = { isWorkingDay: () => false, isKnown: () => true };
    expect(read(makeRule(), '2026-11-18T10:00:00+08:00', { calendar: never })).toEqual({
      hasNumber: false,
      reason: 'calendar-unknown',
    });
  });
});

describe('natural days and hours', () => {
  const fifteen = makeRule({ unit: 'natural-day', limit: 15 });

  test('the day of the start is not counted, the last day is whole', () => {
    expect(read(fifteen, '2026-11-01T23:59:00+08:00')).toMatchObject({
      dueAt: at('2026-11-16T23:59:00+08:00'),
    });
  });

  test('a day is a day of the place', () => {
    const started = '2026-11-01T23:30:00Z';
    expect(read(fifteen, started, { timeZone: 'UTC' })).toMatchObject({ dueAt: at('2026-11-16T23:59:00Z') });
    expect(read(fifteen, started)).toMatchObject({ dueAt: at('2026-11-17T23:59:00+08:00') });
  });

  test('summer time begins and ends between', () => {
    const two = makeRule({ unit: 'natural-day', limit: 2 });
    expect(read(two, '2026-03-28T12:00:00+01:00', { timeZone: 'Europe/Berlin' })).toMatchObject({
      dueAt: at('2026-03-30T23:59:00+02:00'),
    });
    expect(read(two, '2026-10-24T12:00:00+02:00', { timeZone: 'Europe/Berlin' })).toMatchObject({
      dueAt: at('2026-10-26T23:59:00+01:00'),
    });
    expect(read(two, '2026-10-31T12:00:00-04:00', { timeZone: 'America/New_York' })).toMatchObject({
      dueAt: at('2026-11-02T23:59:00-05:00'),
    });
  });

  test('24 hours are 24 hours, whatever the clocks are set to', () => {
    const day = makeRule({ unit: 'hour', limit: 24 });
    const started = '2026-03-28T12:00:00+01:00';
    expect(read(day, started, { timeZone: 'Europe/Berlin', calendar: WEEKDAY_CALENDAR })).toMatchObject({
      dueAt: at(started) + 24 * HOUR,
      left: 24 * HOUR,
    });
  });
});

describe('what is left', () => {
  const two = makeRule({ unit: 'hour', limit: 2 });
  const started = '2026-11-22T10:00:00+08:00';

  test.each([
    ['2026-11-22T11:00:00+08:00', { left: HOUR, isPassed: false, isClockBehind: false }],
    ['2026-11-22T12:00:00+08:00', { left: 0, isPassed: false }],
    ['2026-11-22T13:00:00+08:00', { left: -HOUR, isPassed: true }],
  ])('at %s', (now, reading) => {
    expect(read(two, started, { now })).toMatchObject(reading);
  });

  test('a clock set back gains nothing', () => {
    expect(read(two, started, { now: '2026-11-20T10:00:00+08:00' })).toMatchObject({
      left: 2 * HOUR,
      isPassed: false,
      isClockBehind: true,
    });
  });
});

describe('no number', () => {
  const law = makeRule({ kind: 'law', jurisdiction: 'CN', expiresOn: '2026-12-31', validFrom: '2026-03-01' });

  test.each([
    ['not verified', { ...law, isVerified: false }, '2026-11-22T10:00:00+08:00', 'unverified'],
    ['expired by its last day', law, '2027-01-01T00:00:00+08:00', 'expired'],
    ['not in force at the start', law, '2026-02-28T23:59:00+08:00', 'not-yet-valid'],
    ['no limit known', { ...law, limit: null }, '2026-11-22T10:00:00+08:00', 'no-limit'],
  ] as const)('%s', (_name, rule, started, reason) => {
    expect(read(rule, started)).toEqual({ hasNumber: false, reason });
  });

  test('on its last day it still counts', () => {
    expect(read(law, '2026-12-20T10:00:00+08:00', { now: '2026-12-31T23:59:00+08:00' })).toMatchObject({
      hasNumber: true,
    });
  });

  test('the 12315 rule shows its source alone', () => {
    const rule = clocks.find(({ id }) => id === 'cn-12315-2026');
    if (!rule) throw new Error('no rule');
    expect(read(rule, '2026-11-22T10:00:00+08:00')).toEqual({ hasNumber: false, reason: 'unverified' });
    expect(rule.source.title).toContain('121');
  });
});

describe('starting', () => {
  test('what the severity names starts, and runs on when it is said again', () => {
    const chosen = ['target-major-answer', 'target-major-feedback'];
    const first = startClocks([], clocks, { event: 'severity-set', at: 1, chosen });
    expect(first).toEqual([
      { ruleId: 'target-major-answer', startedAt: 1 },
      { ruleId: 'target-major-feedback', startedAt: 1 },
    ]);
    expect(startClocks(first, clocks, { event: 'severity-set', at: 9, chosen })).toEqual(first);
  });

  test('a new version of a rule does not start the same duty twice', () => {
    const versions = [
      makeRule({ id: 'v1', expiresOn: '2026-06-30' }),
      makeRule({ id: 'v2', validFrom: '2026-07-01' }),
    ];
    const running = [{ ruleId: 'v1', startedAt: 1 }];
    expect(startClocks(running, versions, { event: 'severity-set', at: 2, chosen: null })).toEqual(running);
  });

  test('other events start other clocks', () => {
    const started = startClocks([], clocks, { event: 'complaint-received', at: 1, chosen: null });
    expect(started.map(({ ruleId }) => ruleId)).toEqual(['cn-telecom-operator-answer']);
  });
});

test('faults of clock rules have names', () => {
  const law = makeRule({ kind: 'law', expiresOn: '2027-01-01' });
  const faults = (...rules: ClockRule[]) =>
    checkClocks(rules).map(({ problem, at: id }) => `${problem} ${id}`);
  expect(faults(makeRule(), makeRule({ duty: 'other' }))).toEqual(['duplicate-id rule']);
  expect(faults(makeRule(), makeRule({ id: 'later', validFrom: '2026-01-01' }))).toEqual([
    'overlapping-clocks later',
  ]);
  expect(
    faults(makeRule({ expiresOn: '2025-12-31' }), makeRule({ id: 'later', validFrom: '2026-01-01' })),
  ).toEqual([]);
  expect(faults(makeRule(), makeRule({ id: 'abroad', jurisdiction: 'TW' }))).toEqual([]);
  expect(faults(makeRule({ limit: 0 }))).toEqual(['bad-limit rule']);
  expect(faults(makeRule({ limit: 1.5 }))).toEqual(['bad-limit rule']);
  expect(faults(makeRule({ expiresOn: '2019-01-01' }))).toEqual(['ends-before-it-begins rule']);
  expect(faults({ ...law, source: { title: ' ' } })).toEqual(['law-without-source rule']);
  expect(faults({ ...law, expiresOn: null })).toEqual(['law-without-expiry rule']);
  expect(faults({ ...law, isVerified: false })).toEqual(['number-without-check rule']);
});
