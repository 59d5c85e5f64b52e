/** The words by which a promise is told from everything else that has a time in it: data, one file a language. */
import english from './bundled/en.json' with { type: 'json' };
import chinese from './bundled/zh.json' with { type: 'json' };

/** What is promised, from the most telling to the least: of two in a sentence the first counts. */
export const PROMISE_ACTIONS = [
  'call-back',
  'refund',
  'compensate',
  'send',
  'restore',
  'visit',
  'look-into',
  'reply',
  'arrange',
] as const;
export type PromiseAction = (typeof PROMISE_ACTIONS)[number];

interface SharedWording {
  /** Words that name what will be done. */
  actions: Record<PromiseAction, string[]>;
  /** Whoever acts for us. */
  ours: string[];
  /** Time limits without a time. */
  soon: string[];
  /** Something has to happen first, or may not happen. */
  conditions: string[];
  /** How it usually goes: information. */
  habits: string[];
  /** It could be done: nothing is promised yet. */
  offers: string[];
  /** Told, not promised. */
  past: string[];
  negations: string[];
  /** The customer, or somebody who is not with us, is to act. */
  theirs: string[];
}

export interface ChineseWording extends SharedWording {
  /** That it will be done, or for whom. */
  wills: string[];
  /** Single verbs, told only behind a time limit. */
  verbs: { action: PromiseAction; words: string[] }[];
  /** There is more than one way to go on: nothing in the sentence is promised. */
  choices: string[];
  /** The same as `wills`, strong enough without a time. */
  strong: string[];
}

export interface EnglishWording extends SharedWording {
  /** Conditions that ask for nothing: "if you have any questions". */
  harmless: string[];
}

export const BUNDLED_WORDING: { zh: ChineseWording; en: EnglishWording } = {
  zh: chinese as ChineseWording,
  en: english,
};
