import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import {
  useId,
  useState,
  type ComponentProps,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../utils/keyboard/shortcut.ts';
import { FilterOptions, nameOption } from './FilterOptions.tsx';
import { useFilterChoice, type FilterChoice } from './use-filter-choice.ts';

export interface SearchBoxProps {
  inputRef: RefObject<HTMLInputElement | null>;
  query: string;
  onChange: (query: string) => void;
  /** The box was clicked, or something typed. */
  onOpen: () => void;
  /** Escape: back to the cards. */
  onClose: () => void;
  /** @param next what has the focus now, if anything of this page */
  onLeave: (next: EventTarget | null) => void;
  /** An input method begins and ends. */
  onCompose: (isComposing: boolean) => void;
  /** Into the results. */
  onLeaveDown: () => void;
  /** The first result. */
  onChoose: () => void;
}

/** Always there; results replace the body while something is typed, Escape returns. */
export function SearchBox(props: SearchBoxProps) {
  const { inputRef, query, onChange, onOpen } = props;
  const { t } = useTranslation();
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const filters = useFilterChoice({ inputRef, query, caret, onChange });
  const isListOpen = filters.options.length > 0;
  const clear = () => {
    onChange('');
    inputRef.current?.focus();
  };
  return (
    <div className="search-box">
      <TextInput
        ref={inputRef}
        size="sm"
        type="search"
        role="combobox"
        autoComplete="off"
        aria-label={t('search.label')}
        aria-autocomplete="list"
        aria-expanded={isListOpen}
        aria-controls={isListOpen ? listId : undefined}
        aria-activedescendant={isListOpen ? nameOption(listId, filters.active) : undefined}
        placeholder={t('search.placeholder')}
        value={query}
        onChange={({ currentTarget: { value, selectionStart } }) => {
          setCaret(selectionStart);
          onOpen();
          onChange(value);
        }}
        onClick={onOpen}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onBlur={({ relatedTarget }: FocusEvent) => {
          setCaret(null);
          props.onLeave(relatedTarget);
        }}
        onCompositionStart={() => props.onCompose(true)}
        onCompositionEnd={() => props.onCompose(false)}
        onKeyDown={(event) => handleKey(event, filters, props)}
        leftSection={<IconSearch size={15} />}
        rightSectionWidth={query ? 30 : 62}
        rightSection={query ? <ClearButton onClick={clear} /> : <Kbd size="xs">Ctrl K</Kbd>}
      />
      <FilterOptions id={listId} {...filters} onChoose={filters.choose} />
    </div>
  );
}

function handleKey(event: KeyboardEvent, filters: FilterChoice, props: SearchBoxProps): void {
  // A composing Enter picks a candidate and never acts.
  if (isComposing(event.nativeEvent)) return;
  if (filters.handleKey(event)) return event.preventDefault();
  const act = { Escape: props.onClose, ArrowDown: props.onLeaveDown, Enter: props.onChoose }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function ClearButton({ onClick }: Pick<ComponentProps<'button'>, 'onClick'>) {
  const { t } = useTranslation();
  return (
    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('search.clear')} onClick={onClick}>
      <IconX size={14} />
    </ActionIcon>
  );
}
