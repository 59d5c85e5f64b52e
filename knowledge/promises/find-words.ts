/** Lists of words as one pattern each. Words only: nothing in them can take long. */

export function toWordPattern(words: readonly string[], isLatin = false): RegExp {
  const either = words
    .toSorted((left, right) => right.length - left.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');
  // Stems such as "compensat" may go on; a word must begin where it begins.
  return isLatin ? new RegExp(String.raw`(?<![\w'])(?:${either})`, 'iu') : new RegExp(either, 'u');
}

/** The same with whole words only: "or" is not in "order". */
export function toWholeWordPattern(words: readonly string[]): RegExp {
  return new RegExp(String.raw`${toWordPattern(words, true).source}(?![\w])`, 'iu');
}

export function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let blanked = text;
  for (const { start, end } of spans) {
    blanked = `${blanked.slice(0, start)}${' '.repeat(Math.max(0, end - start))}${blanked.slice(end)}`;
  }
  return blanked;
}
