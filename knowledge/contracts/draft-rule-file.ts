/** A team's own rules for drafts, as a file: a list of rules, each mistake in it named. */
import { checkRules, type DraftRule, type RuleFault } from '../compliance/index.ts';
import { draftRuleSchema } from './compliance-schemas.ts';
import { z } from './zod.ts';

export type DraftFileProblem =
  | { reason: 'no-json' }
  | { reason: 'too-long' }
  /** It is no rule: where in the file, and what was expected there. */
  | { reason: 'no-rule'; where: string }
  /** It is a rule that cannot work. */
  | { reason: 'fault'; ruleId: string; fault: RuleFault; near: string };

const MAX_LENGTH = 500_000;
const MAX_RULES = 500;
const MAX_PROBLEMS = 20;

/** @param taken the rules that are there anyway: no two may have one name */
export function parseDraftRules(
  text: string,
  taken: readonly DraftRule[],
): { rules: DraftRule[] } | { problems: DraftFileProblem[] } {
  if (text.length > MAX_LENGTH) return { problems: [{ reason: 'too-long' }] };
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return { problems: [{ reason: 'no-json' }] };
  }
  const read = z.array(draftRuleSchema).min(1).max(MAX_RULES).safeParse(written);
  if (!read.success) {
    const issues = read.error.issues.slice(0, MAX_PROBLEMS);
    return {
      problems: issues.map(({ path, message }) => ({
        reason: 'no-rule',
        where: `${path.join('.')} ${message}`.trim(),
      })),
    };
  }
  const own = new Set(read.data.map(({ id }) => id));
  const faults = checkRules([...taken, ...read.data]).filter(({ ruleId }) => own.has(ruleId));
  return faults.length === 0
    ? { rules: read.data }
    : {
        problems: faults
          .slice(0, MAX_PROBLEMS)
          .map(({ ruleId, fault, near }) => ({ reason: 'fault', ruleId, fault, near })),
      };
}
