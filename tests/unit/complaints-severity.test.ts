import { describe, expect, test } from 'vitest';
import {
  adviseEscalation,
  checkEscalation,
  checkMatrix,
  judgeSeverity,
  loadComplaintRules,
  NO_FACTS,
  type CaseFacts,
  type EscalationRule,
} from '../../knowledge/complaints/index.ts';
import type { ConversationSignals } from '../../knowledge/signals/index.ts';
import { makeSignal, makeSignals } from '../support/make-signals.ts';

const { matrix, escalation } = await loadComplaintRules();
const complaint = makeSignal('投诉');
const threat = (words = '12315', isDone = false, messageId = 'm2') => ({
  ...makeSignal(words, messageId),
  kind: 'regulator' as const,
  isDone,
});
const judge = (found: Partial<ConversationSignals>, facts: Partial<CaseFacts> = {}) =>
  judgeSeverity(makeSignals(found), { ...NO_FACTS, ...facts }, matrix);

describe('severity', () => {
  test.each<[string, Partial<ConversationSignals>, string, string | null]>([
    ['nothing', {}, 'none', null],
    ['anger alone', { worstEmotion: 'furious' }, 'none', null],
    ['a complaint', { complaint }, 'ordinary', 'blue'],
    ['a bad review', { complaint, threats: [{ ...threat('一星'), kind: 'bad-review' }] }, 'ordinary', 'blue'],
    ['a second contact', { complaint, repeat: { ...makeSignal('又来'), times: 2 } }, 'ordinary', 'blue'],
    [
      'what was paid is asked back',
      { complaint, compensation: { ...makeSignal('退'), isBeyondPaid: false } },
      'ordinary',
      'blue',
    ],
    ['a threat', { complaint, threats: [threat()] }, 'major', 'red'],
    ['a lawyer', { complaint, threats: [{ ...threat('起诉'), kind: 'legal' }] }, 'major', 'orange'],
    ['a fury', { complaint, worstEmotion: 'furious' }, 'major', 'red'],
    ['a third contact', { complaint, repeat: { ...makeSignal('第三次'), times: 3 } }, 'major', 'orange'],
    [
      'more than was paid',
      { complaint, compensation: { ...makeSignal('赔三倍'), isBeyondPaid: true } },
      'major',
      'orange',
    ],
    ['somebody old', { complaint, vulnerable: makeSignal('我妈80了') }, 'major', 'orange'],
    ['cut off at work', { complaint, isCutOff: makeSignal('停机了') }, 'major', 'red'],
    ['danger', { dangers: [{ ...makeSignal('不想活了'), kind: 'self-harm' }] }, 'critical', 'red'],
    [
      'with the regulator already',
      { complaint, threats: [threat('已经打了12300', true)] },
      'critical',
      'red',
    ],
    ['a leak', { complaint, identityTheft: makeSignal('冒用') }, 'critical', 'red'],
    [
      'a threat, the third time',
      { complaint, threats: [threat()], repeat: { ...makeSignal('第三次'), times: 3 } },
      'critical',
      'red',
    ],
    [
      'a threat, for a child',
      { complaint, threats: [threat()], vulnerable: makeSignal('孩子') },
      'critical',
      'red',
    ],
  ])('%s', (_name, found, level, quadrant) => {
    expect(judge(found)).toMatchObject({ level, quadrant });
  });

  test('our own records count as the customer’s word does', () => {
    expect(judge({ complaint }, { contactCount: 3 }).level).toBe('major');
    expect(judge({ complaint, threats: [threat()] }, { contactCount: 3 }).level).toBe('critical');
    expect(judge({ complaint }, { contactCount: 2 }).level).toBe('ordinary');
  });

  test('a guess starts nothing', () => {
    expect(judge({ complaint, threats: [{ ...threat(), confidence: 0.4 }] }).level).toBe('ordinary');
  });

  test('says which rule, which signal and which words, and what it starts', () => {
    const { reasons, clocks, urgency } = judge({ complaint, threats: [threat('我要打12315')] });
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual(['threat', 'urgent-threat']);
    expect(reasons[0]?.grounds[0]).toMatchObject({
      about: 'threat',
      ruleIds: ['rule-我要打12315'],
      words: [{ messageId: 'm2', words: '我要打12315' }],
      isOurs: false,
    });
    expect(reasons[0]?.name['zh-CN']).toContain('监管');
    expect(clocks).toEqual(['target-major-answer', 'target-major-feedback', 'target-major-solution']);
    expect(urgency).toBe('urgent');
  });

  test('a limit that has passed makes it urgent', () => {
    expect(judge({ complaint }, { isClockPassed: true })).toMatchObject({
      level: 'ordinary',
      quadrant: 'yellow',
    });
  });

  test('a team’s own matrix is asked instead', () => {
    const own = structuredClone(matrix);
    own.severityRules = [
      {
        id: 'porting',
        name: own.severityRules[0]?.name ?? { 'zh-CN': '', 'zh-TW': '', en: '' },
        level: 'critical',
        all: [{ signal: 'family', families: ['porting'] }, { signal: 'churn' }],
      },
    ];
    const found = { families: [{ ...complaint, family: 'porting' }], churn: makeSignal('转走') };
    expect(judgeSeverity(makeSignals(found), NO_FACTS, own).level).toBe('critical');
    expect(judgeSeverity(makeSignals({ ...found, churn: null }), NO_FACTS, own).level).toBe('none');
  });

  test('faults of a matrix have names', () => {
    const own = structuredClone(matrix);
    const [first] = own.severityRules;
    if (!first) throw new Error('no rule');
    own.severityRules = [
      first,
      { ...first, all: [] },
      { ...first, id: 'circle', all: [{ severity: 'major' }] },
    ];
    own.clocks.ordinary = ['gone'];
    const clockIds = new Set(Object.values(matrix.clocks).flat());
    expect(checkMatrix(own, clockIds)).toEqual([
      { problem: 'duplicate-id', at: 'complaint' },
      { problem: 'rule-without-condition', at: 'complaint' },
      { problem: 'rule-about-severity', at: 'circle' },
      { problem: 'unknown-clock', at: 'gone' },
      { problem: 'level-out-of-reach', at: 'major' },
      { problem: 'level-out-of-reach', at: 'critical' },
    ]);
  });
});

