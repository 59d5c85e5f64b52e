import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  closePromise,
  confirmPromise,
  markTold,
  planReminders,
  readPromises,
  type ServicePromise,
} from '../../knowledge/promises/index.ts';

const ZONES = ['Asia/Shanghai', 'Asia/Taipei', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
const moments = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) });
const pieces = fc.oneof(
  fc.constantFrom(
    '我',
    '给您回电',
    '退款',
    '今天',
    '明早',
    '下周',
    '周三',
    '18点',
    '前',
    '内',
    '3个',
    '工作日',
    '小时',
    '，',
    '。',
    '月底',
    '31号',
    '半',
  ),
  fc.constantFrom(
    "I'll ",
    'call you back ',
    'by ',
    '5 ',
    'pm ',
    'tomorrow ',
    'within ',
    'two ',
    'hours ',
    'Feb ',
    '30 ',
    '.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const messages = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

describe('reading promises', () => {
  test.prop([messages, moments, fc.constantFrom(...ZONES)])(
    'gives words of the message and times that lie ahead',
    (text, at, timeZone) => {
      for (const { words, start, end, dueAt } of readPromises(text, { at, timeZone })) {
        expect(text.slice(start, end)).toBe(words);
        if (dueAt !== null) expect(dueAt).toBeGreaterThan(at);
      }
    },
  );

  test.prop([moments, fc.integer({ min: 13, max: 23 }), fc.constantFrom(...ZONES)])(
    'an hour of tomorrow is that hour on the clock there',
    (at, hour, timeZone) => {
      const [read] = readPromises(`明天${hour}点前给您回电`, { at, timeZone });
      const shown = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(
        read?.dueAt ?? 0,
      );
      expect(Number(shown)).toBe(hour);
    },
  );
});

const promises = fc
  .record({ madeAt: moments, ahead: fc.option(fc.integer({ min: 1, max: 10 ** 9 })), id: fc.uuid() })
  .map(({ madeAt, ahead, id }) =>
    confirmPromise(
      { words: '给您回电', dueAt: ahead === null ? null : madeAt + ahead, action: 'call-back' },
      { id, contactId: 'c', conversationKey: 'k', madeAt },
    ),
  );

describe('reminders', () => {
  test.prop([fc.array(promises, { maxLength: 12 }), fc.array(moments, { maxLength: 30 })])(
    'each is told at most once of a kind, however the clock jumps',
    (made, looks) => {
      let rows: ServicePromise[] = made;
      const told = new Map<string, number>();
      for (const now of looks) {
        const { tell, nextAt } = planReminders(rows, now);
        if (nextAt !== null) expect(nextAt).toBeGreaterThan(now);
        for (const { promise, kind } of tell) {
          told.set(`${promise.id} ${kind}`, (told.get(`${promise.id} ${kind}`) ?? 0) + 1);
          rows = rows.map((row) => (row === promise ? markTold(row, kind) : row));
        }
      }
      expect([...told.values()].every((times) => times === 1)).toBe(true);
    },
  );

  test.prop([promises])('following the alarms tells of every dated promise that it is over', (promise) => {
    let row = promise;
    let now: number | null = row.madeAt;
    const kinds: string[] = [];
    for (let look = 0; now !== null && look < 10; look += 1) {
      const { tell, nextAt } = planReminders([row], now);
      for (const { kind } of tell) {
        kinds.push(kind);
        row = markTold(row, kind);
      }
      now = nextAt;
    }
    expect(kinds.at(-1)).toBe(promise.dueAt === null ? 'soon' : 'overdue');
  });

  test.prop([promises, moments])('a closed promise was never closed before it was made', (promise, now) => {
    const closed = closePromise(promise, 'done', now);
    expect(closed.ok && (closed.value.closedAt ?? 0) >= promise.madeAt).toBe(true);
  });
});
