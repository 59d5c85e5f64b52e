import { describe, expect, test } from 'vitest';
import { readPromises } from '../../knowledge/promises/index.ts';

/** A Friday. */
const AT = '2026-11-20T10:15:00+08:00';
const readDue = (text: string, at = AT, timeZone = 'Asia/Shanghai') => {
  const [read, ...others] = readPromises(text, { at: Date.parse(at), timeZone });
  expect(others, text).toEqual([]);
  return read?.dueAt === undefined || read.dueAt === null ? null : new Date(read.dueAt).toISOString();
};
const toUtc = (local: string) => new Date(`2026-${local}:00+08:00`).toISOString();

test.each([
  ['今天18点前', '11-20T18:00'],
  ['今天内', '11-20T23:59'],
  ['今日之內', '11-20T23:59'],
  ['今天18:30前', '11-20T18:30'],
  ['今天１８：３０前', '11-20T18:30'],
  ['下班前', '11-20T18:00'],
  ['明天下班之前', '11-21T18:00'],
  ['今晚8点前', '11-20T20:00'],
  ['今晚', '11-20T23:59'],
  ['晚上12点前', '11-21T00:00'],
  ['中午前', '11-20T12:00'],
  ['明早', '11-21T12:00'],
  ['明天上午', '11-21T12:00'],
  ['明天中午', '11-21T14:00'],
  ['明天下午三点', '11-21T15:00'],
  ['明天9点', '11-21T09:00'],
  ['明晚九點', '11-21T21:00'],
  ['后天', '11-22T23:59'],
  ['大後天', '11-23T23:59'],
  ['今明两天内', '11-21T23:59'],
  ['三点半之前', '11-20T15:30'],
  ['十点二十分前', '11-20T10:20'],
  ['9点前', '11-20T21:00'],
  ['两点一刻前', '11-20T14:15'],
  ['周三下午', '11-25T18:00'],
  ['週三之前', '11-25T23:59'],
  ['星期五前', '11-27T23:59'],
  ['本周五前', '11-20T23:59'],
  ['下周一', '11-23T23:59'],
  ['下下周一', '11-30T23:59'],
  ['本周内', '11-22T23:59'],
  ['周末前', '11-20T23:59'],
  ['月底前', '11-30T23:59'],
  ['下个月底前', '12-31T23:59'],
  ['12月3号', '12-03T23:59'],
  ['十二月三日前', '12-03T23:59'],
  ['25号之前', '11-25T23:59'],
  ['5号前', '12-05T23:59'],
  ['半小时内', '11-20T10:45'],
  ['一个半小时内', '11-20T11:45'],
  ['十分钟内', '11-20T10:25'],
  ['一刻钟内', '11-20T10:30'],
  ['两小时后', '11-20T12:15'],
  ['24小时内', '11-21T10:15'],
  ['二十四小時內', '11-21T10:15'],
  ['一两天内', '11-22T23:59'],
  ['三天内', '11-23T23:59'],
  ['一周内', '11-27T23:59'],
  ['3个工作日内', '11-25T23:59'],
  ['三個工作天內', '11-25T23:59'],
  ['3-5个工作日内', '11-27T23:59'],
  ['1到3个工作日内', '11-25T23:59'],
])('“%s” is %s', (limit, expected) => {
  expect(readDue(`我${limit}给您回电`)).toBe(toUtc(expected));
});

