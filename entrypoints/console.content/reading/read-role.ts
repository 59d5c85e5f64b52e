/** Who speaks in a row. Never from what the message says, nor from markup inside its text: customers write both. */
import type { ConsoleAdapter, ElementValue, ParticipantRole } from '../../../knowledge/conversation/index.ts';
import { collapseWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { findAll, matchesAny, readElement } from './query.ts';
import { createOwnTest } from './said.ts';

type RoleRule = ConsoleAdapter['messages']['roles'][number];
type AuthorTest = NonNullable<RoleRule['author']>;
type LabelTest = NonNullable<RoleRule['label']>;

const MAX_AUTHORS = 200;

/** Those whom the page lists as authors of a role, by the rule's place; null: the list cannot be read. */
export type Authors = readonly (ReadonlySet<string> | null)[];

/** @param page where the lists stand: outside the chat as a rule */
export function readAuthors(page: ParentNode, adapter: ConsoleAdapter): Authors {
  const isOwn = createOwnTest(adapter);
  return adapter.messages.roles.map(({ author }) => {
    const find = ({ selector }: ElementValue) => findAll(page, selector).filter(isOwn);
    return author ? readSet(author.in, find) : null;
  });
}

function readSet(
  sources: readonly ElementValue[],
  find: (source: ElementValue) => Element[],
): ReadonlySet<string> | null {
  for (const source of sources) {
    const listed = find(source).slice(0, MAX_AUTHORS);
    const names = listed.flatMap((element) => readElement(element, source) ?? []).map(fold);
    if (names.length > 0) return new Set(names);
  }
  return null;
}

export interface RowParts {
  row: Element;
  text: Element | null;
}

export function readRole(parts: RowParts, rules: readonly RoleRule[], authors: Authors): ParticipantRole {
  for (const [at, rule] of rules.entries()) {
    if (isMarked(parts, rule)) return rule.role;
    const isAuthor = isListed(parts, rule.author, authors[at] ?? null);
    const isNamed = isLabelled(parts, rule.label);
    // Later rules are for those who are not on the list or not so labelled, which nobody can say now.
    if (isAuthor === null || isNamed === null) return 'unknown';
    if (isAuthor || isNamed) return rule.role;
  }
  return 'unknown';
}

function isMarked({ row, text }: RowParts, { row: onRow, within = [] }: RoleRule): boolean {
  return (
    matchesAny(row, onRow) ||
    within.some((selector) => findAll(row, selector).some((mark) => isOutside(mark, text)))
  );
}

/** @returns null if it cannot be told */
function isListed(
  parts: RowParts,
  test: AuthorTest | undefined,
  listed: ReadonlySet<string> | null,
): boolean | null {
  if (!test) return false;
  const author = listed && readOutside(parts, test.of);
  return author ? listed.has(author) : null;
}

/** @returns null if there is no label */
function isLabelled(parts: RowParts, test: LabelTest | undefined): boolean | null {
  if (!test) return false;
  const label = readOutside(parts, test.of);
  return label ? test.is.some((wanted) => fold(wanted) === label) : null;
}

/** What the first source yields that finds something in the row, outside its text. */
function readOutside({ row, text }: RowParts, sources: readonly ElementValue[]): string | null {
  for (const source of sources) {
    const bearers = matchesAny(row, [source.selector]) ? [row] : findAll(row, source.selector);
    const bearer = bearers.find((element) => isOutside(element, text));
    const value = bearer && readElement(bearer, source);
    if (value) return fold(value);
  }
  return null;
}

const isOutside = (mark: Element, text: Element | null) => mark === text || !text?.contains(mark);

const fold = (value: string) => collapseWhitespace(value).toLowerCase();
