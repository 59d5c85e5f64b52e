import { isBoundedPattern } from '../../utils/text/bounded-pattern.ts';
import type { DraftRule } from './draft-rule.ts';

/** What can be wrong with a rule somebody wrote. */
export const RULE_FAULTS = [
  'duplicate-id',
  'finds-nothing',
  'bad-pattern',
  'slow-pattern',
  'matches-nothing',
  'unknown-group',
  'rewrite-without-text',
] as const;
export type RuleFault = (typeof RULE_FAULTS)[number];

export interface RuleProblem {
  ruleId: string;
  fault: RuleFault;
  /** The pattern or text at fault. */
  near: string;
}

/** @returns nothing when the rules can be used */
export function checkRules(rules: readonly DraftRule[]): RuleProblem[] {
  const seen = new Set<string>();
  return rules.flatMap((rule) => {
    const isTwice = seen.has(rule.id);
    seen.add(rule.id);
    const faults = [
      ...(isTwice ? [{ fault: 'duplicate-id' as const, near: rule.id }] : []),
      ...checkRule(rule),
    ];
    return faults.map(({ fault, near }) => ({ ruleId: rule.id, fault, near }));
  });
}

type Fault = Omit<RuleProblem, 'ruleId'>;

function checkRule(rule: DraftRule): Fault[] {
  const { words = [], patterns = [], sequences = [], unless = [], unlessSentence = [] } = rule;
  const finds = rule.rewrites.flatMap(({ find }) => find ?? []);
  const isIdle = words.length + patterns.length + sequences.length === 0;
  return [
    ...(isIdle ? [{ fault: 'finds-nothing' as const, near: rule.id }] : []),
    ...[words, sequences.flat(2)].flat().filter(isBlank).map(toMatchless),
    ...[patterns, unless, unlessSentence, finds].flat().flatMap(checkPattern),
    ...sequences.flatMap(checkSequence),
    ...rule.rewrites.flatMap(({ find, text }) => checkRewrite(find, text)),
  ];
}

function isBlank(word: string): boolean {
  return word.trim() === '';
}

function toMatchless(near: string): Fault {
  return { fault: 'matches-nothing', near };
}

const MAX_SEQUENCE = 3;

function checkSequence(lists: readonly (readonly string[])[]): Fault[] {
  const near = lists.map(([word]) => word ?? '').join(' … ');
  if (lists.length > MAX_SEQUENCE) return [{ fault: 'slow-pattern', near }];
  return lists.length < 2 || lists.some((words) => words.length === 0)
    ? [{ fault: 'matches-nothing', near }]
    : [];
}

function checkPattern(source: string): Fault[] {
  const pattern = compile(source);
  if (!pattern) return [{ fault: 'bad-pattern', near: source }];
  if (!isBoundedPattern(source)) return [{ fault: 'slow-pattern', near: source }];
  return pattern.test('') ? [{ fault: 'matches-nothing', near: source }] : [];
}

function checkRewrite(find: string | undefined, texts: DraftRule['rewrites'][number]['text']): Fault[] {
  const written = Object.values(texts);
  if (written.length === 0) return [{ fault: 'rewrite-without-text', near: find ?? '' }];
  const pattern = compile(`${find ?? ''}|`);
  const groups = (pattern?.exec('')?.length ?? 1) - 1;
  return written
    .filter((text) => [...text.matchAll(/\$([1-9])/g)].some(([, at]) => Number(at) > groups))
    .map((near) => ({ fault: 'unknown-group', near }));
}

function compile(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}
