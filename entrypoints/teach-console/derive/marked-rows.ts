/** Rows with what they carry, and rules made of it. */
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import type { Mark, Marks } from './marks.ts';

export type Rule = ConsoleAdapter['messages']['roles'][number];

export interface MarkedRow {
  row: Element;
  marks: Marks;
}

export interface TaughtRows {
  rows: readonly MarkedRow[];
  customer: MarkedRow;
  agent: MarkedRow;
  /** A line of nobody's: a notice, a bot, a note. */
  neither: MarkedRow | null;
  item: string;
}

export const keyOf = ({ place, selector }: Mark): string => `${place} ${selector}`;

export function toRule(role: Rule['role'], { place, selector }: Mark, item: string): Rule {
  if (place === 'within') return { role, within: [selector] };
  return { role, row: [place === 'row' ? selector : `${selector} ${item}`] };
}
