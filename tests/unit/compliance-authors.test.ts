import { describe, expect, test } from 'vitest';
import {
  BUNDLED_DRAFT_RULES,
  checkRules,
  tryRules,
  type DraftRule,
} from '../../knowledge/compliance/index.ts';
import { draftRulesSchema } from '../../knowledge/contracts/index.ts';

const RULE: DraftRule = {
  id: 'team.rule',
  kind: 'over-promise',
  language: 'zh',
  severity: 'medium',
  words: ['马上到'],
  reason: { 'zh-CN': '说满了', 'zh-TW': '說滿了', en: 'Too much' },
  rewrites: [{ scope: 'words', text: { 'zh-CN': '尽快到', 'zh-TW': '盡快到' } }],
};

describe('a rule that cannot be used', () => {
  test.each([
    ['slow-pattern', { patterns: ['(a+)+$'] }],
    ['slow-pattern', { unless: ['.*.*.*'] }],
    ['slow-pattern', { unlessSentence: ['(?:a|b)*c'] }],
    ['slow-pattern', { rewrites: [{ scope: 'clause' as const, find: '(?=x)', text: { 'zh-CN': '好' } }] }],
    ['bad-pattern', { patterns: ['('] }],
    ['matches-nothing', { patterns: ['x?'] }],
    ['matches-nothing', { words: [' '] }],
    ['finds-nothing', { words: [] }],
    ['matches-nothing', { sequences: [[['您', '你']]] }],
    ['matches-nothing', { sequences: [[['您'], []]] }],
    ['slow-pattern', { sequences: [[['一'], ['二'], ['三'], ['四']]] }],
    ['unknown-group', { rewrites: [{ scope: 'clause' as const, find: '(.)到', text: { 'zh-CN': '$1$2' } }] }],
    ['unknown-group', { rewrites: [{ scope: 'clause' as const, text: { 'zh-CN': '$1' } }] }],
    ['rewrite-without-text', { rewrites: [{ scope: 'clause' as const, text: {} }] }],
  ])('is named: %s', (fault, change) => {
    const rule = { ...RULE, ...change };
    expect(checkRules([rule])).toMatchObject([{ ruleId: 'team.rule', fault }]);
    expect(draftRulesSchema.safeParse([rule]).success).toBe(false);
  });

  test('may name a class of phrases, one word of each list in order', () => {
    const rule = {
      ...RULE,
      words: [],
      sequences: [
        [
          ['仓库', '快递'],
          ['拖拉', '不靠谱'],
        ],
      ],
    };
    expect(draftRulesSchema.parse([rule])).toEqual([rule]);
    const [found, far, turned] = tryRules(
      [rule],
      ['快遞那邊就是不靠譜', '仓库今天下午会把您的补发件寄出不靠谱', '不靠谱的不是仓库'],
      'zh-CN',
    );
    expect(found?.matches).toHaveLength(1);
    expect([...(far?.matches ?? []), ...(turned?.matches ?? [])]).toEqual([]);
  });

  test('is named: duplicate-id', () => {
    expect(checkRules([RULE, RULE])).toMatchObject([{ fault: 'duplicate-id', near: 'team.rule' }]);
  });

  test('is told apart from one that can', () => {
    expect(checkRules([RULE])).toEqual([]);
    expect(draftRulesSchema.parse([RULE])).toEqual([RULE]);
  });
});

test.each([
  ['an unknown kind', { kind: 'rude' }],
  ['an unknown field', { script: 'alert(1)' }],
  ['a language without rules', { language: 'fr' }],
  ['no reason in English', { reason: { 'zh-CN': '说满了', 'zh-TW': '說滿了' } }],
])('a file with %s is refused', (_what, change) => {
  expect(draftRulesSchema.safeParse([{ ...RULE, ...change }]).success).toBe(false);
});

describe('the test page', () => {
  test('shows which rule fires on which words, and what it would become', () => {
    const [tried] = tryRules([RULE], ['货馬上到，别急'], 'zh-CN');
    expect(tried?.matches).toEqual([
      {
        ruleId: 'team.rule',
        start: 1,
        end: 4,
        words: '馬上到',
        clearedBy: null,
        rewrite: { start: 1, end: 4, text: '盡快到' },
      },
    ]);
  });

  test.each([
    ['denied', '我们不能保证今天到'],
    ['quoted', '您说的“保证今天到”我记下了'],
    ['excepted', '为了保证您的权益'],
    ['fine-phrase', '保证金已退'],
  ])('shows why one lets words pass: %s', (clearedBy, sentence) => {
    const [tried] = tryRules(BUNDLED_DRAFT_RULES, [sentence], 'zh-CN');
    expect(tried?.matches).toMatchObject([{ ruleId: 'zh.over-promise.guarantee', clearedBy, rewrite: null }]);
  });
});
