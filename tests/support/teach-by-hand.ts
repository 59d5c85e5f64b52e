/** A person who teaches Deskmate a saved page: points at lines by what the page is known to say. */
import { findComposer } from '../../entrypoints/console.content/reading/find-composer.ts';
import { findAll, findFirst } from '../../entrypoints/console.content/reading/query.ts';
import { findConversationScope } from '../../entrypoints/console.content/reading/read-console.ts';
import { deriveAdapter, findLines } from '../../entrypoints/teach-console/derive/derive-adapter.ts';
import type { ConsoleAdapter, TaughtConsole, TeachingProblem } from '../../knowledge/conversation/index.ts';
import { readOnce } from './fake-console-page.ts';

export interface Lesson {
  clicks: number;
  result: TaughtConsole | { problem: TeachingProblem };
}

/** Where in a line a person clicks: keys take the row, a pointer is mostly on the words. */
export type Reach = 'row' | 'text';

export interface Scene {
  /** Rows as the page's own adapter finds them, with the roles it gives them. */
  lines: { row: Element; role: string }[];
  composer: Element;
}

/** What is on the page, by the adapter that knows it. */
export function lookAt(adapter: ConsoleAdapter): Scene | null {
  const scope = findConversationScope(adapter);
  const root = scope && findFirst(scope, adapter.messages.root);
  const found = scope && findComposer(scope, adapter);
  if (!root || !found || typeof found === 'string') return null;
  const selector = adapter.messages.item.find((item) => findAll(root, item).length > 0) ?? '';
  const rows = findAll(root, selector).filter((row) => !row.parentElement?.closest(selector));
  const lines = rows.flatMap((row) => {
    const role = readAlone(adapter, row, rows);
    return role ? [{ row, role }] : [];
  });
  return { lines, composer: found.value };
}

/** The role of one row: the others are taken away meanwhile. */
function readAlone(adapter: ConsoleAdapter, row: Element, rows: readonly Element[]): string | null {
  const others = rows
    .filter((other) => other !== row)
    .map((other) => ({ other, mark: document.createComment('') }));
  for (const { other, mark } of others) other.replaceWith(mark);
  const { conversation } = readOnce(adapter);
  for (const { other, mark } of others) mark.replaceWith(other);
  return conversation?.messages[0]?.role ?? null;
}

/** Points at the first line of each side, at a third where one is asked for, and at the composer. */
export function teach({ lines, composer }: Scene, reach: Reach): Lesson | null {
  const pick = (...roles: string[]) => {
    const row = lines.find(({ role }) => roles.includes(role))?.row;
    return row ? aim(row, reach) : null;
  };
  const customer = pick('customer');
  const agent = pick('agent');
  if (!customer || !agent) return null;
  const two = findLines({ customer, agent, neither: null }, null);
  const needsNeither = typeof two !== 'string' && two.roles.unknown > 0;
  const neither = needsNeither ? pick('system', 'bot', 'internal-note') : null;
  const page = { url: location.href, name: 'Taught' };
  // A line that looks like one of the sides is not taken; the person goes on without.
  const isTaken = findLines({ customer, agent, neither }, null) !== 'neither-alike';
  const shown = { customer, agent, neither: isTaken ? neither : null };
  return { clicks: neither ? 4 : 3, result: deriveAdapter(shown, composer, page) };
}

/** The innermost element with the longest words. */
function aim(row: Element, reach: Reach): Element {
  if (reach === 'row') return row;
  const leaves = [...row.querySelectorAll('*')].filter(
    ({ childElementCount, localName }) => childElementCount === 0 && localName !== 'textarea',
  );
  const lengthOf = (element: Element) => element.textContent.trim().length;
  return leaves.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0] ?? row;
}
