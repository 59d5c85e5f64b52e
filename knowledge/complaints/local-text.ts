/** Texts and phrases as data: one of each language. */
import type { Article } from '../articles/index.ts';

export type ComplaintLocale = Article['locale'];
export type LocalText = Record<ComplaintLocale, string>;
/** How something is said; see `phrase.ts` for the little language. */
export type LocalPhrases = Record<ComplaintLocale, string[]>;

/** A named group of phrases: what counts as saying one thing. */
export interface PhraseGroup {
  says: LocalPhrases;
  /** Where one of these stands in the same sentence, it was not said: “不能退” is no offer to refund. */
  unless?: LocalPhrases;
}

/** Groups by name, shared by the stages of a playbook. */
export type PhraseBook = Record<string, PhraseGroup>;
