/** Of removed rows, those to put back: what has come again meanwhile knows more and stays. */
export function pickAbsent<TRow>(removed: readonly TRow[], there: readonly unknown[]): TRow[] {
  return removed.filter((_, at) => there[at] === undefined);
}
