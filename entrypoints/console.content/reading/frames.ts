/** The way into same-origin iframes and open shadow roots, from the page's own document. */
import { findFirst } from './query.ts';

export type EnteredRoot = Document | ShadowRoot;
export type FrameProblem = 'no-frame' | 'frame-closed';

/**
 * @param path each step finds an iframe or the host of a shadow root in what the step before led to
 * @param onEnter is told each document on the way: what watches the page does not see into them by itself
 * @returns `frame-closed` for other sites' frames, sandboxed ones and closed shadow roots: nobody gets in
 */
export function enterFrames(
  start: ParentNode,
  path: readonly string[] = [],
  onEnter: (root: EnteredRoot) => void = () => {},
): ParentNode | FrameProblem {
  let root = start;
  for (const step of path) {
    const host = findFirst(root, [step]);
    if (!host) return 'no-frame';
    const inner = host.shadowRoot ?? readFrame(host);
    if (!inner) return 'frame-closed';
    onEnter(inner);
    root = inner;
  }
  return root;
}

function readFrame(host: Element): Document | null {
  try {
    return (host as Partial<HTMLIFrameElement>).contentDocument ?? null;
  } catch {
    return null;
  }
}
