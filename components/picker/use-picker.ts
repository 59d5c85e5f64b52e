/** What the picker looks for, which script is chosen, and what became of it. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  fillTemplate,
  listOpenSlots,
  type ReplyTone,
  type SlotValues,
} from '../../knowledge/articles/index.ts';
import type { InsertionRefusal, ToPickerFrame } from '../../knowledge/conversation/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { readFillContext } from '../state/fill-script.ts';
import { findHoldBack } from '../state/hold-back.ts';
import type { PickerLine } from '../state/picker-line.ts';
import { useLimits } from '../state/use-limits.ts';
import { useFavourites } from '../state/use-favourites.ts';
import { useSearchResults, type Lookup, type SearchResults } from '../state/use-suggestions.ts';

const MAX_SHOWN = 8;
/** With these the reply is in the composer all the same: somebody must look before sending. */
const GONE_IN: ReadonlySet<string> = new Set<InsertionRefusal>(['changed-by-console', 'moved-meanwhile']);

export type PickerNotice =
  | { kind: 'slots-open'; slots: string[] }
  | { kind: 'broken' }
  | { kind: 'held-back'; text: string }
  /** More than the agent may offer alone: the panel leads to asking. */
  | { kind: 'must-ask' }
  | { kind: 'refused'; reason: InsertionRefusal | 'console-gone'; lines: number };

export interface Picker {
  query: string;
  /** What is found, or why not yet; of an earlier query while the next is being looked up. */
  lookup: Lookup<SearchResults>;
  suggestions: readonly Suggestion[];
  selected: number;
  notice: PickerNotice | null;
  pick: (at: number) => void;
}

export interface PickerInputs {
  line: PickerLine;
  tone: ReplyTone;
  values: SlotValues;
}

export function usePicker({ line, tone, values }: PickerInputs): Picker {
  const [{ query, selected }, setTyped] = useState({ query: '', selected: 0 });
  const lookup = useLookup(query, tone);
  const suggestions = lookup.state === 'done' ? lookup.value.suggestions.slice(0, MAX_SHOWN) : [];
  const { notice, insert, deliver, forget } = useChoice(line, values);

  const pick = (at: number) => {
    const suggestion = suggestions[at];
    // Results of what was typed a moment ago are not what Enter was pressed for.
    const isCurrent = lookup.state === 'done' && lookup.value.query === query.trim();
    if (suggestion && isCurrent) insert(suggestion);
  };
  const answer = useEffectEvent((message: ToPickerFrame) => {
    if (message.kind === 'accepted') return pick(selected);
    if (message.kind === 'cleared') return deliver(message.isCleared);
    // The caret can move without anything being typed.
    if (message.kind === 'typed' && message.query === query) return undefined;
    forget();
    return setTyped(
      message.kind === 'typed'
        ? { query: message.query, selected: 0 }
        : { query, selected: step(selected, message.by, suggestions.length) },
    );
  });
  useEffect(() => line.hear((message) => answer(message)), [line]);
  return { query, lookup, suggestions, selected, notice, pick };
}

/** From the last to the first, as in every list of this kind. */
function step(selected: number, by: number, count: number): number {
  return count === 0 ? 0 : (selected + by + count) % count;
}

/** With nothing typed: the scripts used most. */
function useLookup(query: string, tone: ReplyTone): Lookup<SearchResults> {
  const words = query.trim();
  const results = useSearchResults(words, tone);
  const favourites = useFavourites(words === '', tone);
  return words === '' ? favourites : results;
}

interface Chosen {
  articleId: string;
  text: string;
}

function useChoice(line: PickerLine, values: SlotValues) {
  const [notice, setNotice] = useState<PickerNotice | null>(null);
  const chosen = useRef<Chosen | 'over' | null>(null);
  const exceeds = useLimits();

  const refuse = (reason: InsertionRefusal | 'console-gone', text: string) => {
    const lines = text.split('\n').filter((each) => each.trim()).length;
    setNotice({ kind: 'refused', reason, lines });
    chosen.current = GONE_IN.has(reason) ? 'over' : null;
    if (chosen.current === null) line.tell({ kind: 'refused' });
  };
  /** @param isCleared whether what was typed to find it has made room */
  const deliver = (isCleared: boolean) => {
    const choice = chosen.current;
    if (choice === null || choice === 'over') return;
    if (!isCleared) return refuse('not-inserted', choice.text);
    void line.pick(choice).then((result) => {
      if (result.ok) line.tell({ kind: 'done' });
      else refuse(result.reason, choice.text);
    });
  };
  const insert = ({ article, template }: Suggestion) => {
    // The reply is in, and what is said about it has been read.
    if (chosen.current === 'over') return line.tell({ kind: 'done' });
    if (chosen.current) return;
    const context = readFillContext(article);
    const text = fillTemplate(template, values, context);
    if (text === null) return setNotice(describeOpen(listOpenSlots(template, values, context)));
    if (exceeds(text)) return setNotice({ kind: 'must-ask' });
    chosen.current = { articleId: article.id, text };
    void findHoldBack(text).then((reason) => {
      if (reason === null) return line.tell({ kind: 'inserting' });
      chosen.current = null;
      return setNotice({ kind: 'held-back', text: reason });
    });
  };
  const forget = () => {
    if (chosen.current === null) setNotice(null);
  };
  return { notice, insert, deliver, forget };
}

function describeOpen(slots: string[]): PickerNotice {
  return slots.length > 0 ? { kind: 'slots-open', slots } : { kind: 'broken' };
}
