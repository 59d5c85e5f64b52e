import { describe, expect, test } from 'vitest';
import {
  answerApproval,
  checkAuthority,
  checkAuthorityRules,
  loadComplaintRules,
  readOffer,
  writeCaseSummary,
  type Approval,
  type AuthorityContext,
  type Grant,
} from '../../knowledge/complaints/index.ts';
import { DAY } from '../../utils/time/clock.ts';

const { authority } = await loadComplaintRules();
const NOW = Date.UTC(2026, 10, 22);

describe('what a draft offers', () => {
  test.each([
    ['给您退200元', 'refund', { value: 200, unit: 'money' }],
    ['我给您退款 1,299.50 元', 'refund', { value: 1299.5, unit: 'money' }],
    ['这笔钱全额退给您', 'refund', { value: 1, unit: 'share' }],
    ['赔偿三倍', 'compensation', { value: 3, unit: 'times' }],
    ['补偿您五十块', 'compensation', { value: 50, unit: 'money' }],
    ['補償您兩百元', 'compensation', { value: 200, unit: 'money' }],
    ['免三个月月租', 'months-free', { value: 3, unit: 'months' }],
    ['送您两个月月租', 'months-free', { value: 2, unit: 'months' }],
    ['帮您免掉违约金300元', 'waiver', { value: 300, unit: 'money' }],
    ['送您20元话费', 'credit', { value: 20, unit: 'money' }],
    ['给您一张50元优惠券', 'credit', { value: 50, unit: 'money' }],
    ['今天给您补发一件', 'replacement', null],
    ['可以分3期缴清', 'payment-plan', null],
    ['I can add a $50 credit', 'credit', { value: 50, unit: 'money' }],
    ["we'll refund you in full", 'refund', { value: 1, unit: 'share' }],
    ['We will waive the $30 fee', 'waiver', { value: 30, unit: 'money' }],
    ['you get three months free', 'months-free', { value: 3, unit: 'months' }],
    ["I'll send you a replacement", 'replacement', null],
    ['compensation of double the price', 'compensation', { value: 2, unit: 'times' }],
    ['退您一万二', 'refund', { value: 12_000, unit: 'money' }],
    ['赔你200', 'compensation', { value: 200, unit: 'money' }],
    ['给您退款', 'refund', null],
  ] as const)('%s', (draft, kind, amount) => {
    expect(readOffer(draft)).toEqual([{ kind, amount, start: 0, end: draft.length, words: draft }]);
  });

  test.each([
    '您好，请问有什么可以帮您',
    '您要求退200元',
    '这个不能退',
    '很抱歉没法赔偿',
    '退款一般3个工作日到账',
    '退款进度我帮您查',
    '您是想退货吗',
    "I'm afraid we can't refund that",
    'You asked for a refund of $50',
    'Our refund policy is on the site',
    '麻烦退出重新登录',
    '12月5日前给您送到',
  ])('no offer: %s', (draft) => {
    expect(readOffer(draft)).toEqual([]);
  });

  test('each clause is read by itself, with its place', () => {
    const draft = '抱歉，给您退30元，另外送您10元话费。';
    const offers = readOffer(draft);
    expect(offers.map(({ kind, words }) => [kind, words])).toEqual([
      ['refund', '给您退30元'],
      ['credit', '另外送您10元话费'],
    ]);
    for (const { start, end, words } of offers) expect(draft.slice(start, end)).toBe(words);
  });
});

function check(draft: string, rest: Partial<AuthorityContext> = {}) {
  const [offer] = readOffer(draft);
  if (!offer) throw new Error('no offer');
  return checkAuthority(offer, { role: 'agent', rules: authority, history: [], now: NOW, ...rest });
}

