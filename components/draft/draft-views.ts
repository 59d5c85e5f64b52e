/** One file to load for everything that speaks about drafts: more of them would take the panel's first load apart. */
export { DraftLine } from './DraftLine.tsx';
export { ScriptWarning } from './ScriptWarning.tsx';
