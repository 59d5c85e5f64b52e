import { maskPii } from '../privacy/index.ts';
import { collapseWhitespace } from '../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../utils/text/strip-invisible.ts';

const LONGEST_QUESTION = 200;
/** Far more than is kept; nobody pastes a book to ask something. */
const LONGEST_READ = 2_000;

/**
 * What may be kept of what somebody asked: masked, one line, short. Invisible characters and line breaks go
 * first, they would hide a number from the mask; the end is cut last, half a number is none the mask knows.
 */
export function toStoredQuestion(text: string): string {
  const line = collapseWhitespace(stripInvisible(text.slice(0, LONGEST_READ)));
  return maskPii(line).slice(0, LONGEST_QUESTION).toWellFormed().trim();
}