describe('may I?', () => {
  test.each([
    ['给您退500元', 'agent', { isAllowed: true, decision: 'entitled-refund', amount: 500 }],
    ['给您退501元', 'agent', { isAllowed: false, reason: 'above-limit', limit: 500, needsRole: 'team-lead' }],
    ['给您退5000元', 'agent', { isAllowed: false, needsRole: 'manager' }],
    ['给您退5000元', 'manager', { isAllowed: true }],
    ['补偿您10元', 'new-hire', { isAllowed: false, limit: 0, needsRole: 'agent' }],
    ['补偿您5000元', 'manager', { isAllowed: false, limit: 1000, needsRole: null }],
  ] as const)('%s as %s', (draft, role, answer) => {
    expect(check(draft, { role })).toMatchObject(answer);
  });

  test('three times the price needs the price', () => {
    expect(check('赔偿三倍')).toMatchObject({ reason: 'amount-unknown', needsRole: null });
    expect(check('赔偿三倍', { paid: 9 })).toMatchObject({ isAllowed: true, amount: 27 });
    expect(check('免三个月月租', { monthlyFee: 19 })).toMatchObject({ reason: 'above-limit', amount: 57 });
  });

  test('whoever has no limit needs no amount', () => {
    expect(check('今天给您补发一件', { role: 'manager' })).toMatchObject({ isAllowed: true, amount: null });
    expect(check('今天给您补发一件')).toMatchObject({ reason: 'amount-unknown', needsRole: 'manager' });
  });

  test('what was given before counts, within the period', () => {
    const grant = (days: number, rest: Partial<Grant> = {}): Grant => ({
      decision: 'goodwill',
      amount: 25,
      at: NOW - days * DAY,
      isThisCase: false,
      ...rest,
    });
    expect(check('补偿您25元', { history: [grant(1)] })).toMatchObject({ isAllowed: true });
    expect(check('补偿您25元', { history: [grant(1), grant(2)] })).toMatchObject({
      reason: 'too-often',
      limit: 2,
    });
    expect(check('补偿您25元', { history: [grant(91), grant(92)] })).toMatchObject({ isAllowed: true });
    expect(check('补偿您25元', { history: [grant(1, { isThisCase: true })] })).toMatchObject({
      reason: 'above-limit',
    });
    expect(check('补偿您30元', { history: [grant(1, { amount: 40 })] })).toMatchObject({
      reason: 'above-customer-limit',
      limit: 60,
    });
  });

  test('a fee waived before makes the next one a repeat', () => {
    const history: Grant[] = [{ decision: 'fee-waiver', amount: 10, at: NOW - DAY, isThisCase: false }];
    expect(check('帮您免掉违约金30元', { history })).toMatchObject({
      decision: 'fee-waiver-repeat',
      needsRole: 'team-lead',
    });
  });

  test('the agent may say what it is', () => {
    expect(check('给您退20元', { role: 'new-hire', decision: 'goodwill' })).toMatchObject({
      isAllowed: false,
    });
  });

  test('no rule, no permission', () => {
    expect(check('给您退1元', { rules: { ...authority, limits: [] } })).toMatchObject({
      reason: 'no-rule',
      needsRole: null,
    });
  });

  test('faults of the limits have names', () => {
    const [first] = authority.limits;
    if (!first) throw new Error('no limit');
    const limits = [{ ...first, perCase: 900 }, { ...first, perCase: -1 }, ...authority.limits.slice(1, -1)];
    expect(checkAuthorityRules({ ...authority, limits })).toEqual([
      { problem: 'duplicate-limit', at: 'entitled-refund/new-hire' },
      { problem: 'limit-falls', at: 'entitled-refund/agent' },
      { problem: 'missing-limit', at: 'payment-plan/manager' },
    ]);
  });
});

describe('asking', () => {
  const answer = check('补偿您100元');

  test.each(['zh-CN', 'zh-TW', 'en'] as const)(
    'a summary says what, why and in whose words, masked: %s',
    (locale) => {
      const summary = writeCaseSummary({
        answer,
        offerWords: '补偿您100元，电话13800138000',
        customerWords: [
          '第三次了\n我的卡号 13900139000 ',
          ...Array.from({ length: 9 }, (_, index) => `第${index}句`),
        ],
        severity: 'major',
        topic: '多扣费',
        locale,
        decisionNames: authority.names,
      });
      expect(summary).toContain(authority.names.goodwill[locale]);
      expect(summary).toContain('100');
      expect(summary).toContain('(30)');
      expect(summary).toContain('多扣费');
      expect(summary).toContain('[手机号*8000]');
      expect(summary).toContain('[手机号*9000]');
      expect(summary).not.toMatch(/1380013|1390013/);
      expect(summary.split('\n')).toHaveLength(8);
    },
  );

  test('a number is masked before a long line is cut', () => {
    const words = `${'很'.repeat(72)}13800138000${'长'.repeat(90)}`;
    const summary = writeCaseSummary({
      answer,
      offerWords: words,
      customerWords: [words],
      severity: 'major',
      topic: 't',
      locale: 'en',
      decisionNames: authority.names,
    });
    expect(summary).not.toMatch(/\d{7}/);
  });

  test('an answer is given once', () => {
    const asked: Approval = {
      id: 'a',
      v: 1,
      contactId: 'c',
      decision: 'goodwill',
      amount: 100,
      reason: 'above-limit',
      askedBy: 'agent',
      needsRole: 'team-lead',
      summary: '',
      state: 'asked',
      askedAt: NOW,
      answeredBy: null,
      answeredAt: null,
    };
    const approved = answerApproval(asked, { state: 'approved', by: '李组长', now: NOW + 1 });
    expect(approved).toMatchObject({ state: 'approved', answeredBy: '李组长', answeredAt: NOW + 1 });
    expect(answerApproval(approved, { state: 'refused', by: 'x', now: NOW + 2 })).toBe(approved);
  });
});
