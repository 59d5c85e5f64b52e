import { Button, Group, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useArrivalFocus } from './use-arrival-focus.ts';

/** Names a place that has a way back. Who comes here by a button that is gone now begins at its name. */
export function PlaceHeading({ title, onBack }: { title: string; onBack: () => void }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrivalFocus(heading);
  return (
    <Group justify="space-between">
      <Text ref={heading} fw={600} component="h2" m={0} tabIndex={-1}>
        {title}
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={onBack}>
        {t('common.back')}
      </Button>
    </Group>
  );
}
