import { Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/use-locale.ts';
import { usePanelStore } from '../state/panel-store.ts';
import type { OfferedPromise } from '../state/promise-offers.ts';
import { usePromiseKey } from '../state/use-promise-key.ts';
import { usePromiseActs } from '../state/use-promises.ts';
import { sayWhen } from './say-promise.ts';
import { TimeChoice } from './TimeChoice.tsx';

const PROMISE_KEY = 'Alt+J';

/** One line, once for each promise: shall it be kept in mind? */
export function OfferLine({ offer }: { offer: OfferedPromise }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { dueAt, action, words } = offer.read;
  const [isChoosing, setIsChoosing] = useState(dueAt === null);
  const [isFocused, setIsFocused] = useState(false);
  const { record, decline } = useOfferActs(offer);
  const chooseTime = () => {
    setIsChoosing(true);
    setIsFocused(true);
  };
  usePromiseKey(() => (dueAt === null ? chooseTime() : record(dueAt)));
  const what = t(`promise.action.${action}`);
  const [now] = useState(Date.now);
  return (
    <Stack
      gap={4}
      component="section"
      className="promise-line"
      aria-label={t('promise.title')}
      data-promise-offer
    >
      <Text size="xs" role="status" title={words}>
        <IconBell size={12} aria-hidden />{' '}
        {dueAt === null
          ? t('promise.offerUndated', { what })
          : t('promise.offer', { what, when: sayWhen(dueAt, { t, locale, now }) })}
      </Text>
      {isChoosing && <TimeChoice dueAt={dueAt} isFocused={isFocused} onChoose={record} />}
      <Group gap={4}>
        {dueAt !== null && (
          <Button
            size="compact-xs"
            onClick={() => record(dueAt)}
            rightSection={<Kbd size="xs">{PROMISE_KEY}</Kbd>}
          >
            {t('promise.record')}
          </Button>
        )}
        {!isChoosing && (
          <Button size="compact-xs" variant="default" onClick={chooseTime}>
            {t('promise.changeTime')}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" color="gray" onClick={decline}>
          {t('promise.decline')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Both can be taken back: a key is pressed quickly. */
function useOfferActs(offer: OfferedPromise) {
  const { t } = useTranslation();
  const acts = usePromiseActs();
  const { notify } = usePanelStore.getState();
  return {
    record: (dueAt: number) =>
      void acts.record(offer, dueAt).then((promise) => {
        if (!promise) return;
        const undo = async () => void (await acts.close(promise.id, 'withdrawn'));
        notify({ kind: 'said', text: t('promise.recorded'), undo });
      }),
    decline: () =>
      void acts
        .decline(offer)
        .then(() =>
          notify({ kind: 'said', text: t('promise.declined'), undo: () => acts.takeBackDecline(offer) }),
        ),
  };
}
