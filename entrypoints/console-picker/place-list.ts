/** Beside the caret, all of it in view. */
import { clamp, type Place } from './caret-place.ts';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

const GAP = 6;
const WIDTH = 360;
const MAX_HEIGHT = 320;

/** Under the line, or over it where there is more room: composers stand at the bottom of the page. */
export function placeList(caret: Place, view: Size, height: number): Box {
  const width = Math.min(WIDTH, view.width - 2 * GAP);
  const below = view.height - caret.bottom - 2 * GAP;
  const above = caret.top - 2 * GAP;
  const wanted = Math.min(height, MAX_HEIGHT);
  const isBelow = below >= wanted || below >= above;
  const given = Math.max(0, Math.min(wanted, isBelow ? below : above));
  return {
    left: clamp(caret.left, GAP, view.width - width - GAP),
    top: isBelow ? caret.bottom + GAP : caret.top - GAP - given,
    width,
    height: given,
  };
}
