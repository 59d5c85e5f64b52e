import { Button } from '@mantine/core';
import { IconDatabaseOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StorageFailure } from '../../knowledge/knowledge-base.ts';
import { StateCard } from './StateCard.tsx';

/** The databases cannot be opened. Nothing is deleted; the person is told and can try again. */
export function StorageTrouble({ reason }: { reason: StorageFailure }) {
  const { t } = useTranslation();
  return (
    <StateCard
      icon={<IconDatabaseOff size={20} />}
      tone="amber"
      title={t(`storage.${reason}.title`)}
      action={
        <Button size="xs" onClick={() => location.reload()}>
          {t('site.retry')}
        </Button>
      }
    >
      {t(`storage.${reason}.text`)}
    </StateCard>
  );
}
