/** Tells the knowledge base what use has taught: this was asked, and that script was or was not the answer. */
import type { LessonKind } from '../../knowledge/learning/index.ts';
import { readWords } from '../search/typed-query.ts';
import { useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';
import type { SearchResults, SuggestionSet } from './use-suggestions.ts';

export interface Asked {
  /** What the search box shows; null while the cards are on screen. */
  answer: SearchResults | null;
  set: SuggestionSet | null;
  isSearching: boolean;
}

/**
 * @param asked what is on screen, and so what a script is chosen for
 * @param contactId undefined outside a contact: everything of one day then counts as one voice
 */
export function useTeaching(asked: Asked, contactId: string | undefined) {
  const { lessons } = useRecords();
  return (articleId: string, kind: LessonKind): void => {
    for (const question of listQuestions(asked, kind)) {
      lessons
        .learn({ question, articleId, contactId: contactId ?? nameDay(new Date()), kind })
        .catch((error: unknown) => sayNotStored('panel/learn', error));
    }
  };
}

/** What goes to the customer answers them, and what was typed to find it; a look answers what it was found by. */
function listQuestions({ answer, set, isSearching }: Asked, kind: LessonKind): string[] {
  const typed = answer ? readWords(answer.query) : '';
  const turn = set?.turn.text ?? '';
  const questions = kind === 'inserted' ? [typed, turn] : [isSearching ? typed : turn];
  return questions.filter((question) => question.trim() !== '');
}

/** The day as the person at the desk counts it. */
export function nameDay(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const day = String(now.getDate()).padStart(2, '0');
  return `day:${now.getFullYear()}-${month}-${day}`;
}
