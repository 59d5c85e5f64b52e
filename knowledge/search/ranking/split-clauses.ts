/** A long message says several things; one of them is the question. */

/** In Han characters, other words and numbers. Shorter ones are asked as they are. */
const LONG = 56;
const MIN_LENGTH = 3;
const MAX_CLAUSES = 16;
const BREAK = /[,，。.!！?？;；\n…~～、]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;
const UNIT = /\p{Script=Han}|[\p{Script=Latin}\p{M}\p{Nd}']+/gu;

/** @returns the clauses of a long text, the whole text of a short one; never none */
export function splitClauses(text: string): string[] {
  if (measureLength(text) < LONG) return [text];
  const clauses = text.split(BREAK).filter((clause) => measureLength(clause) >= MIN_LENGTH);
  // What was said last is most likely what is asked.
  return clauses.length > 0 ? clauses.slice(-MAX_CLAUSES) : [text];
}

function measureLength(text: string): number {
  return text.match(UNIT)?.length ?? 0;
}
