export { BUNDLED_DRAFT_RULES, CHECK_DATA, type CheckData } from './bundled-rules.ts';
export { checkDraft, type DraftInput, type DraftMustSay, type DraftNeverSay } from './check-draft.ts';
export { checkRules, type RuleFault } from './check-rules.ts';
export * from './draft-rule.ts';
export { tryRules, type TriedSentence } from './try-rules.ts';
