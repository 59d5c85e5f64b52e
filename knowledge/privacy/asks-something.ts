import { countLetters } from '../../utils/text/fold-to-letters.ts';
import { maskPii, removeMasks } from './mask-pii.ts';

const LEAST_LETTERS = 2;

/**
 * Whether somebody asked in words. Numbers, smileys, a single letter, and what identifies a person ask nothing;
 * masks have letters of their own, which nobody wrote.
 */
export function asksSomething(text: string): boolean {
  return countLetters(removeMasks(maskPii(text))) >= LEAST_LETTERS;
}