describe('escalation', () => {
  const advise = (found: Partial<ConversationSignals>, facts: Partial<CaseFacts> = {}) => {
    const signals = makeSignals(found);
    const own = { ...NO_FACTS, ...facts };
    const { level } = judgeSeverity(signals, own, matrix);
    return adviseEscalation(escalation, {
      situation: { signals, facts: own, severity: level },
      locale: 'zh-CN',
      slots: { summary: '卡三天没激活', contact: 'C-1' },
    });
  };
  const ids = (...args: Parameters<typeof advise>) => advise(...args).map(({ ruleId }) => ruleId);

  test('an ordinary complaint goes nowhere', () => {
    expect(ids({ complaint })).toEqual([]);
  });

  test('danger goes first, by phone, and does not wait for a second signal', () => {
    const [card] = advise({ dangers: [{ ...makeSignal('不想活了'), kind: 'self-harm' }] });
    expect(card).toMatchObject({ ruleId: 'danger', channel: '电话', openSlots: [] });
    expect(card?.text).toContain('“不想活了”');
    expect(card?.text).toContain('C-1');
    expect(card?.attach.length).toBeGreaterThan(0);
  });

  test('where two signals are needed, one stretch of words is one signal, read as often as you like', () => {
    const words = { ...makeSignal('我要投诉到12315', 'm1') };
    const one = { complaint: words, threats: [{ ...words, kind: 'regulator' as const, isDone: false }] };
    expect(ids(one)).toEqual([]);
    expect(ids({ ...one, complaint: makeSignal('你们太差了', 'm2') })).toEqual([
      'threat-of-regulator-or-media',
    ]);
  });

  test('the customer’s word that it is the third time needs anger beside it; our records need nothing', () => {
    const repeat = { ...makeSignal('第三次了', 'm1'), times: 3 };
    expect(ids({ complaint, repeat })).toEqual([]);
    const emotion = { ...makeSignal('气死我了', 'm2'), level: 'angry' as const };
    expect(ids({ complaint, repeat, emotion, worstEmotion: 'angry' })).toEqual(['third-contact-said']);
    expect(ids({ complaint }, { contactCount: 3 })).toEqual(['third-contact']);
  });

  test('what is above the limit, and a limit that passed, are ours to know', () => {
    expect(ids({ complaint }, { isAuthorityExceeded: true })).toEqual(['authority']);
    const [card] = advise({ complaint }, { isClockPassed: true });
    expect(card).toMatchObject({ ruleId: 'clock-passed', openSlots: ['case', 'time'] });
    expect(card?.text).toContain('{{case}}');
  });

  test('faults of a rule have names', () => {
    const [first] = escalation;
    if (!first) throw new Error('no rule');
    const broken: EscalationRule[] = [
      first,
      { ...first, all: [] },
      { ...first, id: 'half', needsTwoSignals: true, all: [{ signal: 'threat' }, { severity: 'major' }] },
      { ...first, id: 'slot', text: { ...first.text, en: 'call {{somebody}}' } },
    ];
    expect(checkEscalation(broken)).toEqual([
      { problem: 'duplicate-id', at: 'danger' },
      { problem: 'rule-without-condition', at: 'danger' },
      { problem: 'two-signals-from-one-condition', at: 'half' },
      { problem: 'unknown-slot', at: 'slot' },
    ]);
  });
});