test.each([
  ['by 5 pm tomorrow', '11-21T17:00'],
  ['tomorrow at 3:30 p.m.', '11-21T15:30'],
  ['by 6pm', '11-20T18:00'],
  ['by 3', '11-20T15:00'],
  ['by 17:00 today', '11-20T17:00'],
  ['by noon', '11-20T12:00'],
  ['this afternoon', '11-20T18:00'],
  ['tonight', '11-20T23:59'],
  ['tomorrow morning', '11-21T12:00'],
  ['first thing tomorrow', '11-21T12:00'],
  ['by close of business today', '11-20T18:00'],
  ['by end of day', '11-20T23:59'],
  ['by Wednesday', '11-25T23:59'],
  ['next Monday', '11-23T23:59'],
  ['by Monday morning', '11-23T12:00'],
  ['by Nov 25', '11-25T23:59'],
  ['by the 25th', '11-25T23:59'],
  ['on 3 December', '12-03T23:59'],
  ['by the end of the week', '11-22T23:59'],
  ['by the end of the month', '11-30T23:59'],
  ['within two hours', '11-20T12:15'],
  ['within 24 hours', '11-21T10:15'],
  ['in half an hour', '11-20T10:45'],
  ['within an hour and a half', '11-20T11:45'],
  ['within the hour', '11-20T11:15'],
  ['within 3 business days', '11-25T23:59'],
  ['in 3 to 5 days', '11-25T23:59'],
])('“%s” is %s', (limit, expected) => {
  expect(readDue(`I'll call you back ${limit}.`)).toBe(toUtc(expected));
});

describe('a time that is over', () => {
  test('is tomorrow’s', () => {
    expect(readDue('我18点前给您回电', '2026-11-20T20:00:00+08:00')).toBe(toUtc('11-21T18:00'));
    expect(readDue('下午给您回电', '2026-11-20T20:00:00+08:00')).toBe(toUtc('11-21T18:00'));
  });

  test('is no limit when today was said', () => {
    expect(
      readPromises('今天上午给您回电', {
        at: Date.parse(`2026-11-20T20:00:00+08:00`),
        timeZone: 'Asia/Shanghai',
      }),
    ).toEqual([]);
  });

  test('is next year’s at the turn of the year', () => {
    expect(readDue('1月5号前给您回复', '2026-12-28T10:00:00+08:00')).toBe('2027-01-05T15:59:00.000Z');
  });
});

test('there is no 31 November', () => {
  expect(readPromises('11月31号前给您回电', { at: Date.parse(AT), timeZone: 'Asia/Shanghai' })).toEqual([]);
});

describe('the calendar', () => {
  test('has working weekends and holidays where one is given', () => {
    const isWorkday = (date: string) => date === '2026-11-21' || date > '2026-11-24';
    const [read] = readPromises('2个工作日内给您回复', {
      at: Date.parse(AT),
      timeZone: 'Asia/Shanghai',
      isWorkday,
    });
    expect(new Date(read?.dueAt ?? 0).toISOString()).toBe(toUtc('11-25T23:59'));
  });

  test('without any working day still answers', () => {
    const isWorkday = () => false;
    const [read] = readPromises('2个工作日内给您回复', {
      at: Date.parse(AT),
      timeZone: 'Asia/Shanghai',
      isWorkday,
    });
    expect(read?.dueAt).toBeGreaterThan(Date.parse(AT));
  });
});

describe('clocks that change', () => {
  test('a wall time stays one when the clocks go back that night', () => {
    expect(readDue("I'll call you tomorrow at 9 am", '2026-10-31T20:00:00Z', 'America/New_York')).toBe(
      '2026-11-01T14:00:00.000Z',
    );
  });

  test('hours are hours when they go forward', () => {
    expect(readDue("I'll call you within 24 hours", '2026-03-07T20:00:00Z', 'America/New_York')).toBe(
      '2026-03-08T20:00:00.000Z',
    );
  });

  test('a time that is skipped is the one an hour later', () => {
    expect(readDue("I'll call you tomorrow at 2:30 am", '2026-03-07T20:00:00Z', 'America/New_York')).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });

  test('today is the day of the time zone', () => {
    expect(readDue('今天内给您回复', '2026-11-20T18:00:00Z', 'Asia/Shanghai')).toBe(
      '2026-11-21T15:59:00.000Z',
    );
    expect(readDue('今天内给您回复', '2026-11-20T18:00:00Z', 'America/Los_Angeles')).toBe(
      '2026-11-21T07:59:00.000Z',
    );
  });
});
