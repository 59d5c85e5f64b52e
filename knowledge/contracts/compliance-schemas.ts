/** What a team may write about drafts, as JSON: rules; and the data that ours come with. */
import {
  checkRules,
  FINDING_SEVERITIES,
  REWRITE_SCOPES,
  WORD_KINDS,
  type CheckData,
  type DraftRule,
} from '../compliance/index.ts';
import { PROMISE_ACTIONS, type ChineseWording, type EnglishWording } from '../promises/index.ts';
import { z } from './zod.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const local = (max: number) => z.strictObject({ 'zh-CN': text(max), 'zh-TW': text(max), en: text(max) });
const words = z.array(text(60)).max(400);
/** Whether it is bounded is looked at for the whole rule, where the problem gets a name. */
const patterns = z.array(z.string().min(1).max(500)).max(80);
const sequences = z.array(z.array(z.array(text(60)).max(120)).max(10)).max(40);

const rewriteSchema = z.strictObject({
  scope: z.enum(REWRITE_SCOPES),
  find: z.string().min(1).max(500).exactOptional(),
  text: z.strictObject({
    'zh-CN': text(300).exactOptional(),
    'zh-TW': text(300).exactOptional(),
    en: text(300).exactOptional(),
  }),
});

export const draftRuleSchema = z.strictObject({
  id: z.string().regex(/^[\w.-]{3,80}$/),
  kind: z.enum(WORD_KINDS),
  language: z.enum(['zh', 'en']),
  severity: z.enum(FINDING_SEVERITIES),
  words: words.exactOptional(),
  patterns: patterns.exactOptional(),
  sequences: sequences.exactOptional(),
  unless: patterns.exactOptional(),
  unlessSentence: patterns.exactOptional(),
  reason: local(200),
  rewrites: z.array(rewriteSchema).max(30),
}) satisfies z.ZodType<DraftRule>;

/** Refuses with the names of `checkRules` what would be slow, or could never fire. */
export const draftRulesSchema = z
  .array(draftRuleSchema)
  .max(500)
  .superRefine((rules, issues) => {
    for (const { ruleId, fault, near } of checkRules(rules)) {
      issues.addIssue({ code: 'custom', message: `${fault} in ${ruleId}: "${near}"` });
    }
  });

const checkText = z.strictObject({ reason: local(200), rewrite: local(200).exactOptional() });

export const checkDataSchema = z.strictObject({
  finePhrases: words,
  slotNames: words,
  texts: z.strictObject({
    'unfilled-slot': checkText,
    'wrong-name': checkText,
    'wrong-number': checkText,
    'other-pii': checkText,
    'missing-must-say': checkText,
  }),
  surnames: text(1_000),
  honorifics: words,
  ourPeople: words,
}) satisfies z.ZodType<CheckData>;

const shared = {
  actions: z.record(z.enum(PROMISE_ACTIONS), words),
  ours: words,
  soon: words,
  conditions: words,
  habits: words,
  offers: words,
  past: words,
  negations: words,
  theirs: words,
};

export const chineseWordingSchema = z.strictObject({
  ...shared,
  wills: words,
  verbs: z.array(z.strictObject({ action: z.enum(PROMISE_ACTIONS), words })).max(20),
  choices: words,
  strong: words,
}) satisfies z.ZodType<ChineseWording>;

export const englishWordingSchema = z.strictObject({
  ...shared,
  harmless: words,
}) satisfies z.ZodType<EnglishWording>;
