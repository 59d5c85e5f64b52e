import { describe, expect, test } from 'vitest';
import { BUNDLED_DRAFT_RULES, type DraftRule } from '../../knowledge/compliance/index.ts';
import { parseDraftRules } from '../../knowledge/contracts/index.ts';

const RULE: DraftRule = {
  id: 'team.words',
  kind: 'banned',
  language: 'zh',
  severity: 'high',
  words: ['没救了'],
  reason: { 'zh-CN': '不能这么说', 'zh-TW': '不能這麼說', en: 'Not like that' },
  rewrites: [],
};

const parse = (rules: unknown) => parseDraftRules(JSON.stringify(rules), BUNDLED_DRAFT_RULES);

describe('a file of rules', () => {
  test('is taken as it was written', () => {
    expect(parse([RULE])).toEqual({ rules: [RULE] });
  });

  test('that was exported comes back, ours under another name too', () => {
    const ours = BUNDLED_DRAFT_RULES.map((rule, at) => ({ ...rule, id: `team.${at}` }));
    expect(parse(ours)).toEqual({ rules: ours });
  });

  test.each<[string, unknown, object]>([
    ['is no list', RULE, { reason: 'no-rule' }],
    ['is empty', [], { reason: 'no-rule' }],
    ['lacks a reason', [{ ...RULE, reason: {} }], { reason: 'no-rule' }],
    ['has a name of ours', [{ ...RULE, id: BUNDLED_DRAFT_RULES[0]?.id }], { fault: 'duplicate-id' }],
    ['has a name twice', [RULE, RULE], { fault: 'duplicate-id' }],
    ['finds nothing', [{ ...RULE, words: [] }], { fault: 'finds-nothing' }],
    ['could hang', [{ ...RULE, patterns: ['(a+)+$'] }], { fault: 'slow-pattern', near: '(a+)+$' }],
    ['cannot be read', [{ ...RULE, patterns: ['('] }], { fault: 'bad-pattern', near: '(' }],
  ])('that %s is refused by name', (_, rules, problem) => {
    expect(parse(rules)).toEqual({
      problems: expect.arrayContaining([expect.objectContaining(problem)]),
    });
  });

  test('that is no JSON or too long is refused by name', () => {
    expect(parseDraftRules('[', [])).toEqual({ problems: [{ reason: 'no-json' }] });
    expect(parseDraftRules(' '.repeat(500_001), [])).toEqual({ problems: [{ reason: 'too-long' }] });
  });

  test('with very many mistakes names the first twenty', () => {
    const parsed = parse(Array.from({ length: 60 }, () => ({ id: 1 })));
    expect('problems' in parsed && parsed.problems).toHaveLength(20);
  });
});
