/** When somebody else has to be brought in: who, by which channel, with what in hand, and in which words. */
import { holdsCondition, type Condition, type Ground, type Situation } from './conditions.ts';
import type { ComplaintLocale, LocalText } from './local-text.ts';

export interface EscalationRule {
  id: string;
  name: LocalText;
  all: Condition[];
  /**
   * The customer's words alone are not enough: two conditions must hold by different words, or one of them by what
   * we know ourselves.
   */
  needsTwoSignals: boolean;
  who: LocalText;
  channel: LocalText;
  attach: LocalText[];
  /** Prepared text with slots: {{case}}, {{contact}}, {{severity}}, {{words}}, {{summary}}, {{time}}. */
  text: LocalText;
  /** Smaller is more pressing. */
  order: number;
}

export const ESCALATION_SLOTS = ['case', 'contact', 'severity', 'words', 'summary', 'time'] as const;
export type EscalationSlot = (typeof ESCALATION_SLOTS)[number];

export interface EscalationCard {
  ruleId: string;
  name: string;
  who: string;
  channel: string;
  attach: string[];
  text: string;
  /** Slots that nobody filled; the text keeps them visible. */
  openSlots: EscalationSlot[];
  grounds: Ground[];
}

export interface EscalationContext {
  situation: Situation;
  locale: ComplaintLocale;
  /** Masked. */
  slots: Partial<Record<EscalationSlot, string>>;
}

/** Every rule that fires, the most pressing first. */
export function adviseEscalation(
  rules: readonly EscalationRule[],
  { situation, locale, slots }: EscalationContext,
): EscalationCard[] {
  return rules
    .toSorted((one, other) => one.order - other.order)
    .flatMap((rule) => {
      const grounds = findGrounds(rule, situation);
      return grounds ? [writeCard(rule, grounds, { locale, slots })] : [];
    });
}

function findGrounds(rule: EscalationRule, situation: Situation): Ground[] | null {
  const grounds = rule.all.map((condition) => holdsCondition(condition, situation));
  const found = grounds.filter((ground) => ground !== null);
  if (found.length === 0 || found.length < grounds.length) return null;
  return rule.needsTwoSignals && !areTwoSignals(found) ? null : found;
}

/** The same words read twice are one signal. Severity is worked out from those very words and counts for nothing. */
function areTwoSignals(grounds: readonly Ground[]): boolean {
  if (grounds.some(({ isOurs, about }) => isOurs && about !== 'severity')) return true;
  const spoken = grounds.filter(({ isOurs }) => !isOurs);
  return spoken.some((one, index) =>
    spoken.slice(index + 1).some((other) => one.about !== other.about && haveOwnWords(one, other)),
  );
}

function haveOwnWords(one: Ground, other: Ground): boolean {
  const differs = (ground: Ground, from: Ground) =>
    ground.words.some(
      (span) =>
        !from.words.some(
          ({ messageId, start, end }) => messageId === span.messageId && start < span.end && span.start < end,
        ),
    );
  return differs(one, other) && differs(other, one);
}

function writeCard(
  rule: EscalationRule,
  grounds: Ground[],
  { locale, slots }: Pick<EscalationContext, 'locale' | 'slots'>,
): EscalationCard {
  const words = [...new Set(grounds.flatMap((ground) => ground.words.map((span) => span.words)))].join(' / ');
  const values: EscalationContext['slots'] = words ? { words, ...slots } : slots;
  const template = rule.text[locale];
  const named = ESCALATION_SLOTS.filter((slot) => template.includes(`{{${slot}}}`));
  return {
    ruleId: rule.id,
    name: rule.name[locale],
    who: rule.who[locale],
    channel: rule.channel[locale],
    attach: rule.attach.map((text) => text[locale]),
    text: template.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => values[name as EscalationSlot] ?? slot),
    openSlots: named.filter((slot) => values[slot] === undefined),
    grounds,
  };
}

export type EscalationProblem =
  'duplicate-id' | 'rule-without-condition' | 'two-signals-from-one-condition' | 'unknown-slot';

export function checkEscalation(
  rules: readonly EscalationRule[],
): { problem: EscalationProblem; at: string }[] {
  return rules.flatMap((rule, index) => {
    const isKnown = rules.slice(0, index).some(({ id }) => id === rule.id);
    const strangers = Object.values(rule.text).flatMap((text) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].filter(
        ([, name]) => !(ESCALATION_SLOTS as readonly string[]).includes(name ?? ''),
      ),
    );
    const canBeTwo = rule.all.filter((condition) => !('severity' in condition)).length > 1;
    const isOurs = rule.all.some((condition) => 'fact' in condition);
    return [
      ...(isKnown ? ['duplicate-id' as const] : []),
      ...(rule.all.length === 0 ? ['rule-without-condition' as const] : []),
      ...(rule.needsTwoSignals && !canBeTwo && !isOurs ? ['two-signals-from-one-condition' as const] : []),
      ...(strangers.length > 0 ? ['unknown-slot' as const] : []),
    ].map((problem) => ({ problem, at: rule.id }));
  });
}
