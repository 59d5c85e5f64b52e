import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readUrgency } from '../../knowledge/promises/index.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { usePanelStore } from '../state/panel-store.ts';
import type { Pressing } from '../state/use-promises.ts';
import { sayTimeLeft } from './say-promise.ts';
import { usePromiseClosing } from './use-promise-closing.ts';

/** The promise that presses most, until it is closed or put off for now. */
export function DueLine({ pressing, now }: { pressing: Pressing; now: number }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const close = usePromiseClosing();
  const { go } = usePanelStore.getState();
  const [putOff, setPutOff] = useState('');
  const { promise, label, count } = pressing;
  // Put off while it is due soon, it comes again once it is overdue; so does another one.
  const state = `${promise.id} ${readUrgency(promise, now)} ${count}`;
  if (state === putOff) return null;
  return (
    <Stack
      gap={4}
      component="section"
      className="promise-line"
      aria-label={t('promise.title')}
      data-promise-due
    >
      <Text size="xs" role="status">
        <IconBellRinging size={12} aria-hidden />{' '}
        {t('promise.due', {
          who: label || t('contact.unnamed'),
          what: t(`promise.action.${promise.action}`),
          time: sayTimeLeft(promise, { t, locale, now }),
        })}
      </Text>
      <Group gap={4}>
        <Button size="compact-xs" variant="light" onClick={() => void close(promise.id, 'done')}>
          {t('promise.done')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => go('promises')}>
          {t('promise.openLedger', { count })}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setPutOff(state)}>
          {t('promise.later')}
        </Button>
      </Group>
    </Stack>
  );
}
