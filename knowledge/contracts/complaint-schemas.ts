/** What a team may write about complaints: playbooks, matrix, limits, escalation and clocks, as JSON. */
import {
  CLOCK_UNITS,
  DECISIONS,
  QUADRANTS,
  ROLES,
  SEVERITIES,
  START_EVENTS,
  type AuthorityRules,
  type ClockRule,
  type Condition,
  type EscalationRule,
  type PhraseBook,
  type Playbook,
  type SeverityMatrix,
} from '../complaints/index.ts';
import { DANGER_KINDS, EMOTION_LEVELS, THREAT_KINDS } from '../signals/index.ts';
import { z } from './zod.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const local = (max: number) => z.strictObject({ 'zh-CN': text(max), 'zh-TW': text(max), en: text(max) });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'small letters, digits and dashes');
const version = z.int().positive();

const phraseList = z.array(text(500)).max(200);
const phrases = z.strictObject({ 'zh-CN': phraseList, 'zh-TW': phraseList, en: phraseList });

export const phraseBookSchema = z.record(
  id,
  z.strictObject({ says: phrases, unless: phrases.exactOptional() }),
) satisfies z.ZodType<PhraseBook>;

const ids = z.array(id).max(60);
const eventTest = z.array(ids.min(1)).max(20);

const stageSchema = z.strictObject({
  id,
  name: local(40),
  goal: local(200),
  must: z
    .array(
      z.strictObject({
        id,
        name: local(80),
        phrases: id,
        isOptional: z.boolean().exactOptional(),
        reopens: ids.exactOptional(),
        before: ids.exactOptional(),
        notWith: ids.exactOptional(),
      }),
    )
    .max(20),
  answers: z
    .array(
      z.strictObject({
        id,
        phrases: id,
        after: ids.exactOptional(),
        notAfter: ids.exactOptional(),
        reopens: ids.exactOptional(),
      }),
    )
    .max(20)
    .exactOptional(),
  never: z.array(z.strictObject({ id, phrases: id, reason: local(200) })).max(20),
  scriptTags: z.array(text(30)).max(20),
  articleIds: z.array(text(80)).max(40),
  neededWhen: eventTest.exactOptional(),
  doneWhen: eventTest,
  loopBacks: z
    .array(z.strictObject({ to: id, when: ids.min(1), from: ids.exactOptional(), forget: ids }))
    .max(20)
    .exactOptional(),
  shortcuts: z
    .array(z.strictObject({ when: ids.min(1), with: ids.min(1).exactOptional(), from: ids }))
    .max(20)
    .exactOptional(),
  isAfterContact: z.boolean().exactOptional(),
});

/** The shape alone; `checkPlaybook` tells what is wrong inside. */
export const playbookSchema = z.strictObject({
  id,
  version,
  name: local(60),
  phrases: phraseBookSchema,
  stages: z.array(stageSchema).max(20),
}) satisfies z.ZodType<Playbook>;

const conditionSchema = z.union([
  z.strictObject({ signal: z.enum(['complaint', 'vulnerable', 'cut-off', 'identity-theft', 'churn']) }),
  z.strictObject({
    signal: z.literal('threat'),
    kinds: z.array(z.enum(THREAT_KINDS)).exactOptional(),
    isDone: z.boolean().exactOptional(),
  }),
  z.strictObject({ signal: z.literal('danger'), kinds: z.array(z.enum(DANGER_KINDS)).exactOptional() }),
  z.strictObject({ signal: z.literal('emotion'), atLeast: z.enum(EMOTION_LEVELS) }),
  z.strictObject({ signal: z.literal('compensation'), isBeyondPaid: z.boolean().exactOptional() }),
  z.strictObject({ signal: z.literal('repeat'), atLeast: z.int().min(1).max(99) }),
  z.strictObject({ signal: z.literal('family'), families: z.array(id).min(1) }),
  z.strictObject({ fact: z.literal('contact-count'), atLeast: z.int().min(1).max(99) }),
  z.strictObject({ fact: z.enum(['clock-passed', 'authority-exceeded']) }),
  z.strictObject({ severity: z.enum(SEVERITIES) }),
]) satisfies z.ZodType<Condition>;
const conditions = z.array(conditionSchema).max(10);

const byUrgency = z.strictObject({ urgent: z.enum(QUADRANTS), 'can-wait': z.enum(QUADRANTS) });

export const severityMatrixSchema = z.strictObject({
  id,
  version,
  severityRules: z
    .array(z.strictObject({ id, name: local(80), level: z.enum(SEVERITIES), all: conditions }))
    .max(60),
  urgencyRules: z.array(z.strictObject({ id, name: local(80), all: conditions })).max(60),
  quadrants: z.strictObject({ ordinary: byUrgency, major: byUrgency, critical: byUrgency }),
  clocks: z.strictObject({ none: ids, ordinary: ids, major: ids, critical: ids }),
}) satisfies z.ZodType<SeverityMatrix>;

const money = z.number().min(0).max(10_000_000).nullable();

export const authorityRulesSchema = z.strictObject({
  id,
  version,
  currency: z.string().regex(/^[A-Z]{3}$/),
  names: z.record(z.enum(DECISIONS), local(60)),
  limits: z
    .array(
      z.strictObject({
        decision: z.enum(DECISIONS),
        role: z.enum(ROLES),
        perCase: money,
        perCustomer: z.strictObject({
          money,
          count: z.int().min(0).max(1_000).nullable(),
          days: z.int().min(1).max(3_650),
        }),
      }),
    )
    .max(200),
}) satisfies z.ZodType<AuthorityRules>;

export const escalationRulesSchema = z
  .array(
    z.strictObject({
      id,
      name: local(80),
      all: conditions,
      needsTwoSignals: z.boolean(),
      who: local(80),
      channel: local(80),
      attach: z.array(local(80)).max(10),
      text: local(600),
      order: z.number().min(0).max(1_000),
    }),
  )
  .max(60) satisfies z.ZodType<EscalationRule[]>;

export const clockRulesSchema = z
  .array(
    z.strictObject({
      id,
      duty: id,
      name: local(80),
      kind: z.enum(['law', 'target']),
      jurisdiction: text(20),
      unit: z.enum(CLOCK_UNITS),
      startEvent: z.enum(START_EVENTS),
      limit: z.number().nullable(),
      source: z.strictObject({ title: z.string().max(300), address: z.httpUrl().exactOptional() }),
      validFrom: z.iso.date(),
      checkedOn: z.iso.date(),
      expiresOn: z.iso.date().nullable(),
      isVerified: z.boolean(),
    }),
  )
  .max(200) satisfies z.ZodType<ClockRule[]>;
