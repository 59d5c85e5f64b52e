/** Who else should know: cards by rules, and how many of them may speak up unasked. */
import { useEffect, useEffectEvent } from 'react';
import {
  adviseEscalation,
  decidePrompt,
  DEFAULT_PROMPT_POLICY,
  SEVERITY_NAMES,
  type EscalationCard,
  type PromptPolicy,
} from '../../knowledge/complaints/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import { collectTellingWords, writeSummary } from './complaint-words.ts';
import type { ClockView, EscalationView } from './complaint.ts';
import type { ComplaintDesk } from './use-complaint-desk.ts';

export function useEscalations(desk: ComplaintDesk, clocks: readonly ClockView[]): EscalationView[] {
  const cards = adviseCards(desk, clocks);
  const { kept, mutedForGood } = desk;
  const muted = [...mutedForGood, ...(kept?.mutedRules ?? [])];
  const policy: PromptPolicy = { ...DEFAULT_PROMPT_POLICY, mutedRules: muted };
  useSpokenUp(desk, cards, policy);
  return cards
    .filter(({ ruleId }) => !muted.includes(ruleId))
    .map((card) => Object.assign({}, card, { isOpen: isOpen(card, kept) }));
}

function adviseCards(desk: ComplaintDesk, clocks: readonly ClockView[]): EscalationCard[] {
  const { rules, signals, judgement, locale, contact, kept, approvals } = desk;
  if (judgement.level === 'none') return [];
  const passed = clocks.filter(({ reading, isDone }) => !isDone && reading.hasNumber && reading.isPassed);
  const facts = {
    ...desk.facts,
    isClockPassed: passed.length > 0,
    isAuthorityExceeded: approvals.some(({ state }) => state === 'asked'),
  };
  const time = passed.map(({ rule }) => rule.name[locale]).join(desk.t('common.listSeparator'));
  return adviseEscalation(rules.escalation, {
    situation: { signals, facts, severity: judgement.level },
    locale,
    slots: {
      severity: SEVERITY_NAMES[judgement.level][locale],
      summary: writeSummary(desk),
      ...(kept?.id ? { case: kept.id } : {}),
      ...(contact?.customerLabel ? { contact: contact.customerLabel } : {}),
      ...(time ? { time } : {}),
    },
  });
}

/** A life may hang on it: such a card waits for nobody's turn. */
function isVital({ grounds }: EscalationCard): boolean {
  return grounds.some(({ about }) => about === 'danger');
}

function isOpen(card: EscalationCard, kept: ComplaintDesk['kept']): boolean {
  if (kept?.closedPrompts.includes(card.ruleId)) return false;
  return isVital(card) || (kept?.prompts.some(({ ruleId }) => ruleId === card.ruleId) ?? false);
}

/** Lets at most one card at a time speak up, and notes that it did. */
function useSpokenUp(desk: ComplaintDesk, cards: readonly EscalationCard[], policy: PromptPolicy): void {
  const speakUp = useEffectEvent(() => {
    const { kept, isRead, messages } = desk;
    if (!isRead) return;
    const turn = countCustomerTurns(messages);
    for (const card of cards) {
      if (isVital(card) || kept?.prompts.some(({ ruleId }) => ruleId === card.ruleId)) continue;
      desk.change((known) => {
        const words = collectTellingWords(desk).join('\n');
        const prompt = { ruleId: card.ruleId, contactId: known.id, turn, words, isSolicited: false };
        const history = { contactId: known.id, shown: known.prompts };
        const decision = decidePrompt(prompt, history, { policy, now: Date.now() });
        return decision.isShown ? { ...known, prompts: decision.history.shown } : known;
      });
    }
  });
  const key = [desk.isRead, countCustomerTurns(desk.messages), ...cards.map(({ ruleId }) => ruleId)].join();
  useEffect(() => speakUp(), [key]);
}

/** Runs of messages by the customer. */
function countCustomerTurns(messages: readonly Message[]): number {
  const spoken = messages.filter(({ role }) => role === 'customer' || role === 'agent');
  return spoken.filter(({ role }, at) => role === 'customer' && spoken[at - 1]?.role !== 'customer').length;
}
