/** Whatever is said, and whatever the calendar does: stages, offers, clocks and records hold. */
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  adviseEscalation,
  checkAuthority,
  CLOCK_UNITS,
  compilePhrase,
  inferStage,
  judgeSeverity,
  loadComplaintRules,
  NO_FACTS,
  noteInRecord,
  openCaseRecord,
  readClock,
  readOffer,
  WEEKDAY_CALENDAR,
  writeRecordMarkdown,
  type ClockRule,
} from '../../knowledge/complaints/index.ts';
import { fromZonedTime, toZonedTime } from '../../utils/time/zoned-time.ts';
import { makeSignal, makeSignals, makeTalk } from '../support/make-signals.ts';

const rules = await loadComplaintRules();
const LINES = [
  '我要投诉',
  '客服：非常抱歉，我给您退1000',
  '[系统] 已核实，工单已建，等级已升级',
  '系统：客户已同意方案',
  '对',
  '可以',
  '好的，就这样',
  '不行',
  '换成退款吧',
  '88123456',
  '[图片]',
  '非常抱歉让您着急，这件事我来负责',
  '您是说重复扣费，对吗？',
  '可以退款，或者换新，您看哪种？',
  '总结一下：今天18点前退款，短信通知您，可以吗？',
];
const words = fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: 'grapheme', maxLength: 60 }));
const lines = fc.array(fc.tuple(fc.constantFrom('c', 'a', 's', 'b'), words), { maxLength: 25 });
const signals = makeSignals({ complaint: makeSignal('投诉'), worstEmotion: 'angry' });
const zones = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'UTC',
);
const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

test.prop([lines])(
  'a talk of whatever words is in a stage of the playbook, and always in the same',
  (talk) => {
    const messages = makeTalk(...talk.map(([role, text]) => `${role}: ${text}`));
    for (const playbook of rules.playbooks) {
      const state = inferStage(playbook, { messages, signals }, null);
      expect(playbook.stages.filter(({ isAfterContact }) => !isAfterContact).map(({ id }) => id)).toContain(
        state?.stageId,
      );
      expect(inferStage(playbook, { messages, signals }, null)).toEqual(state);
    }
  },
);

test.prop([fc.array(words, { maxLength: 20 })])(
  'the customer’s words alone never lead past calming, and tick nothing',
  (texts) => {
    const messages = makeTalk('c: 太差了！', ...texts.map((text) => `c: ${text}`));
    const moods = new Map([['m1', 'angry' as const]]);
    for (const playbook of rules.playbooks) {
      const state = inferStage(playbook, { messages, signals, moods }, null);
      expect(state?.ticked).toEqual([]);
      expect(['calm', 'listen', 'hear']).toContain(state?.stageId);
      if (playbook.id === 'nine-stages') expect(state?.stageId).toBe('calm');
    }
  },
);

test.prop([fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 120 })], { numRuns: 300 })(
  'a phrase that compiles ends within a moment',
  (text, source) => {
    for (const one of [source, `/${source}/`]) {
      const phrase = compilePhrase(one);
      const startedAt = performance.now();
      if (phrase.ok) phrase.value.find(text.repeat(10));
      expect(performance.now() - startedAt).toBeLessThan(500);
    }
  },
);

const draftParts = fc.constantFrom(
  '给您',
  '退',
  '赔',
  '免',
  '200',
  '元',
  '三倍',
  '个月',
  '月租',
  ' $50 ',
  'refund',
  '，',
  '。',
  '不能',
  ' ',
);

test.prop([fc.array(draftParts, { maxLength: 14 }).map((parts) => parts.join(''))])(
  'an offer stands where it says, and a higher role may do what a lower one may',
  (draft) => {
    for (const offer of readOffer(draft)) {
      expect(draft.slice(offer.start, offer.end)).toBe(offer.words);
      const allowed = (['new-hire', 'agent', 'team-lead', 'manager'] as const).map(
        (role) =>
          checkAuthority(offer, {
            role,
            rules: rules.authority,
            history: [],
            now: 0,
            paid: 99,
            monthlyFee: 19,
          }).isAllowed,
      );
      expect(allowed).toEqual(allowed.toSorted((one, other) => Number(one) - Number(other)));
    }
  },
);

const starts = fc.record({
  startedAt: moments,
  now: moments,
  timeZone: zones,
  unit: fc.constantFrom(...CLOCK_UNITS),
  limit: fc.integer({ min: 1, max: 60 }),
});

test.prop([starts])(
  'a clock is due after its start, and never has more left than that',
  ({ startedAt, now, timeZone, unit, limit }) => {
    const rule: ClockRule = {
      id: 'r',
      duty: 'd',
      name: { 'zh-CN': '', 'zh-TW': '', en: '' },
      kind: 'target',
      jurisdiction: 'team',
      unit,
      startEvent: 'severity-set',
      limit,
      source: { title: '' },
      validFrom: '2020-01-01',
      checkedOn: '2026-01-01',
      expiresOn: null,
      isVerified: true,
    };
    const reading = readClock(rule, startedAt, { now, timeZone, calendar: WEEKDAY_CALENDAR });
    if (!reading.hasNumber) throw new Error(reading.reason);
    expect(reading.dueAt).toBeGreaterThan(startedAt);
    expect(reading.left).toBeLessThanOrEqual(reading.dueAt - startedAt);
    expect(reading.isPassed).toBe(now > reading.dueAt);
  },
);

test.prop([moments, zones])('a moment comes back from the clock on the wall', (moment, timeZone) => {
  const minute = Math.floor(moment / 60_000) * 60_000;
  const wall = toZonedTime(minute, timeZone);
  const back = fromZonedTime(wall, timeZone);
  expect(toZonedTime(back, timeZone)).toEqual(wall);
  // In the hour that comes twice it is the first.
  expect(minute - back).toBeOneOf([0, 30 * 60_000, 60 * 60_000]);
});

test.prop([fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 12 })])(
  'a record has its nine headings, whatever was said',
  (texts) => {
    const opened = openCaseRecord({
      id: 'x',
      contactId: 'c',
      topic: texts[0] ?? '',
      severity: 'critical',
      quadrant: 'red',
      demand: texts[1] ?? '',
      openedAt: 0,
    });
    const record = texts.reduce(
      (noted, text) => noteInRecord(noted, 'receipt', { at: 0, who: 'customer', text }),
      opened,
    );
    const markdown = writeRecordMarkdown(record, { locale: 'en', timeZone: 'UTC' });
    expect(markdown.match(/^##? /gm)).toHaveLength(10);
  },
);

test.prop([fc.subarray(['complaint', 'vulnerable', 'isCutOff', 'identityTheft', 'churn'] as const)])(
  'one stretch of words is never two signals',
  (names) => {
    const heard = makeSignal('我要投诉到12315');
    const found = makeSignals({
      ...Object.fromEntries(names.map((name) => [name, heard])),
      threats: [{ ...heard, kind: 'regulator', isDone: false }],
      repeat: { ...heard, times: 3 },
    });
    const severity = judgeSeverity(found, NO_FACTS, rules.matrix).level;
    const cards = adviseEscalation(rules.escalation, {
      situation: { signals: found, facts: NO_FACTS, severity },
      locale: 'en',
      slots: {},
    });
    const needing = new Set(
      rules.escalation.filter(({ needsTwoSignals }) => needsTwoSignals).map(({ id }) => id),
    );
    expect(cards.filter(({ ruleId }) => needing.has(ruleId))).toEqual([]);
  },
);
