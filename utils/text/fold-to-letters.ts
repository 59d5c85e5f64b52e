/** Two texts are the same question when this is the same: width, case, spacing and punctuation aside. */
export function foldToLetters(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Letters in any script, digits not counted: an order number alone asks nothing. */
export function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
