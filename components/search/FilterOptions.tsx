import { Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FilterOption } from './complete-filter.ts';

export interface FilterOptionsProps {
  id: string;
  options: readonly FilterOption[];
  active: number;
  onChoose: (option: FilterOption) => void;
}

export const nameOption = (listId: string, at: number): string => `${listId}-${at}`;

/** Under the search box, over everything else: nothing moves when it opens. The focus stays in the box. */
export function FilterOptions({ id, options, active, onChoose }: FilterOptionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <span className="visually-hidden" role="status">
        {options.length > 0 && t('search.filterCount', { count: options.length })}
      </span>
      {options.length > 0 && (
        <Paper
          id={id}
          withBorder
          shadow="md"
          p={4}
          role="listbox"
          aria-label={t('search.filterValues')}
          className="filter-options"
        >
          {options.map((option, at) => (
            <UnstyledButton
              key={option.value}
              id={nameOption(id, at)}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              className="filter-option"
              // The click must not take the focus out of the box.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
            >
              <Group gap={8} wrap="nowrap" justify="space-between">
                <Text size="sm" component="span">
                  {option.label}
                </Text>
                <Text size="xs" c="dimmed" component="span">
                  {t('search.filterArticles', { count: option.count })}
                </Text>
              </Group>
            </UnstyledButton>
          ))}
        </Paper>
      )}
    </>
  );
}
