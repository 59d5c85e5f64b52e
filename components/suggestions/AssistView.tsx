import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconMessageCircle, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateCard } from '../shell/StateCard.tsx';
import { usePanelStore } from '../state/panel-store.ts';
import type { Assist } from '../state/use-assist.ts';
import { useDelayed } from '../state/use-delayed.ts';
import { CustomerLine } from './CustomerLine.tsx';
import { SuggestionList } from './SuggestionList.tsx';

const SKELETON_AFTER_MS = 300;

export interface AssistViewProps {
  assist: Assist;
  shortcuts: readonly string[];
  /** True while the customer waits for an answer and its cards are being looked for. */
  isLookingUp: boolean;
}

/** The customer's open question and up to three scripts for it; or what the search box found. */
export function AssistView({ assist, shortcuts, isLookingUp }: AssistViewProps) {
  if (assist.hasFailed) return <SearchTrouble />;
  if (assist.isSearching) return <SearchResults assist={assist} shortcuts={shortcuts} />;
  if (!assist.set) return isLookingUp ? <Loading /> : <WaitingForCustomer />;
  return <Cards assist={assist} set={assist.set} shortcuts={shortcuts} />;
}

function Cards({
  assist,
  set,
  shortcuts,
}: Pick<AssistViewProps, 'shortcuts' | 'assist'> & { set: NonNullable<Assist['set']> }) {
  const { t } = useTranslation();
  return (
    <Stack gap={8}>
      <CustomerLine text={set.turn.text} suggestions={set.suggestions} />
      {set.suggestions.length > 0 ? (
        <Results
          assist={assist}
          suggestions={set.suggestions}
          label={t('assist.cards')}
          shortcuts={shortcuts}
        />
      ) : (
        <StateCard icon={<IconSearchOff size={20} />} title={t('assist.noneTitle')}>
          {t('assist.noneText')}
        </StateCard>
      )}
    </Stack>
  );
}

function SearchResults({ assist, shortcuts }: Pick<AssistViewProps, 'shortcuts' | 'assist'>) {
  const { t } = useTranslation();
  if (!assist.results) return <Loading />;
  if (assist.results.length === 0) {
    return (
      <StateCard icon={<IconSearchOff size={20} />} title={t('search.noneTitle')}>
        {t('search.noneText')}
      </StateCard>
    );
  }
  return (
    <Stack gap={8}>
      <Text size="xs" c="dimmed" role="status">
        {t('search.count', { count: assist.results.length })}
      </Text>
      <Results
        assist={assist}
        suggestions={assist.results}
        label={t('search.results')}
        shortcuts={shortcuts}
      />
    </Stack>
  );
}

function Results({
  assist,
  suggestions,
  label,
  shortcuts,
}: Pick<AssistViewProps, 'shortcuts' | 'assist'> & {
  suggestions: Assist['results'] & object;
  label: string;
}) {
  const { slotFormArticleId, askForSlots } = usePanelStore();
  return (
    <SuggestionList
      label={label}
      suggestions={suggestions}
      values={assist.values}
      shortcuts={shortcuts}
      slotFormArticleId={slotFormArticleId}
      isNewerWaiting={assist.isNewerWaiting && !assist.isSearching}
      onLetIn={assist.letIn}
      onHoldChange={assist.hold}
      onInsert={assist.insert}
      onCopy={assist.copy}
      onOpen={assist.open}
      onDismiss={assist.isSearching ? undefined : assist.dismiss}
      onCancelSlots={() => askForSlots(null)}
    />
  );
}

function SearchTrouble() {
  const { t } = useTranslation();
  return (
    <StateCard
      icon={<IconSearchOff size={20} />}
      tone="amber"
      title={t('search.failedTitle')}
      action={
        <Button size="xs" onClick={() => location.reload()}>
          {t('trouble.reload')}
        </Button>
      }
    >
      {t('search.failedText')}
    </StateCard>
  );
}

function WaitingForCustomer() {
  const { t } = useTranslation();
  return (
    <StateCard icon={<IconMessageCircle size={20} />} title={t('assist.waitingTitle')}>
      {t('assist.waitingText')}
    </StateCard>
  );
}

function Loading() {
  const isSlow = useDelayed(SKELETON_AFTER_MS);
  const { t } = useTranslation();
  if (!isSlow) return null;
  return (
    <Stack gap={8} role="status" aria-label={t('common.loading')}>
      <Skeleton height={32} />
      <Skeleton height={84} />
      <Skeleton height={84} />
    </Stack>
  );
}
