/** The list of messages by structure: what says it is a log, else what scrolls above the field. */

const MAX_LOOKED_AT = 4_000;
const MIN_ROWS = 3;

export interface FoundLog {
  list: Element;
  /** What the rows are; they are children of the list. */
  rowName: string;
  rows: number;
}

/** @param composer the field the person is writing in */
export function findLog(composer: Element): FoundLog | null {
  const page = composer.ownerDocument;
  const live = [...page.querySelectorAll('[role="log"], [aria-live]:not([aria-live="off"])')];
  return pickLongest(live, composer) ?? pickLongest(listScrolling(page), composer);
}

function listScrolling(page: Document): Element[] {
  const boxes = [...page.querySelectorAll('div, ul, ol, section, main, tbody')].slice(0, MAX_LOOKED_AT);
  return boxes.filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowY));
}

function pickLongest(regions: readonly Element[], composer: Element): FoundLog | null {
  const logs = regions
    .filter((region) => region.checkVisibility() && !region.contains(composer) && isAbove(region, composer))
    .flatMap((region) => findRows(region) ?? []);
  return logs.toSorted((one, other) => other.rows - one.rows)[0] ?? null;
}

/** Lists of customers stand beside the field, not over it. Without a layout nothing is said. */
function isAbove(region: Element, composer: Element): boolean {
  const upper = region.getBoundingClientRect();
  const lower = composer.getBoundingClientRect();
  if (upper.width === 0 || lower.width === 0) return true;
  const isOver = upper.top < lower.top;
  const shared = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
  return isOver && shared > Math.min(upper.width, lower.width) / 2;
}

/** The most children of one kind with words in them, in the region or deeper down. */
function findRows(region: Element): FoundLog | null {
  let best: FoundLog | null = null;
  for (const list of [region, ...region.querySelectorAll('div, ul, ol, section, tbody')].slice(
    0,
    MAX_LOOKED_AT,
  )) {
    const kinds = new Map<string, number>();
    for (const child of list.children) {
      if (child.textContent.trim()) kinds.set(child.localName, (kinds.get(child.localName) ?? 0) + 1);
    }
    for (const [rowName, rows] of kinds)
      if (rows >= MIN_ROWS && rows > (best?.rows ?? 0)) best = { list, rowName, rows };
  }
  return best;
}
