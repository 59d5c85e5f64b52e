export {
  LESSON_KINDS,
  identifyLesson,
  mergeLessonKind,
  type Lesson,
  type LessonKind,
  type TaughtQuestion,
} from './lesson.ts';
export { weighEach, weighLessons } from './weigh-lessons.ts';
export { proposeAliases, type AliasProposal } from './propose-aliases.ts';
export { ALIAS_COLUMNS, formatAliasProposals, type AliasColumn } from './format-alias-proposals.ts';
