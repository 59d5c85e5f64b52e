/** Shapes that `clip-path` and the old `clip` cut elements to, as far as they may leave nothing to see. */

/** What a shape is measured by where there is no layout: only whether it leaves anything counts. */
const UNKNOWN_SIDE_PX = 100;
const MIN_SIDE_PX = 1;

interface Size {
  width: number;
  height: number;
}

/** @param measure the element's box; asked for only if it is clipped at all */
export function isClippedAway(style: CSSStyleDeclaration, measure: () => Size): boolean {
  return isClippedTheOldWay(style) || leavesNoArea(style.clipPath, measure);
}

function leavesNoArea(clipPath: string, measure: () => Size): boolean {
  if (!clipPath || clipPath === 'none') return false;
  // Sums are written without spaces from here on, so that spaces part values.
  const path = clipPath.replace(/calc\(([^()]*)\)/g, (_, sum: string) => sum.replace(/\s+/g, ''));
  const [, shape = '', values = ''] = /^(inset|circle|ellipse|polygon)\(([^()]*)\)/.exec(path) ?? [];
  const { width, height } = measure();
  const box = { width: width || UNKNOWN_SIDE_PX, height: height || UNKNOWN_SIDE_PX };
  return SHAPES[shape]?.(values, box) ?? false;
}

/** The old `clip`: edges from the top left corner, in pixels. */
function isClippedTheOldWay(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  const edges = /^rect\(([^()]*)\)/.exec(style.getPropertyValue('clip'))?.[1];
  if (!edges) return false;
  const [top, right, bottom, left] = edges.split(/[\s,]+/).map((edge) => Number.parseFloat(edge));
  return Number(right) - Number(left) <= MIN_SIDE_PX || Number(bottom) - Number(top) <= MIN_SIDE_PX;
}

/** Whether the shape has no area; values we cannot read have one. */
const SHAPES: Record<string, (values: string, box: Size) => boolean> = {
  inset: (values, { width, height }) => {
    const [first = '0', second = first, third = first, fourth = second] = split(values.split(' round ')[0]);
    const across = width - toPixels(fourth, width) - toPixels(second, width);
    const down = height - toPixels(first, height) - toPixels(third, height);
    return across <= MIN_SIDE_PX || down <= MIN_SIDE_PX;
  },
  circle: isRoundNothing,
  ellipse: isRoundNothing,
  polygon: (values, { width, height }) => {
    const points = values
      .split(',')
      .map((point) => split(point))
      .filter((point) => point.length === 2)
      .map(([x = '', y = '']) => [toPixels(x, width), toPixels(y, height)] as const);
    const twice = points.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0);
    return Math.abs(twice) / 2 <= MIN_SIDE_PX;
  },
};

/** Circles and ellipses: one radius is enough to leave nothing. */
function isRoundNothing(values: string, { width, height }: Size): boolean {
  const [radii = ''] = values.split(/(?:^|\s)at\s/);
  return split(radii).some((radius) => toPixels(radius, Math.max(width, height)) * 2 <= MIN_SIDE_PX);
}

function split(values = ''): string[] {
  return values.split(/\s+/).filter(Boolean);
}

/** A length, a percentage, or a sum of them; NaN for everything else: it compares as neither small nor large. */
function toPixels(value: string, whole: number): number {
  if (!/^(?:[+-]?[\d.]+(?:px|%)?)+$/.test(value)) return Number.NaN;
  return Array.from(value.matchAll(/([+-]?[\d.]+)(%?)/g)).reduce(
    (sum, [, number, percent]) => sum + Number(number) * (percent ? whole / 100 : 1),
    0,
  );
}
