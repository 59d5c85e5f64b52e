/**
 * Is this a complaint? Evidence of different kinds is added up as independent chances, each kind once: a fault alone is
 * a question, a fault after a week of waiting is a complaint. Only explicit words and threats are enough by themselves.
 * A feeling without any cause that we can see is nothing: people are furious about their teams and their cats, too.
 */
import { gatherEvidence, listFound, pickBest, type Found, type ReadMessage } from './gather.ts';
import { isHeardByModel } from './read-emotion.ts';
import type { Signal } from './signal.ts';
import { COMPLAINT_KINDS } from './signal-rule.ts';

/** Measured on ordinary chat lines: docs/signals.md. */
const THRESHOLD = 0.45;
/** “I am not complaining” takes back what was said before it, unless it was said outright. */
const WITHDRAWN = 0.6;
const WITHDRAWN_LATE = 0.8;
const BEYOND_DOUBT = 0.85;
const TROUBLE = 0.3;
const OPENING = 2;
const LATE = 0.6;

const CHANCES_BY_EMOTION: Record<string, number> = {
  concerned: 0.15,
  upset: 0.4,
  angry: 0.55,
  furious: 0.65,
};
const CHANCE_OF_MODEL = 0.2;
const CHANCES_BY_SIGNAL = {
  danger: 0.5,
  compensation: 0.35,
  repeat: 0.35,
  'identity-theft': 0.65,
  'cut-off': 0.4,
  churn: 0.3,
} as const;

interface Chance {
  chance: number;
  found: Found[];
}

export interface ComplaintHints {
  /** Those that count by themselves. */
  threats: readonly Found[];
  /** Words of regret from our side: an agent who read the talk took it for a complaint. */
  answers: readonly Found[];
}

export function readComplaint(
  messages: readonly ReadMessage[],
  { threats, answers }: ComplaintHints,
): Signal | null {
  const explicit = collectExplicit(messages, threats);
  const opening = new Set(messages.slice(0, OPENING).map(({ messageId }) => messageId));
  const causes = [...collectByKind(messages), ...collectOthers(messages)];
  if (explicit.length + answers.length + causes.length === 0) return null;
  const others = [...causes, ...collectFeelings(messages)];
  const chances = dropRepeated([
    ...explicit,
    ...others.map((chance) => weighByPlace(chance, opening)),
    ...listChance(toChance(answers)),
  ]);
  const sum = 1 - chances.reduce((rest, { chance }) => rest * (1 - chance), 1);
  const isOpenToDoubt = explicit.length === 0 && answers.length === 0 && sum < BEYOND_DOUBT;
  const confidence = isOpenToDoubt ? sum * readDoubt(messages, opening) : sum;
  const found = chances.flatMap((chance) => chance.found);
  const best = pickBest(found);
  return confidence >= THRESHOLD && best
    ? { ruleId: best.match.rule.id, confidence, evidence: gatherEvidence(found) }
    : null;
}

/**
 * A word that sounds like a threat, in talk that is plainly of something else (a price, a joke, an excuse) and has no
 * trouble in it, is none.
 */
export function isThreatMeant(messages: readonly ReadMessage[]): boolean {
  if (listFound(messages, 'withdrawn').length === 0) return true;
  return [...collectByKind(messages), ...collectFeelings(messages), ...collectOthers(messages)].some(
    ({ chance }) => chance >= TROUBLE,
  );
}

/** The same words are one piece of evidence, whatever rules they fit. */
function dropRepeated(chances: readonly Chance[]): Chance[] {
  const counted: Found[] = [];
  return chances
    .toSorted((left, right) => right.chance - left.chance)
    .filter(({ found }) => {
      const isNew =
        found.length === 0 || found.some((each) => !counted.some((other) => overlap(each, other)));
      counted.push(...found);
      return isNew;
    });
}

function overlap(left: Found, right: Found): boolean {
  return (
    left.messageId === right.messageId &&
    left.match.start < right.match.end &&
    right.match.start < left.match.end
  );
}

/** An excuse at the end of a complaint takes less back than one at its beginning. */
function readDoubt(messages: readonly ReadMessage[], opening: ReadonlySet<string>): number {
  const found = listFound(messages, 'withdrawn');
  if (found.length === 0) return 1;
  return found.some(({ messageId }) => opening.has(messageId)) ? WITHDRAWN : WITHDRAWN_LATE;
}

/** People say first what they came for; what is said later in passing is more often about something else. */
function weighByPlace({ chance, found }: Chance, opening: ReadonlySet<string>): Chance {
  const isEarly = found.length === 0 || found.some(({ messageId }) => opening.has(messageId));
  return { chance: isEarly ? chance : chance * LATE, found };
}

/** In a message that says it is no complaint, the word is no complaint either. */
function collectExplicit(messages: readonly ReadMessage[], threats: readonly Found[]): Chance[] {
  const meant = messages.filter(({ matches }) => !matches.some(({ rule }) => rule.signal === 'withdrawn'));
  const explicit = listFound(meant, 'complaint').filter(({ match }) => match.rule.kind === 'explicit');
  return [...listChance(toChance(explicit)), ...listChance(toChance(threats))];
}

function collectByKind(messages: readonly ReadMessage[]): Chance[] {
  const found = listFound(messages, 'complaint');
  return COMPLAINT_KINDS.filter((kind) => kind !== 'explicit').flatMap(
    (kind) => toChance(found.filter(({ match }) => match.rule.kind === kind)) ?? [],
  );
}

/** The strongest feeling, from rules or from the model, never both: they hear the same words. */
function collectFeelings(messages: readonly ReadMessage[]): Chance[] {
  const found = listFound(messages, 'emotion').filter(({ match }) => match.rule.kind !== 'calm');
  const chanceOf = ({ match }: Found) => CHANCES_BY_EMOTION[match.rule.kind ?? ''] ?? 0;
  const chance = Math.max(0, ...found.map(chanceOf));
  const model = messages.some(isHeardByModel) ? CHANCE_OF_MODEL : 0;
  if (chance === 0 && model === 0) return [];
  return [{ chance: Math.max(chance, model), found: found.filter((each) => chanceOf(each) === chance) }];
}

function collectOthers(messages: readonly ReadMessage[]): Chance[] {
  return Object.entries(CHANCES_BY_SIGNAL).flatMap(([signal, chance]) => {
    const found = listFound(messages, signal as keyof typeof CHANCES_BY_SIGNAL);
    return found.length > 0 ? [{ chance, found }] : [];
  });
}

function toChance(found: readonly Found[]): Chance | null {
  const best = pickBest(found);
  return best ? { chance: best.match.rule.weight, found: [...found] } : null;
}

function listChance(chance: Chance | null): Chance[] {
  return chance ? [chance] : [];
}
