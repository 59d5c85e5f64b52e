/** Schema for rules of complaint signals: words in data, in the language of `knowledge/signals/term-pattern.ts`. */
import {
  COMPLAINT_KINDS,
  DANGER_KINDS,
  EMOTION_LEVELS,
  findRuleProblems,
  GUARD_NAMES,
  RULE_SIGNALS,
  THREAT_KINDS,
  type RuleFile,
} from '../signals/index.ts';
import { z } from './zod.ts';

const MAX_TERMS = 500;

const terms = z.array(z.string().min(1).max(400)).max(MAX_TERMS);

/** Which kinds a signal knows; of the others any. */
const KINDS: Partial<Record<(typeof RULE_SIGNALS)[number], readonly string[]>> = {
  complaint: COMPLAINT_KINDS,
  emotion: EMOTION_LEVELS,
  threat: THREAT_KINDS,
  danger: DANGER_KINDS,
  compensation: ['some', 'beyond'],
  repeat: ['counted', 'again', 'many'],
};

const rule = z
  .strictObject({
    id: z.string().regex(/^(?:zh|en)\.[a-z][a-z.-]{1,60}$/),
    signal: z.enum(RULE_SIGNALS),
    kind: z.string().min(1).max(40).exactOptional(),
    weight: z.number().min(0).max(1),
    terms: terms.min(1),
    followedBy: terms.exactOptional(),
    gap: z.number().int().min(0).max(20).exactOptional(),
    near: terms.exactOptional(),
    unless: terms.exactOptional(),
    scope: z.enum(['sentence', 'message']).exactOptional(),
    despite: z.array(z.enum(GUARD_NAMES)).exactOptional(),
    needs: z.array(z.enum(['complaint'])).exactOptional(),
  })
  .refine(({ signal, kind }) => {
    const kinds = KINDS[signal];
    return !kinds || (kind !== undefined && kinds.includes(kind));
  }, 'unknown `kind` for this signal');

export const signalRulesSchema = z
  .strictObject({
    locale: z.enum(['zh', 'en']),
    groups: z.record(z.string(), terms),
    guards: z.strictObject({
      negated: terms,
      notNegated: terms,
      question: terms,
      notQuestion: terms,
      thirdParty: terms,
      notThirdParty: terms,
      elsewhere: terms,
      notElsewhere: terms,
      done: terms,
      notDone: terms,
    }),
    rules: z.array(rule).min(1).max(MAX_TERMS),
  })
  .superRefine((file, context) => {
    for (const { ruleId, problem, term } of findRuleProblems(file satisfies RuleFile))
      context.addIssue({ code: 'custom', message: [problem, ruleId, term].filter(Boolean).join(' ') });
  });
