/** Rubrics are data: what is rated, and which behaviour each level means (BARS, behaviour anchors). */

export type RubricLocale = 'zh-CN' | 'zh-TW' | 'en';
export type LocalisedText = Record<RubricLocale, string>;

export const RATING_LEVELS = [1, 2, 3, 4, 5] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];

export interface Criterion {
  id: string;
  /** Relative weight in an overall score. */
  weight: number;
  name: LocalisedText;
  /** One observable behaviour a level, shown while rating. */
  anchors: Record<RatingLevel, LocalisedText>;
}

export interface Rubric {
  id: string;
  /** An assessment keeps the version it was made with. */
  version: number;
  criteria: Criterion[];
}
