/** What stands inside the words of a message is the customer's to write: it is never a part of the console. */
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { joinSelectors } from './query.ts';

/** @returns whether an element is the console's own, and not drawn into a message by whoever wrote it */
export function createOwnTest({ messages }: ConsoleAdapter): (element: Element) => boolean {
  const texts = joinSelectors(messages.text);
  const items = joinSelectors(messages.item);
  if (!texts || !items) return () => true;
  return (element) => !element.parentElement?.closest(texts)?.closest(items);
}
