import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../utils/keyboard/shortcut.ts';

export interface SearchBoxProps {
  inputRef: Ref<HTMLInputElement>;
  query: string;
  onChange: (query: string) => void;
  /** Into the results. */
  onLeaveDown: () => void;
  /** The first result. */
  onChoose: () => void;
}

/** Always there; results replace the body while something is typed, Escape returns. */
export function SearchBox({ inputRef, query, onChange, onLeaveDown, onChoose }: SearchBoxProps) {
  const { t } = useTranslation();
  const handleKey = (event: KeyboardEvent) => {
    // A composing Enter picks a candidate and never acts.
    if (isComposing(event.nativeEvent)) return;
    const act = { Escape: () => onChange(''), ArrowDown: onLeaveDown, Enter: onChoose }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <TextInput
      ref={inputRef}
      size="sm"
      type="search"
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={query}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={handleKey}
      leftSection={<IconSearch size={15} />}
      rightSectionWidth={query ? 30 : 62}
      rightSection={
        query ? (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('search.clear')}
            onClick={() => onChange('')}
          >
            <IconX size={14} />
          </ActionIcon>
        ) : (
          <Kbd size="xs">Ctrl K</Kbd>
        )
      }
    />
  );
}
