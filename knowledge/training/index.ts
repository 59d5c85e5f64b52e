export { nextLines, type PracticeScript, type PracticeStep } from './practice-script.ts';
export { PRACTICE_SCRIPTS } from './practice-scripts.ts';
