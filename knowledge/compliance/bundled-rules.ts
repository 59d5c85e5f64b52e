/** The rules that come with the extension (`bundled/*.json`), and what the checks of `checks/` go by. */
import checks from './bundled/checks.json' with { type: 'json' };
import english from './bundled/en.json' with { type: 'json' };
import chinese from './bundled/zh.json' with { type: 'json' };
import type { DraftRule, DraftTexts } from './draft-rule.ts';

export interface CheckData {
  /** Never a breach, whatever rule they touch. */
  finePhrases: string[];
  /** What a blank is called between brackets. */
  slotNames: string[];
  texts: Record<CheckTextName, { reason: DraftTexts; rewrite?: DraftTexts }>;
  /** One character each: what makes "那位先生" no name. */
  surnames: string;
  honorifics: string[];
  /** Whose names and numbers a customer may be told. */
  ourPeople: string[];
}
export type CheckTextName =
  'unfilled-slot' | 'wrong-name' | 'wrong-number' | 'other-pii' | 'missing-must-say';

export const BUNDLED_DRAFT_RULES: readonly DraftRule[] = [...chinese, ...english] as DraftRule[];
export const CHECK_DATA: CheckData = checks;
export const FINE_PHRASES: readonly string[] = CHECK_DATA.finePhrases;
