/** What the console shows about the customer besides the chat, for the slots of replies. */
import type { ConsoleAdapter, FieldName } from '../../../knowledge/conversation/index.ts';
import { MAX_FIELD_LENGTH } from '../../../knowledge/conversation/index.ts';
import { maskPii } from '../../../knowledge/privacy/index.ts';
import { collapseWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../../utils/text/strip-invisible.ts';
import { readValue } from './query.ts';
import { createOwnTest } from './said.ts';

/** Numbers that name no person: they keep their value, or a reply could not say them. */
const NUMBERS: ReadonlySet<FieldName> = new Set(['order-number', 'tracking-number']);

export function readFields(page: ParentNode, adapter: ConsoleAdapter): Partial<Record<FieldName, string>> {
  const isOwn = createOwnTest(adapter);
  const values: Partial<Record<FieldName, string>> = {};
  for (const { name, from } of adapter.fields ?? []) {
    const shown = readValue(page, from, isOwn)?.value ?? '';
    const value = collapseWhitespace(stripInvisible(shown)).slice(0, MAX_FIELD_LENGTH).toWellFormed();
    const isNumber = NUMBERS.has(name);
    // Whatever else stands where a number should be is none.
    if (isNumber ? /^[\w-]{4,40}$/.test(value) : value) values[name] ??= isNumber ? value : maskPii(value);
  }
  return values;
}
