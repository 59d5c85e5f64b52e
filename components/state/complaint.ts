/** A complaint as the views show it: what was found, where the talk stands, and what can be done about it. */
import type {
  AuthorityAnswer,
  ComplaintCase,
  ClockReading,
  ClockRule,
  EscalationCard,
  MustSay,
  NeverSaid,
  Offer,
  RecordClause,
  Severity,
  SeverityJudgement,
  StartEvent,
} from '../../knowledge/complaints/index.ts';
import type { ConversationSignals } from '../../knowledge/signals/index.ts';

export interface StageView {
  id: string;
  name: string;
}

export interface StageNow extends StageView {
  goal: string;
  must: MustSay[];
  /** What is better left unsaid here, and why. */
  never: { id: string; reason: string }[];
  /** Of those, what stands in the draft. */
  neverSaid: NeverSaid[];
  isMovedByAgent: boolean;
}

export interface ClockView {
  rule: ClockRule;
  startedAt: number;
  reading: ClockReading;
  /** Met: it need not be watched any more. */
  isDone: boolean;
}

export interface EscalationView extends EscalationCard {
  isOpen: boolean;
}

/** An offer above what the agent's role may decide. */
export interface Objection {
  offer: Offer;
  answer: Extract<AuthorityAnswer, { isAllowed: false }>;
}

export interface ComplaintActs {
  moveTo(stageId: string): void;
  /** One stage on or back; from no complaint at all, it becomes one. */
  step(by: 1 | -1): void;
  toggleTick(mustId: string): void;
  correct(level: Severity): void;
  /** @param isForGood in every contact from now on, not only in this one */
  mute(ruleId: string, isForGood: boolean): void;
  toggleEscalation(ruleId: string, isOpen: boolean): void;
  startClock(event: StartEvent): void;
  note(clause: RecordClause, text: string): void;
  removeNote(clause: RecordClause, at: number): void;
  ask(objection: Objection): void;
}

export interface Complaint {
  signals: ConversationSignals;
  /** The words behind the signals, to be marked where they stand. */
  evidenceWords: string[];
  judgement: SeverityJudgement;
  /** What the rules found, whatever the agent made of it. */
  judged: Severity;
  stages: StageView[];
  /** Null while nobody complains. */
  stage: StageNow | null;
  clocks: ClockView[];
  escalations: EscalationView[];
  /** What the draft offers above the limit. */
  draftObjection: Objection | null;
  kept: ComplaintCase | null;
  /** The team's own rules have a mistake: ours are in use. */
  hasBrokenRules: boolean;
  act: ComplaintActs;
}
