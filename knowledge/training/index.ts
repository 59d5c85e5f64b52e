export { nextLines, type PracticeScript } from './practice-script.ts';
export { PRACTICE_SCRIPTS } from './practice-scripts.ts';
