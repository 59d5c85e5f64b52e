/** What use teaches: somebody asked this, and this article was (or was not) what answered it. */
import { foldToLetters } from '../../utils/text/fold-to-letters.ts';
import { hashText } from '../../utils/text/hash-text.ts';

/** Weakest first. `dismissed` speaks against the article, the others for it. */
export const LESSON_KINDS = ['dismissed', 'opened', 'inserted'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

export interface Lesson {
  /** `<contact>:<hash of the question>:<article>`: learning the same thing twice is harmless. */
  id: string;
  v: 1;
  /** Masked, one line, at most 200 characters. */
  question: string;
  articleId: string;
  /** Trust is counted by contact: one noisy contact must not outvote the others. */
  contactId: string;
  kind: LessonKind;
  /** Epoch milliseconds. */
  at: number;
}

/** A lesson with what it counts for now; the search index learns these. */
export interface TaughtQuestion {
  question: string;
  articleId: string;
  /** Above 0 to 1 for the article, below 0 to −1 against it. */
  weight: number;
}

export function identifyLesson(contactId: string, question: string, articleId: string): string {
  return `${contactId}:${hashText(foldToLetters(question)).toString(36)}:${articleId}`;
}

/** What was inserted stays so; otherwise the latest word counts: what was opened and then dismissed did not fit. */
export function mergeLessonKind(before: LessonKind | undefined, now: LessonKind): LessonKind {
  return before === 'inserted' ? before : now;
}
