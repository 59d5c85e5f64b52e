/** What should not go out as it is: said in time, with the words, the reason and a better sentence. It blocks nothing. */
import { CHECK_DATA, BUNDLED_DRAFT_RULES, FINE_PHRASES } from './bundled-rules.ts';
import { findWrongNames } from './checks/find-names.ts';
import { findStrangeNumbers } from './checks/find-numbers.ts';
import { findOthers } from './checks/find-others.ts';
import { findSlots } from './checks/find-slots.ts';
import type { DraftSurroundings, Raised } from './checks/raised.ts';
import { compileRules, foldDraft } from './compile-rules.ts';
import {
  FINDING_SEVERITIES,
  type BreachKind,
  type CheckKind,
  type DraftFinding,
  type DraftLocale,
  type DraftRule,
  type FindingSeverity,
} from './draft-rule.ts';
import { matchRules, type RuleMatch } from './match-rules.ts';
import { rewriteMatch } from './rewrite.ts';

export interface DraftMustSay {
  id: string;
  /** In the agent's language. */
  name: string;
  /** In the conversation, or in this draft. */
  isSaid: boolean;
  /** A sentence that says it, in the customer's language: offered as an addition. */
  say?: string;
}

/** Something the stage forbids, found by the playbook. */
export interface DraftNeverSay {
  id: string;
  start: number;
  end: number;
  /** In the agent's language. */
  reason: string;
}

export interface DraftInput extends DraftSurroundings {
  text: string;
  /** Of the current stage. */
  mustSays?: readonly DraftMustSay[];
  neverSays?: readonly DraftNeverSay[];
  /** The bundled ones when absent. */
  rules?: readonly DraftRule[];
  /** Ids of rules and checks that are quiet: they leave no finding, so there is nothing to be counted. */
  muted?: readonly string[];
  /** Of the agent: reasons are in it. */
  locale: DraftLocale;
}

/** Longer than any reply; what comes after is not read. */
const MAX_DRAFT_LENGTH = 4_000;
const SEVERITIES: Record<CheckKind, FindingSeverity> = {
  'wrong-customer': 'high',
  'unfilled-slot': 'high',
  'other-pii': 'high',
  'missing-must-say': 'low',
  'never-say': 'medium',
};
const FOLDED_FINE_PHRASES = FINE_PHRASES.map(foldDraft);

/** In reading order; empty when the draft is fine. The conversation's texts are masked already. */
export function checkDraft(input: DraftInput): DraftFinding[] {
  const text = input.text.slice(0, MAX_DRAFT_LENGTH);
  if (text.trim() === '') return [];
  const muted = new Set(input.muted);
  const findings = [
    ...findByRules(text, input, muted),
    ...findByChecks(text, input),
    ...listUnsaid(text, input),
  ];
  return findings
    .filter(({ ruleId }) => !muted.has(ruleId))
    .toSorted((left, right) => left.start - right.start);
}

function findByRules(text: string, input: DraftInput, muted: ReadonlySet<string>): DraftFinding[] {
  const rules = compileRules(input.rules ?? BUNDLED_DRAFT_RULES).filter(({ rule }) => !muted.has(rule.id));
  const customers = (input.conversation?.messages ?? []).filter(({ role }) => role === 'customer');
  const matches = matchRules({
    text,
    rules,
    finePhrases: FOLDED_FINE_PHRASES,
    listCustomerTexts: () => customers.map((message) => foldDraft(message.text)),
  });
  const open = matches.filter(({ clearedBy }) => clearedBy === null);
  return keepTelling(open).map((match) => toRemark(text, match, { open, locale: input.locale }));
}

function toRemark(
  text: string,
  match: RuleMatch,
  { open, locale }: { open: readonly RuleMatch[]; locale: DraftLocale },
): DraftFinding {
  const { id, kind, severity, reason } = match.rule;
  const { start, end } = markAll(match, open);
  const rewrite = rewriteMatch(text, match, locale);
  return {
    ruleId: id,
    kind,
    severity,
    start,
    end,
    words: text.slice(start, end),
    reason: reason[locale],
    rewrite,
  };
}

/** What a remark marks: all that its sentence has of its kind, from the first words to the last. */
function markAll({ rule, sentence }: RuleMatch, open: readonly RuleMatch[]) {
  const same = open.filter((one) => one.rule.kind === rule.kind && one.sentence.start === sentence.start);
  const start = Math.min(...same.map((one) => one.start));
  const end = Math.max(...same.map((one) => one.end));
  return { start, end };
}

