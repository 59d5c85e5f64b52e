import { Button, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlotValues } from '../../knowledge/articles/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { SuggestionCard } from './SuggestionCard.tsx';

export interface SuggestionListProps {
  label: string;
  suggestions: readonly Suggestion[];
  values: SlotValues;
  /** By article: what was changed by hand in its card. */
  edits?: Readonly<Record<string, SlotValues>>;
  /** Typed before in this contact. */
  offered?: SlotValues;
  /** Keys for the first cards; empty where they do not work. */
  shortcuts: readonly string[];
  slotFormArticleId: string | null;
  /** What is inserted now stays inside the team. */
  isPrivateNote?: boolean;
  isNewerWaiting?: boolean;
  onLetIn?: () => void;
  onHoldChange?: (isHeld: boolean) => void;
  onInsert: (suggestion: Suggestion, typed: SlotValues) => void;
  onEdit: (suggestion: Suggestion, edited: SlotValues) => void;
  onCopy: (suggestion: Suggestion) => void;
  onOpen: (suggestion: Suggestion) => void;
  onDismiss?: ((suggestion: Suggestion) => void) | undefined;
  onCancelSlots: () => void;
}

/** Cards as one Tab stop: arrows move, Enter inserts, Space opens, C copies, Delete dismisses. */
export function SuggestionList(props: SuggestionListProps) {
  const { suggestions } = props;
  const [active, setActive] = useState(0);
  const cards = useRef<(HTMLDivElement | null)[]>([]);
  const { hands, restoreFocus } = useHands(props.onHoldChange);
  const current = Math.min(active, Math.max(0, suggestions.length - 1));
  useEffect(() => restoreFocus(cards.current[current]));

  const noteActive = ({ target }: FocusEvent) => {
    const at = cards.current.findIndex((card) => card?.contains(target));
    if (at >= 0) setActive(at);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: suggestions.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    cards.current[Math.max(0, Math.min(suggestions.length - 1, to))]?.focus();
  };

  return (
    <Stack
      gap={8}
      role="group"
      aria-label={props.label}
      onKeyDown={handleKey}
      onFocusCapture={noteActive}
      {...hands}
    >
      {props.isNewerWaiting && <NewerButton onLetIn={props.onLetIn} />}
      {suggestions.map((suggestion, at) => (
        <SuggestionCard
          key={suggestion.article.id}
          cardRef={(card) => {
            cards.current[at] = card;
          }}
          suggestion={suggestion}
          values={{ ...props.values, ...props.edits?.[suggestion.article.id] }}
          offered={props.offered ?? {}}
          position={at + 1}
          shortcut={props.shortcuts[at]}
          isActive={at === current}
          isPrivateNote={props.isPrivateNote ?? false}
          isAskingForSlots={props.slotFormArticleId === suggestion.article.id}
          onInsert={(typed) => props.onInsert(suggestion, typed)}
          onEdit={(edited) => props.onEdit(suggestion, edited)}
          onCopy={() => props.onCopy(suggestion)}
          onOpen={() => props.onOpen(suggestion)}
          onDismiss={props.onDismiss && (() => props.onDismiss?.(suggestion))}
          onCancelSlots={() => {
            props.onCancelSlots();
            cards.current[at]?.focus();
          }}
        />
      ))}
    </Stack>
  );
}

function NewerButton({ onLetIn }: { onLetIn: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <Button size="compact-xs" variant="light" radius="xl" onClick={onLetIn}>
      {t('assist.newerWaiting')}
    </Button>
  );
}

/** Tells whether the pointer or the focus is on the list, and keeps the focus in it. */
function useHands(onHoldChange: SuggestionListProps['onHoldChange']) {
  const hands = useRef({ pointer: false, focus: false });
  useEffect(() => () => onHoldChange?.(false), [onHoldChange]);
  const hold = (change: Partial<typeof hands.current>) => {
    Object.assign(hands.current, change);
    onHoldChange?.(hands.current.pointer || hands.current.focus);
  };
  /** What had the focus may have gone: a card dismissed, a form closed. The next one takes it. */
  const restoreFocus = (next: HTMLElement | null | undefined) => {
    if (!hands.current.focus || document.activeElement !== document.body) return;
    if (next) next.focus();
    else hold({ focus: false });
  };
  const handlers = {
    onPointerEnter: () => hold({ pointer: true }),
    onPointerLeave: () => hold({ pointer: false }),
    onFocus: () => hold({ focus: true }),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) hold({ focus: false });
    },
  };
  return { hands: handlers, restoreFocus };
}
