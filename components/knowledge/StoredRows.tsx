import { Button } from '@mantine/core';
import { IconDatabaseOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateCard } from '../shell/StateCard.tsx';
import { Waiting } from '../shell/Waiting.tsx';
import type { Stored } from '../state/use-stored.ts';

/** Draws what is stored once it is read; until then a quiet wait, and what to do when it cannot be read. */
export function StoredRows<TValue>({
  stored,
  children,
}: {
  stored: Stored<TValue>;
  children: (value: TValue) => ReactNode;
}) {
  if (stored.state === 'failed') return <ReadingTrouble />;
  return stored.state === 'reading' ? <Waiting /> : children(stored.value);
}

function ReadingTrouble() {
  const { t } = useTranslation();
  return (
    <StateCard
      icon={<IconDatabaseOff size={20} />}
      tone="amber"
      title={t('knowledge.failedTitle')}
      action={
        <Button size="xs" onClick={() => location.reload()}>
          {t('trouble.reload')}
        </Button>
      }
    >
      {t('storage.unavailable.text')}
    </StateCard>
  );
}
