/** What the customer's words give away about a complaint, each with the words that did. */

/** From at ease to beside oneself. */
export const EMOTION_LEVELS = ['calm', 'concerned', 'upset', 'angry', 'furious'] as const;
export type EmotionLevel = (typeof EMOTION_LEVELS)[number];

export const THREAT_KINDS = ['regulator', 'media', 'legal', 'bad-review'] as const;
export type ThreatKind = (typeof THREAT_KINDS)[number];

export const DANGER_KINDS = ['self-harm', 'violence'] as const;
export type DangerKind = (typeof DANGER_KINDS)[number];

/** The words behind a signal: a stretch of one message's text. */
export interface EvidenceSpan {
  messageId: string;
  /** UTF-16 offsets in the message's text. */
  start: number;
  end: number;
  words: string;
}

export interface Signal {
  /** The rule, or the model, that found it: what a mute names. */
  ruleId: string;
  /** 0 to 1. */
  confidence: number;
  evidence: EvidenceSpan[];
}

export interface ConversationSignals {
  /** Null: this is no complaint, as far as was said. */
  complaint: Signal | null;
  /** What it is about, the most likely first; ids as in articles' `complaintFamily`. */
  families: (Signal & { family: string })[];
  /** The present mood: the newest turn weighs most. */
  emotion: Signal & { level: EmotionLevel };
  /** The worst mood of the contact so far. */
  worstEmotion: EmotionLevel;
  /** `isDone`: not announced, but done already ("我已经打了12300"). */
  threats: (Signal & { kind: ThreatKind; isDone: boolean })[];
  dangers: (Signal & { kind: DangerKind })[];
  /** Old, ill, pregnant, a child, disabled: somebody who needs more care. */
  vulnerable: Signal | null;
  /** Service is cut off for somebody who depends on it now. */
  isCutOff: Signal | null;
  /** Identity theft, leaked personal data. */
  identityTheft: Signal | null;
  /** Asks for money or goods; `isBeyondPaid`: more than was paid. */
  compensation: (Signal & { isBeyondPaid: boolean }) | null;
  /** How many times the customer came about the same thing, this time included; null when nothing was said of it. */
  repeat: (Signal & { times: number }) | null;
  churn: Signal | null;
}

/** Of a talk that gives nothing away, or was not read yet. */
export const NOTHING_HEARD: ConversationSignals = {
  complaint: null,
  families: [],
  emotion: { ruleId: 'none', confidence: 0, evidence: [], level: 'calm' },
  worstEmotion: 'calm',
  threats: [],
  dangers: [],
  vulnerable: null,
  isCutOff: null,
  identityTheft: null,
  compensation: null,
  repeat: null,
  churn: null,
};
