/** Keeps a script out of the composer where the team has decided so. Most teams have not: nothing is loaded then. */
import { draftPolicy } from '../../utils/settings/settings.ts';
import { addPlaceTexts, i18n, type Locale } from '../i18n/i18n.ts';

/** @returns why it is held back, as a text; null when it may go in */
export async function findHoldBack(text: string): Promise<string | null> {
  if ((await draftPolicy.getValue()) !== 'block') return null;
  const [{ findForbidden }] = await Promise.all([import('./forbidden-words.ts'), addPlaceTexts()]);
  const found = await findForbidden(text, i18n.language as Locale);
  return found ? i18n.t('draft.heldBack', { words: found.words, reason: found.reason }) : null;
}
