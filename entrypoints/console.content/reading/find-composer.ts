/** The field replies are written in: visible, and none the adapter forbids. */
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { enterFrames } from './frames.ts';
import { findFirst, findVisible, matchesAny, type Found } from './query.ts';

export type ComposerProblem = 'no-composer' | 'composer-closed' | 'frame-closed';

/** @param scope the part of the page that belongs to the chat */
export function findComposer(
  scope: ParentNode,
  { composer, neverFill }: ConsoleAdapter,
): Found<Element> | ComposerProblem {
  const inside = enterFrames(scope, composer.frame);
  if (inside === 'frame-closed') return inside;
  const found = findVisible(inside === 'no-frame' ? scope : inside, composer.selector);
  const value = found?.value.find((field) => !matchesAny(field, neverFill));
  if (found && value) return { value, at: found.at };
  // Where the agent has to press a button first, a missing composer is no fault.
  return composer.openHint ? 'composer-closed' : 'no-composer';
}

/** What is typed now stays inside the team. */
export function isPrivateNote(scope: ParentNode, { composer }: ConsoleAdapter): boolean {
  return composer.privateNote !== undefined && findFirst(scope, composer.privateNote) !== null;
}
