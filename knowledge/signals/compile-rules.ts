/** Rule files made ready to run; what is wrong with one is said by name. */
import type { GuardWords, RuleFile, SignalRule } from './signal-rule.ts';
import { compilePair, compileTerms, findTermProblem, type TermProblem } from './term-pattern.ts';

export interface RuleProblem {
  ruleId: string;
  problem: TermProblem | 'repeated-id' | 'no-terms';
  term?: string;
}

export interface CompiledRule {
  rule: SignalRule;
  terms: RegExp;
  near: RegExp | null;
  unless: RegExp | null;
  /** Has a term with `^` or `$`, which speak of the sentence. */
  isAnchored: boolean;
}

export type CompiledGuards = Record<keyof GuardWords, RegExp | null>;

export interface CompiledRules {
  locale: RuleFile['locale'];
  rules: readonly CompiledRule[];
  guards: CompiledGuards;
}

/** For the authors of rules: an empty list means that {@link compileRules} may be called. */
export function findRuleProblems(file: RuleFile): RuleProblem[] {
  const seen = new Set<string>();
  const problems = file.rules.flatMap((rule): RuleProblem[] => {
    const found = findProblemsOfTerms(rule.id, listTerms(rule), file);
    if (seen.has(rule.id)) found.push({ ruleId: rule.id, problem: 'repeated-id' });
    if (rule.terms.length === 0) found.push({ ruleId: rule.id, problem: 'no-terms' });
    seen.add(rule.id);
    return found;
  });
  const guards = Object.entries<string[]>({ ...file.guards }).flatMap(([name, terms]) =>
    findProblemsOfTerms(`guards.${name}`, terms, file),
  );
  const groups = Object.entries(file.groups).flatMap(([name, terms]) =>
    findProblemsOfTerms(`groups.${name}`, terms, { groups: {} }),
  );
  return [...problems, ...guards, ...groups];
}

function listTerms({ terms, followedBy = [], near = [], unless = [] }: SignalRule): string[] {
  return [...terms, ...followedBy, ...near, ...unless];
}

function findProblemsOfTerms(
  ruleId: string,
  terms: readonly string[],
  { groups }: Pick<RuleFile, 'groups'>,
): RuleProblem[] {
  return terms.flatMap((term) => {
    const problem = findTermProblem(term, groups);
    return problem ? [{ ruleId, problem, term }] : [];
  });
}

/** @throws SyntaxError for a file that {@link findRuleProblems} finds fault with */
export function compileRules(file: RuleFile): CompiledRules {
  const { groups, guards } = file;
  return {
    locale: file.locale,
    rules: file.rules.flatMap((rule) => {
      const terms = compileRule(rule, groups);
      const near = compileTerms(rule.near ?? [], groups);
      const unless = compileTerms(rule.unless ?? [], groups);
      const isAnchored = [...rule.terms, ...(rule.followedBy ?? [])].some((term) => /[\^$]/.test(term));
      return terms ? [{ rule, terms, near, unless, isAnchored }] : [];
    }),
    guards: Object.fromEntries(
      Object.entries<string[]>({ ...guards }).map(([name, terms]) => [name, compileTerms(terms, groups)]),
    ) as CompiledGuards,
  };
}

function compileRule(rule: SignalRule, groups: RuleFile['groups']): RegExp | null {
  if (!rule.followedBy) return compileTerms(rule.terms, groups);
  return compilePair({ first: rule.terms, second: rule.followedBy, gap: rule.gap ?? 0 }, groups);
}
