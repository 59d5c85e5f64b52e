import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconBell, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SECOND } from '../../utils/time/clock.ts';
import { RecordList } from '../knowledge/RecordList.tsx';
import { PlaceHeading } from '../shell/PlaceHeading.tsx';
import { StateCard } from '../shell/StateCard.tsx';
import { useNow } from '../state/use-now.ts';
import { useLedger, type Ledger, type LedgerEntry } from '../state/use-promises.ts';
import { ClosedPromise } from './ClosedPromise.tsx';
import { OpenPromise } from './OpenPromise.tsx';
import './promises.css';

export interface PromisesViewProps {
  onBack: () => void;
  /** Leads to a contact by its id. */
  onContact: (contactId: string) => void;
}

/** The ledger of promises (承诺台账): what is owed, what presses first, and what became of the rest. */
export function PromisesView({ onBack, onContact }: PromisesViewProps) {
  const { t } = useTranslation();
  const ledger = useLedger();
  return (
    <Stack gap="sm" component="section" aria-label={t('promise.title')} data-place-body tabIndex={-1}>
      <PlaceHeading title={t('promise.title')} onBack={onBack} />
      <Text size="xs" c="dimmed">
        <IconLock size={12} aria-hidden /> {t('promise.private')}
      </Text>
      {ledger.state === 'reading' && <Skeleton height={60} />}
      {ledger.state === 'failed' && <Text size="sm">{t('promise.unreadable')}</Text>}
      {ledger.state === 'read' && <Lists ledger={ledger.value} onContact={onContact} onBack={onBack} />}
    </Stack>
  );
}

const identify = ({ promise }: LedgerEntry) => promise.id;

function Lists({ ledger, onContact, onBack }: { ledger: Ledger } & PromisesViewProps) {
  const { t } = useTranslation();
  const now = useNow(15 * SECOND);
  const { open, closed, hidden } = ledger;
  if (open.length === 0 && closed.length === 0) return <NoPromises onBack={onBack} />;
  return (
    <>
      {open.length === 0 ? (
        <Text size="sm">{t('promise.allDone')}</Text>
      ) : (
        <RecordList
          label={t('promise.open')}
          rows={open}
          identify={identify}
          renderRow={(entry, leave) => (
            <OpenPromise entry={entry} now={now} leave={leave} onContact={onContact} />
          )}
        />
      )}
      {hidden > 0 && (
        <Text size="xs" c="dimmed">
          {t('promise.hidden', { count: hidden })}
        </Text>
      )}
      {closed.length > 0 && (
        <>
          <Text fw={600} size="sm" component="h3" m={0}>
            {t('promise.closedTitle')}
          </Text>
          <RecordList
            label={t('promise.closedTitle')}
            rows={closed}
            identify={identify}
            renderRow={(entry, leave) => (
              <ClosedPromise entry={entry} now={now} leave={leave} onContact={onContact} />
            )}
          />
        </>
      )}
    </>
  );
}

function NoPromises({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <StateCard
      icon={<IconBell size={20} />}
      title={t('promise.emptyTitle')}
      action={
        <Button size="xs" variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
      }
    >
      {t('promise.emptyText')}
    </StateCard>
  );
}
