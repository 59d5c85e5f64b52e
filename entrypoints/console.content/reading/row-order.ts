/** Lists that keep few rows for many messages put each where it is seen by hand: in the page they stand in any order. */

/** @returns the rows from the top down, without those that wait out of sight to be used again */
export function orderRows(rows: readonly Element[]): readonly Element[] {
  const [first, ...others] = rows;
  const view = first && findPlaced(first);
  const last = others.at(-1);
  if (!view || !last || view.contains(last)) return rows;
  const { offsetParent } = view as HTMLElement;
  if (!offsetParent) return rows;
  const start = offsetParent.getBoundingClientRect().top - offsetParent.scrollTop;
  return rows
    .map((row) => ({ row, box: row.getBoundingClientRect() }))
    .filter(({ box }) => box.bottom > start)
    .toSorted((one, other) => one.box.top - other.box.top)
    .map(({ row }) => row);
}

/** What takes the row out of the flow. */
function findPlaced(row: Element): Element | null {
  for (let at: Element | null = row; at; at = at.parentElement)
    if (getComputedStyle(at).position === 'absolute') return at;
  return null;
}
