import { Button, Skeleton, Stack } from '@mantine/core';
import { IconMessageCircle, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SignalSlot } from '../complaint/ComplaintSlots.tsx';
import { EmptySearch } from '../search/EmptySearch.tsx';
import { SearchResults } from '../search/SearchResults.tsx';
import { StateCard } from '../shell/StateCard.tsx';
import type { Assist } from '../state/use-assist.ts';
import { useSlowness } from '../state/use-slowness.ts';
import { CardList } from './CardList.tsx';
import { CustomerLine } from './CustomerLine.tsx';

export interface AssistViewProps {
  assist: Assist;
  shortcuts: readonly string[];
  /** True while the customer waits for an answer and its cards are being looked for. */
  isLookingUp: boolean;
}

/** The customer's open question and up to three scripts for it; or what the search box found. */
export function AssistView({ assist, shortcuts, isLookingUp }: AssistViewProps) {
  if (assist.hasFailed) return <SearchTrouble />;
  if (assist.isBrowsing) return <EmptySearch assist={assist} shortcuts={shortcuts} />;
  if (assist.isSearching) {
    const { answer } = assist;
    return answer ? <SearchResults assist={assist} answer={answer} shortcuts={shortcuts} /> : <Loading />;
  }
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
      <SignalSlot />
      {set.suggestions.length > 0 ? (
        <CardList
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
  const isSlow = useSlowness();
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
