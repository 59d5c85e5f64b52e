/** What can be pointed at by keyboard: lines list by list, or every field a person can type in. */
import { EDITABLE, isShown, query, readWords, type Root } from './derive/elements.ts';
import { readFrame } from './point.ts';

const MAX_ROOTS = 30;
const MAX_ELEMENTS = 8_000;
const MAX_GROUPS = 6;
const LOGS = '[role="log"], [aria-live]:not([aria-live="off"])';

/** The page, and every part of it that can be entered. */
function listRoots(): Root[] {
  const roots: Root[] = [document];
  for (const root of roots) {
    for (const element of query(root, '*').slice(0, MAX_ELEMENTS)) {
      const inner = element.shadowRoot ?? readFrame(element);
      if (inner && roots.length < MAX_ROOTS) roots.push(inner);
    }
  }
  return roots;
}

/** Lists of lines, the one most likely to be the chat first; in each the oldest first. */
export function listLineGroups(): Element[][] {
  const groups = listRoots().flatMap((root) => query(root, '*').slice(0, MAX_ELEMENTS).flatMap(readGroup));
  return groups
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MAX_GROUPS)
    .map(({ rows }) => rows);
}

function readGroup(list: Element): { rows: Element[]; weight: number }[] {
  if (list.childElementCount < 2 || list.matches('head, select, table, form, nav, nav *, p, button'))
    return [];
  const rows = [...list.children].filter((child) => readWords(child) !== '' && isShown(child));
  const kinds = Map.groupBy(rows, ({ localName }) => localName);
  const [most = []] = [...kinds.values()].toSorted((one, other) => other.length - one.length);
  if (most.length < 2) return [];
  const isLog = list.closest(LOGS) !== null;
  const isScrolling = /auto|scroll/.test(getComputedStyle(list).overflowY);
  return [{ rows: most, weight: most.length + (isLog ? 10_000 : 0) + (isScrolling ? 100 : 0) }];
}

/** Every field on screen that takes text. */
export function listFields(): Element[] {
  return listRoots().flatMap((root) => {
    const fields = query(root, EDITABLE).filter(isShown);
    const isWhole = 'designMode' in root && root.designMode === 'on';
    return isWhole ? [root.body] : fields;
  });
}
