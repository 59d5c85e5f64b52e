/** What a rule can ask about a contact: a closed vocabulary, so that rules stay data. Severity and escalation share it. */
import {
  EMOTION_LEVELS,
  type ConversationSignals,
  type DangerKind,
  type EmotionLevel,
  type EvidenceSpan,
  type Signal,
  type ThreatKind,
} from '../signals/index.ts';

export const SEVERITIES = ['none', 'ordinary', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What we know ourselves, not from the customer's words. */
export interface CaseFacts {
  /** Contacts about the same thing by our own records, this one included; null: unknown. */
  contactCount: number | null;
  /** A limit of ours or of the law has passed for this case. */
  isClockPassed: boolean;
  /** What was offered, or asked for, is above the agent's limit. */
  isAuthorityExceeded: boolean;
}

export const NO_FACTS: CaseFacts = { contactCount: null, isClockPassed: false, isAuthorityExceeded: false };

export type Condition =
  | { signal: 'complaint' | 'vulnerable' | 'cut-off' | 'identity-theft' | 'churn' }
  | { signal: 'threat'; kinds?: ThreatKind[]; isDone?: boolean }
  | { signal: 'danger'; kinds?: DangerKind[] }
  | { signal: 'emotion'; atLeast: EmotionLevel }
  | { signal: 'compensation'; isBeyondPaid?: boolean }
  | { signal: 'repeat'; atLeast: number }
  | { signal: 'family'; families: string[] }
  | { fact: 'contact-count'; atLeast: number }
  | { fact: 'clock-passed' | 'authority-exceeded' }
  | { severity: Severity };

export interface Situation {
  signals: ConversationSignals;
  facts: CaseFacts;
  /** Absent while severity itself is being judged. */
  severity?: Severity;
}

/** Why a condition holds. `ruleIds` name the signals' own rules. */
export interface Ground {
  /** The condition's name: “threat”, “contact-count”. */
  about: string;
  words: EvidenceSpan[];
  ruleIds: string[];
  /** Our own knowledge, or worked out by us: nobody can talk it into being. */
  isOurs: boolean;
}

/** Below this a signal is a guess, and a guess starts nothing. */
const LEAST_CONFIDENCE = 0.5;

/** @returns the grounds, or null where the condition does not hold */
export function holdsCondition(condition: Condition, situation: Situation): Ground | null {
  if ('severity' in condition) return holdsSeverity(condition.severity, situation.severity);
  if ('fact' in condition) return holdsFact(condition, situation.facts);
  const found = findSignals(condition, situation.signals).filter(
    ({ confidence }) => confidence >= LEAST_CONFIDENCE,
  );
  if (found.length === 0) return null;
  return {
    about: condition.signal,
    words: found.flatMap(({ evidence }) => evidence),
    ruleIds: found.map(({ ruleId }) => ruleId),
    isOurs: false,
  };
}

function holdsSeverity(least: Severity, severity: Severity = 'none'): Ground | null {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least) ? createOwnGround('severity') : null;
}

function holdsFact(condition: Extract<Condition, { fact: string }>, facts: CaseFacts): Ground | null {
  const isTrue = {
    'contact-count': () => 'atLeast' in condition && (facts.contactCount ?? 0) >= condition.atLeast,
    'clock-passed': () => facts.isClockPassed,
    'authority-exceeded': () => facts.isAuthorityExceeded,
  }[condition.fact]();
  return isTrue ? createOwnGround(condition.fact) : null;
}

function createOwnGround(about: string): Ground {
  return { about, words: [], ruleIds: [], isOurs: true };
}

type SignalCondition = Extract<Condition, { signal: string }>;
type PlainSignal = 'complaint' | 'vulnerable' | 'cut-off' | 'identity-theft' | 'churn';

function findSignals(condition: SignalCondition, signals: ConversationSignals): Signal[] {
  if (condition.signal === 'threat' || condition.signal === 'danger') return findPressure(condition, signals);
  if (condition.signal === 'emotion')
    return isAtLeast(signals.worstEmotion, condition.atLeast) ? [signals.emotion] : [];
  return isMeasured(condition)
    ? findMeasured(condition, signals)
    : keep(findPlainSignal(condition.signal, signals), () => true);
}

type MeasuredCondition = Extract<SignalCondition, { signal: 'compensation' | 'repeat' | 'family' }>;

function isMeasured(
  condition: Exclude<SignalCondition, { signal: 'threat' | 'danger' | 'emotion' }>,
): condition is MeasuredCondition {
  return ['compensation', 'repeat', 'family'].includes(condition.signal);
}

function findMeasured(condition: MeasuredCondition, signals: ConversationSignals): Signal[] {
  if (condition.signal === 'repeat') return keep(signals.repeat, ({ times }) => times >= condition.atLeast);
  if (condition.signal === 'compensation')
    return keep(signals.compensation, ({ isBeyondPaid }) => isBeyondPaid || !condition.isBeyondPaid);
  return signals.families.slice(0, 1).filter(({ family }) => condition.families.includes(family));
}

function findPressure(
  condition: Extract<SignalCondition, { signal: 'threat' | 'danger' }>,
  signals: ConversationSignals,
): Signal[] {
  if (condition.signal === 'danger')
    return signals.dangers.filter(({ kind }) => isAmong(condition.kinds, kind));
  return signals.threats.filter(
    ({ kind, isDone }) => isAmong(condition.kinds, kind) && (condition.isDone ?? isDone) === isDone,
  );
}

function findPlainSignal(name: PlainSignal, signals: ConversationSignals): Signal | null {
  return {
    complaint: signals.complaint,
    vulnerable: signals.vulnerable,
    'cut-off': signals.isCutOff,
    'identity-theft': signals.identityTheft,
    churn: signals.churn,
  }[name];
}

function keep<TSignal>(signal: TSignal | null, fits: (signal: TSignal) => boolean): TSignal[] {
  return signal && fits(signal) ? [signal] : [];
}

function isAmong<TKind>(kinds: readonly TKind[] | undefined, kind: TKind): boolean {
  return !kinds || kinds.includes(kind);
}

function isAtLeast(level: EmotionLevel, least: EmotionLevel): boolean {
  return EMOTION_LEVELS.indexOf(level) >= EMOTION_LEVELS.indexOf(least);
}
