import { simplify } from './simplify.ts';

const MAX_TEXT = 20_000;

/** One form for what looks or means the same: full width, case, traditional characters. Spans refer to what this returns. */
export function normaliseText(text: string): string {
  return simplify(text.slice(0, MAX_TEXT).toWellFormed().normalize('NFKC').toLowerCase());
}
