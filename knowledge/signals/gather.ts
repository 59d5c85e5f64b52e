/** From what was found in single messages to signals of a conversation, each with all the words behind it. */
import type { RuleMatch } from './find-matches.ts';
import type { EvidenceSpan, Signal } from './signal.ts';
import type { RuleSignal } from './signal-rule.ts';

/** What one message of the customer gave. */
export interface ReadMessage {
  messageId: string;
  text: string;
  matches: readonly RuleMatch[];
  /** Of the model, 0 to 1; null without a model, or where it knows the language too little. */
  negativity: number | null;
  /** No answer of ours came after it. */
  isOpen: boolean;
}

export interface Found {
  match: RuleMatch;
  messageId: string;
}

/** Enough to show; the rest says the same. */
const MOST_EVIDENCE = 8;

export function listFound(messages: readonly ReadMessage[], signal: RuleSignal): Found[] {
  return messages.flatMap(({ messageId, matches }) =>
    matches.filter(({ rule }) => rule.signal === signal).map((match) => ({ match, messageId })),
  );
}

/** @returns null when nothing was found; the surest rule names the signal */
export function gatherSignal(found: readonly Found[]): Signal | null {
  const best = pickBest(found);
  if (!best) return null;
  return {
    ruleId: best.match.rule.id,
    confidence: best.match.rule.weight,
    evidence: gatherEvidence(found),
  };
}

export function pickBest(found: readonly Found[]): Found | undefined {
  return found.toSorted((left, right) => right.match.rule.weight - left.match.rule.weight)[0];
}

/** Without spans that lie in one another. */
export function gatherEvidence(found: readonly Found[]): EvidenceSpan[] {
  const spans = found.map(({ messageId, match: { start, end, words } }) => ({
    messageId,
    start,
    end,
    words,
  }));
  return spans
    .filter((span, at) => !spans.some((other, place) => place !== at && covers(other, span, place < at)))
    .slice(0, MOST_EVIDENCE);
}

function covers(outer: EvidenceSpan, inner: EvidenceSpan, isFirst: boolean): boolean {
  if (outer.messageId !== inner.messageId || outer.start > inner.start || outer.end < inner.end) return false;
  return isFirst || outer.end - outer.start > inner.end - inner.start;
}

/** Found things by the kind their rules give, in the order first found. */
export function groupByKind(found: readonly Found[]): Map<string, Found[]> {
  return Map.groupBy(found, ({ match }) => match.rule.kind ?? '');
}
