import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { FilterOption } from './complete-filter.ts';
import { findFilterWord, placeFilterValue } from './filter-word.ts';
import { useFilterOptions } from './use-filter-options.ts';

export interface FilterChoice {
  /** Empty while the list is closed. */
  options: readonly FilterOption[];
  /** Which one Enter takes. */
  active: number;
  /** @returns whether the key was for the list */
  handleKey: (event: KeyboardEvent) => boolean;
  choose: (option: FilterOption) => void;
}

export interface FilterChoiceInputs {
  inputRef: RefObject<HTMLInputElement | null>;
  query: string;
  /** Null while the box has no focus. */
  caret: number | null;
  onChange: (query: string) => void;
}

const CLOSED: readonly FilterOption[] = [];

/** The values offered for the filter at the caret: arrows move, Enter and Tab take one, Escape closes the list. */
export function useFilterChoice({ inputRef, query, caret, onChange }: FilterChoiceInputs): FilterChoice {
  const word = useMemo(() => (caret === null ? null : findFilterWord(query, caret)), [query, caret]);
  const found = useFilterOptions(word);
  const [moved, setMoved] = useState({ of: word, active: 0 });
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const putCaret = useNextCaret(inputRef);
  const options = word === null || closedFor === query ? CLOSED : found;
  const active = moved.of === word ? Math.min(moved.active, options.length - 1) : 0;

  const choose = ({ value }: FilterOption) => {
    if (!word) return;
    const placed = placeFilterValue(query, word, value);
    putCaret(placed.caret);
    onChange(placed.text);
  };
  const move = (step: number) =>
    setMoved({ of: word, active: (active + step + options.length) % options.length });
  const handleKey = ({ key, shiftKey }: KeyboardEvent) => {
    const option = options[active];
    if (!option || shiftKey) return false;
    const act = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => choose(option),
      Tab: () => choose(option),
      Escape: () => setClosedFor(query),
    }[key];
    act?.();
    return act !== undefined;
  };
  return { options, active, handleKey, choose };
}

/** Puts the caret where it belongs once the new text is in the box; the browser would put it at the end. */
function useNextCaret(inputRef: RefObject<HTMLInputElement | null>) {
  const next = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    inputRef.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  });
  return (caret: number) => {
    next.current = caret;
  };
}
