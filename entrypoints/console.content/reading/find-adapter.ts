/** Which of the candidates reads this page. */
import type { AdapterInUse, ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { matchesUrl } from '../../../utils/text/match-pattern.ts';
import { enterFrames } from './frames.ts';
import { findFirst } from './query.ts';

/** Self-hosted consoles have no fixed host, so the page itself says which console it is. */
export function fitsPage(adapter: ConsoleAdapter): boolean {
  const { signature } = adapter.match;
  return isAtAddress(adapter) && (!signature || findFirst(findPlace(adapter), signature) !== null);
}

/** The first that fits; else one that is at home here but does not know the page any more: that is worth saying. */
export function findAdapter(candidates: readonly AdapterInUse[]): AdapterInUse | null {
  const isHome = (adapter: ConsoleAdapter) => adapter.match.urls !== undefined && isAtAddress(adapter);
  return candidates.find(fitsPage) ?? candidates.find(isHome) ?? null;
}

function isAtAddress({ match }: ConsoleAdapter): boolean {
  return match.urls?.some((pattern) => matchesUrl(pattern, location.href)) ?? true;
}

/** A console can be recognised by the page around its frame or by what is in it. */
function findPlace({ frame, match }: ConsoleAdapter): ParentNode {
  if (findFirst(document, match.signature ?? [])) return document;
  const inside = enterFrames(document, frame);
  return typeof inside === 'string' ? document : inside;
}
