export { answerApproval, type Approval, type ApprovalState } from './approval.ts';
export * from './authority.ts';
export type { ComplaintRules } from './bundled-rules.ts';
export * from './case-record.ts';
export { ASK_REASONS, ROLE_NAMES, SEVERITY_NAMES, writeCaseSummary } from './case-summary.ts';
export { checkPlaybook } from './check-playbook.ts';
export { loadChinaCalendar } from './china-calendar.ts';
export * from './clock-rule.ts';
export * from './clocks.ts';
export * from './complaint-case.ts';
export * from './keep-record.ts';
export {
  NO_FACTS,
  SEVERITIES,
  type CaseFacts,
  type Condition,
  type Ground,
  type Severity,
} from './conditions.ts';
export * from './escalation.ts';
export { inferStage } from './infer-stage.ts';
export { loadComplaintRules } from './load-rules.ts';
export type { LocalText, PhraseBook } from './local-text.ts';
export {
  findMissedMusts,
  findNeverSays,
  findStage,
  offerStageFirst,
  tickMustSays,
  type MustSay,
  type NeverSaid,
} from './must-says.ts';
export { compilePhrase } from './phrase.ts';
export * from './playbook.ts';
export { writeRecordMarkdown, writeRecordPage } from './print-case-record.ts';
export * from './prompt-governor.ts';
export { collectMoods } from './natural-events.ts';
export { readOffer, type Offer } from './read-offer.ts';
export { CLAUSE_NAMES } from './record-words.ts';
export * from './severity.ts';
