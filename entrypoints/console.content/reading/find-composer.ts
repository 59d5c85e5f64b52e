/** The field replies are written in: visible, and none the adapter forbids. */
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { enterFrames } from './frames.ts';
import { findAll, findVisible, matchesAny, type Found } from './query.ts';
import { createOwnTest } from './said.ts';

export type ComposerProblem = 'no-composer' | 'composer-closed' | 'frame-closed';

/** @param scope the part of the page that belongs to the chat */
export function findComposer(scope: ParentNode, adapter: ConsoleAdapter): Found<Element> | ComposerProblem {
  const { composer, neverFill } = adapter;
  const inside = enterFrames(scope, composer.frame);
  if (inside === 'frame-closed') return inside;
  const isOwn = createOwnTest(adapter);
  const isAllowed = (field: Element) => !matchesAny(field, neverFill) && isOwn(field);
  const found = findVisible(inside === 'no-frame' ? scope : inside, composer.selector, isAllowed);
  const [value] = found?.value ?? [];
  if (found && value) return { value, at: found.at };
  // Where the agent has to press a button first, a missing composer is no fault.
  return composer.openHint ? 'composer-closed' : 'no-composer';
}

/** What is typed now stays inside the team. */
export function isPrivateNote(scope: ParentNode, adapter: ConsoleAdapter): boolean {
  const marks = adapter.composer.privateNote ?? [];
  const isOwn = createOwnTest(adapter);
  return marks.some((selector) => findAll(scope, selector).some(isOwn));
}
