import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePromiseActs } from '../state/use-promises.ts';
import { PromiseFacts, type PromiseRowProps } from './PromiseFacts.tsx';

/** What became of a promise. A wrong key of an hour ago can still be taken back. */
export function ClosedPromise({ leave, ...facts }: PromiseRowProps) {
  const { t } = useTranslation();
  const { reopen } = usePromiseActs();
  const { id } = facts.entry.promise;
  return (
    <Stack gap={4} align="flex-start">
      <PromiseFacts {...facts} />
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() => leave(reopen(id).then((changed) => changed?.ok === true))}
      >
        {t('promise.reopen')}
      </Button>
    </Stack>
  );
}
