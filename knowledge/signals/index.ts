export { BUNDLED_RULES } from './bundled-rules.ts';
export { findRuleProblems } from './compile-rules.ts';
export { decodeEmotionModel, readNegativity, type EmotionModel } from './emotion-model.ts';
export { loadEmotionModel } from './load-emotion-model.ts';
export { loadSignalReader } from './load-signal-reader.ts';
export { createSignalReader, type ReadSignals } from './read-signals.ts';
export { COMPLAINT_KINDS, GUARD_NAMES, RULE_SIGNALS, type RuleFile } from './signal-rule.ts';
export {
  DANGER_KINDS,
  EMOTION_LEVELS,
  NOTHING_HEARD,
  THREAT_KINDS,
  type ConversationSignals,
  type DangerKind,
  type EmotionLevel,
  type EvidenceSpan,
  type Signal,
  type ThreatKind,
} from './signal.ts';
