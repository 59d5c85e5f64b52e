import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePanelStore } from '../state/panel-store.ts';
import { usePromiseActs } from '../state/use-promises.ts';
import { PromiseFacts, type PromiseRowProps } from './PromiseFacts.tsx';
import { TimeChoice } from './TimeChoice.tsx';
import { usePromiseClosing } from './use-promise-closing.ts';

/** A promise that is still owed, and what can become of it. Whether it was kept late is for the clock to say. */
export function OpenPromise({ leave, ...facts }: PromiseRowProps) {
  const { t } = useTranslation();
  const { promise } = facts.entry;
  const close = usePromiseClosing();
  const [isMoving, setIsMoving] = useState(false);
  const move = useMoving(promise.id, () => setIsMoving(false));
  const end = (outcome: 'done' | 'broken' | 'withdrawn') => leave(close(promise.id, outcome));
  return (
    <Stack gap={4}>
      <PromiseFacts {...facts} />
      <Group gap={4}>
        <Button size="compact-xs" variant="light" onClick={() => end('done')}>
          {t('promise.done')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={isMoving}
          onClick={() => setIsMoving(!isMoving)}
        >
          {t('promise.changeTime')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => end('broken')}>
          {t('promise.broken')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => end('withdrawn')}>
          {t('promise.withdrawn')}
        </Button>
      </Group>
      {isMoving && <TimeChoice isFocused dueAt={promise.dueAt} onChoose={move} />}
    </Stack>
  );
}

/** Another press takes the next time; there is nothing to undo. */
function useMoving(id: string, onMoved: () => void): (dueAt: number) => void {
  const { t } = useTranslation();
  const acts = usePromiseActs();
  return (dueAt) =>
    void acts.move(id, dueAt).then((moved) => {
      if (!moved?.ok) return;
      onMoved();
      usePanelStore.getState().notify({ kind: 'said', text: t('promise.moved'), undo: null });
    });
}