/** One remark of a kind is enough for a sentence, the gravest; the next comes when it is settled. */
function keepTelling(matches: readonly RuleMatch[]): RuleMatch[] {
  const kept: RuleMatch[] = [];
  for (const match of matches.toSorted(compareGravity)) {
    const isSaid = kept.some(
      ({ rule, sentence, start, end }) =>
        (start < match.end && end > match.start) ||
        (isSameRemark(rule, match.rule) && sentence.start === match.sentence.start),
    );
    if (!isSaid) kept.push(match);
  }
  return kept;
}

/** How one speaks to the customer: a sentence with two such faults is written anew once. */
const MANNERS: readonly BreachKind[] = ['banned', 'blame', 'brush-off'];

/** Sentences with these are written anew whole: the office's words in them go along. */
const NEVER_SENT: ReadonlySet<BreachKind> = new Set(['banned', 'diverting']);

function isSameRemark(graver: DraftRule, other: DraftRule): boolean {
  const isManner = MANNERS.includes(graver.kind) && MANNERS.includes(other.kind);
  const goesAlong = NEVER_SENT.has(graver.kind) && other.kind === 'internal-words';
  return graver.kind === other.kind || isManner || goesAlong;
}

function compareGravity(left: RuleMatch, right: RuleMatch): number {
  const rank = ({ rule }: RuleMatch) => FINDING_SEVERITIES.indexOf(rule.severity);
  const manner = ({ rule }: RuleMatch) => MANNERS.indexOf(rule.kind);
  return (
    rank(left) - rank(right) ||
    manner(left) - manner(right) ||
    left.start - right.start ||
    right.end - left.end
  );
}

function findByChecks(text: string, input: DraftInput): DraftFinding[] {
  const numbers = findStrangeNumbers(text, input, input.locale);
  const personal = numbers.filter(({ kind }) => kind === 'other-pii');
  const isSettled = (one: Raised) => personal.some((other) => isOneRemark(text, one, other));
  const others = findOthers(text, input, input.locale).filter((one) => !isSettled(one));
  const isTold = (one: Raised) => /\p{Script=Han}/u.test(text.charAt(one.start - 1)) && isSettled(one);
  const names = findWrongNames(text, input).filter(
    (one) => !isTold(one) && !others.some((other) => touches(one, other)),
  );
  return [...findSlots(text, input.customerName), ...names, ...numbers, ...others].map((one) =>
    toFinding(text, one, input.locale),
  );
}

interface Stretch {
  start: number;
  end: number;
}

function touches(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && one.end > other.start;
}

/** Somebody's name and somebody's number in one sentence are one remark. */
function isOneRemark(text: string, one: Stretch, other: Stretch): boolean {
  const between = text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  return touches(one, other) || !/[。！？!?；;\n]/u.test(between);
}

function toFinding(text: string, { kind, text: name, ...found }: Raised, locale: DraftLocale): DraftFinding {
  return {
    ruleId: `check.${name}`,
    kind,
    severity: SEVERITIES[kind],
    ...found,
    words: text.slice(found.start, found.end),
    reason: CHECK_DATA.texts[name].reason[locale],
  };
}

function listUnsaid(text: string, { mustSays = [], neverSays = [], locale }: DraftInput): DraftFinding[] {
  const end = text.trimEnd().length;
  const missing = mustSays
    .filter(({ isSaid }) => !isSaid)
    .map(({ id, name, say }): DraftFinding => ({
      ruleId: `must-say.${id}`,
      kind: 'missing-must-say',
      severity: SEVERITIES['missing-must-say'],
      start: end,
      end,
      words: '',
      reason: CHECK_DATA.texts['missing-must-say'].reason[locale].replace('{{name}}', name),
      rewrite: say === undefined ? null : { start: end, end, text: addTo(text.slice(0, end), say) },
    }));
  const forbidden = neverSays.map(({ id, reason, ...span }): DraftFinding => ({
    ruleId: `never-say.${id}`,
    kind: 'never-say',
    severity: SEVERITIES['never-say'],
    ...span,
    words: text.slice(span.start, span.end),
    reason,
    rewrite: null,
  }));
  return [...forbidden, ...missing];
}

function addTo(draft: string, sentence: string): string {
  if (/[。！？!?.…～~\n]$/u.test(draft)) return /[a-z]/iu.test(draft.slice(-8)) ? ` ${sentence}` : sentence;
  return /\p{Script=Han}/u.test(draft) ? `。${sentence}` : `. ${sentence}`;
}
