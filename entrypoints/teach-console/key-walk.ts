/** Pointing by keys: arrows go from line to line, Tab from list to list or from field to field. */
import type { TeachingStep } from '../../knowledge/conversation/index.ts';
import { listFields, listLineGroups } from './candidates.ts';

export interface KeyWalk {
  /** @returns what the key moves to, or null if it moves nowhere */
  move(step: TeachingStep, key: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Element | null;
}

/** Begins at the newest line of the likeliest list; looks at the page anew with each key. */
export function createKeyWalk(): KeyWalk {
  let at: Element | null = null;
  return {
    move: (step, key) => {
      const turn = readTurn(key);
      const groups = step === 'composer' ? listFields().map((field) => [field]) : listLineGroups();
      if (turn === 0 || groups.length === 0) return null;
      const next = findNext(groups, at, { turn, isLeaving: key.key === 'Tab' || step === 'composer' });
      at = next ?? at;
      next?.scrollIntoView({ block: 'nearest' });
      return next;
    },
  };
}

function findNext(
  groups: readonly Element[][],
  at: Element | null,
  { turn, isLeaving }: { turn: number; isLeaving: boolean },
): Element | null {
  const group = groups.findIndex((rows) => at !== null && rows.includes(at));
  const rows = groups[group];
  if (!rows || !at) return groups[0]?.at(-1) ?? null;
  return isLeaving
    ? (groups[wrap(group + turn, groups.length)]?.at(-1) ?? null)
    : (rows[wrap(rows.indexOf(at) + turn, rows.length)] ?? null);
}

function readTurn({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): number {
  if (key === 'Tab') return shiftKey ? -1 : 1;
  if (key === 'ArrowDown' || key === 'ArrowRight') return 1;
  return key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 0;
}

function wrap(at: number, length: number): number {
  return (at + length) % length;
}
