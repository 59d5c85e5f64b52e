import { hashText } from '../../../utils/text/hash-text.ts';

const MAX_PHRASE = 200;

/**
 * A short text as one number, spacing and punctuation aside: who asks in exactly an article's words means that
 * article. Null for what is too long to be a title or an alias.
 *
 * @param normalised what `normaliseText` returned
 */
export function hashPhrase(normalised: string): number | null {
  if (normalised.length > MAX_PHRASE) return null;
  const letters = keepLetters(normalised);
  return letters ? hashText(letters) : null;
}

export function keepLetters(normalised: string): string {
  return normalised.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
