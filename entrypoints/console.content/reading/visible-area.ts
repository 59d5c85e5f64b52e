/** Where the content of an element must lie to be seen: within the message and what clips inside of it. */
import { isClippedAway } from './clip-shape.ts';

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const MIN_OVERLAP_PX = 1;
const EVERYWHERE: Area = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** @returns the area for what is in an element of the message, or null if none of that can be seen */
export type FindArea = (element: Element) => Area | null;

/** Looks at each element once. A message without a box tells nothing: then only clip shapes count. */
export function createAreaFinder(root: Element): FindArea {
  const known = new Map<Element, Area | null>();
  const frame = root.getBoundingClientRect();
  const hasLayout = frame.width > 0 && frame.height > 0;
  const whole = hasLayout ? frame : EVERYWHERE;

  const findArea: FindArea = (element) => {
    const remembered = known.get(element);
    if (remembered !== undefined) return remembered;
    const parent = element === root ? null : element.parentElement;
    const around = parent ? findArea(parent) : whole;
    const area = around && narrow(element, around, hasLayout);
    known.set(element, area);
    return area;
  };
  return findArea;
}

function narrow(element: Element, around: Area, hasLayout: boolean): Area | null {
  const style = getComputedStyle(element);
  if (isClippedAway(style, () => element.getBoundingClientRect())) return null;
  // Lines of text do not clip, whatever their style says.
  const isClipping = style.overflowX !== 'visible' || style.overflowY !== 'visible';
  if (!hasLayout || !isClipping || style.display === 'inline') return around;
  const box = element.getBoundingClientRect();
  const seen = intersect(box, around);
  if (!seen) return null;
  const isScrolling = /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`);
  return isScrolling ? findScrollable(element, box) : seen;
}

/** All that can be brought into view; what lies left of the beginning or above it cannot. */
function findScrollable({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: Element, box: DOMRect): Area {
  const left = box.left - scrollLeft;
  const top = box.top - scrollTop;
  return {
    left,
    top,
    right: Math.max(box.right, left + scrollWidth),
    bottom: Math.max(box.bottom, top + scrollHeight),
  };
}

export function overlaps(box: Area, area: Area): boolean {
  return intersect(box, area) !== null;
}

function intersect(one: Area, other: Area): Area | null {
  const left = Math.max(one.left, other.left);
  const right = Math.min(one.right, other.right);
  const top = Math.max(one.top, other.top);
  const bottom = Math.min(one.bottom, other.bottom);
  const isSeen = right - left > MIN_OVERLAP_PX && bottom - top > MIN_OVERLAP_PX;
  return isSeen ? { left, top, right, bottom } : null;
}

export function isBounded(area: Area): boolean {
  return area !== EVERYWHERE;
}
