import { Button, Group, Stack, Text } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateCard } from '../shell/StateCard.tsx';
import { focusSearchBox } from '../state/focus-search-box.ts';
import { usePanelStore } from '../state/panel-store.ts';
import type { Assist } from '../state/use-assist.ts';
import { canBeGap } from '../state/use-gap-notes.ts';
import type { SearchResults as Answer } from '../state/use-suggestions.ts';
import { CardList } from '../suggestions/CardList.tsx';
import { dropFilters, hasFilters } from './typed-query.ts';

export interface SearchResultsProps {
  assist: Assist;
  answer: Answer;
  shortcuts: readonly string[];
}

/** What the search box found, what was probably meant instead, and what to do when nothing was found. */
export function SearchResults({ assist, answer, shortcuts }: SearchResultsProps) {
  const { t } = useTranslation();
  const { suggestions, didYouMean } = answer;
  return (
    <Stack gap={8}>
      {didYouMean !== null && <DidYouMean query={didYouMean} />}
      {suggestions.length > 0 ? (
        <>
          <Text size="xs" c="dimmed" role="status">
            {t('search.count', { count: suggestions.length })}
          </Text>
          <CardList
            assist={assist}
            suggestions={suggestions}
            label={t('search.results')}
            shortcuts={shortcuts}
          />
        </>
      ) : (
        <NothingFound query={answer.query} />
      )}
    </Stack>
  );
}

function DidYouMean({ query }: { query: string }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} role="status">
      <Text size="sm" component="span">
        {t('search.didYouMean')}
      </Text>
      <Button size="compact-sm" variant="light" onClick={() => searchFor(query)}>
        {query}
      </Button>
    </Group>
  );
}

function NothingFound({ query }: { query: string }) {
  const { t } = useTranslation();
  const isFiltered = hasFilters(query);
  return (
    <StateCard
      icon={<IconSearchOff size={20} />}
      title={t('search.noneTitle')}
      action={
        isFiltered && (
          <Button size="xs" onClick={() => searchFor(dropFilters(query))}>
            {t('search.dropFilters')}
          </Button>
        )
      }
    >
      {isFiltered ? t('search.noneFiltered') : t('search.noneText')}
      {canBeGap(query) && <div>{t('search.noneNoted')}</div>}
    </StateCard>
  );
}

/** Puts the words into the box, and the hand back where it can go on typing. */
function searchFor(query: string): void {
  usePanelStore.getState().setQuery(query);
  focusSearchBox();
}
