/** Lines that are neither side's, by what their marks are called. */
import { keyOf, toRule, type MarkedRow, type Rule, type TaughtRows } from './marked-rows.ts';
import type { Mark } from './marks.ts';
import { isDecoration, readOther, type Other } from './names.ts';

export interface Others {
  roles: Rule[];
  drop: string[];
  known: (row: MarkedRow) => boolean;
}

/** Names that say “note” or “bot”, on rows unlike both that were shown: they only ever take a role away. */
export function listOthers({ rows, customer, agent, item }: TaughtRows): Others {
  const found = new Map<string, { mark: Mark; other: Other | 'drop' }>();
  for (const { marks } of rows) {
    for (const mark of marks.values()) {
      if (customer.marks.has(keyOf(mark)) || agent.marks.has(keyOf(mark))) continue;
      const other = judge(mark);
      if (other) found.set(keyOf(mark), { mark, other });
    }
  }
  const all = [...found.values()];
  const kinds: Other[] = ['internal-note', 'bot', 'system'];
  return {
    roles: kinds.flatMap((kind) =>
      all
        .filter(({ other }) => other === kind)
        .slice(0, 2)
        .map(({ mark }) => toRule(kind, mark, item)),
    ),
    drop: all
      .filter(({ mark, other }) => other === 'drop' && mark.place === 'row')
      .slice(0, 4)
      .map(({ mark }) => mark.selector),
    known: ({ marks }) => all.some(({ mark }) => marks.has(keyOf(mark))),
  };
}

function judge({ place, name }: Mark): Other | 'drop' | null {
  const other = readOther(name);
  // Inside a row such names are parts of it as well: hints, buttons for a note.
  if (place === 'within') return other === 'bot' ? other : null;
  return other ?? (isDecoration(name) ? 'drop' : null);
}
