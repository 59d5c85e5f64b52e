import { Button, Group, Stack, Text } from '@mantine/core';
import { IconStar } from '@tabler/icons-react';
import type { FocusEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FILTER_NAMES } from '../../knowledge/search/index.ts';
import { StateCard } from '../shell/StateCard.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import { focusSearchBox } from '../state/focus-search-box.ts';
import { usePanelStore } from '../state/panel-store.ts';
import type { Assist } from '../state/use-assist.ts';
import { CardList } from '../suggestions/CardList.tsx';

export interface EmptySearchProps {
  assist: Assist;
  shortcuts: readonly string[];
}

/** The box is open and empty: what was used most and lately, or how to search before anything was used. */
export function EmptySearch({ assist, shortcuts }: EmptySearchProps) {
  const { t } = useTranslation();
  const { closeSearch } = usePanelStore.getState();
  const waiting = assist.set?.suggestions.length ?? 0;
  return (
    <Stack gap={8} data-keeps-search onBlur={leaveWithWindow}>
      {waiting > 0 && (
        <Button size="compact-xs" variant="light" radius="xl" onMouseDown={keepFocus} onClick={closeSearch}>
          {t('search.backToCards', { count: waiting })}
        </Button>
      )}
      {assist.answer ? <Favourites assist={assist} shortcuts={shortcuts} /> : <Waiting />}
      <FilterHint />
    </Stack>
  );
}

function Favourites({ assist, shortcuts }: EmptySearchProps) {
  const { t } = useTranslation();
  if (assist.suggestions.length === 0) {
    return (
      <StateCard icon={<IconStar size={20} />} title={t('search.favouritesEmptyTitle')}>
        {t('search.favouritesEmptyText')}
      </StateCard>
    );
  }
  return (
    <>
      <Text size="sm" fw={600} component="h2" m={0}>
        {t('search.favourites')}
      </Text>
      <CardList
        assist={assist}
        suggestions={assist.suggestions}
        label={t('search.favourites')}
        shortcuts={shortcuts}
      />
    </>
  );
}

/** Names the filters and begins one at a click. */
function FilterHint() {
  const { t } = useTranslation();
  const { query, setQuery } = usePanelStore();
  const begin = (name: string) => {
    setQuery(`${query}${name}:`);
    focusSearchBox();
  };
  return (
    <Group gap={4} component="section" aria-label={t('search.filters')}>
      <Text size="xs" c="dimmed">
        {t('search.filters')}
      </Text>
      {FILTER_NAMES.map((name) => (
        <Button
          key={name}
          size="compact-xs"
          variant="default"
          title={t(`filter.${name}`)}
          onMouseDown={keepFocus}
          onClick={() => begin(name)}
        >
          {`${name}:`}
        </Button>
      ))}
    </Group>
  );
}

/** The box would lose the focus, and with it this view would go before the click arrives. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** Back in the console, the customer's cards are what counts; a form half filled in stays. */
function leaveWithWindow({ relatedTarget }: FocusEvent): void {
  const { slotFormArticleId, browse } = usePanelStore.getState();
  if (!relatedTarget && !document.hasFocus() && slotFormArticleId === null) browse(false);
}
