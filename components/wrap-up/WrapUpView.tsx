import { Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { describeContact, formatWhen } from '../contacts/describe-contact.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { StateCard } from '../shell/StateCard.tsx';
import { usePanelStore } from '../state/panel-store.ts';
import { useRecords } from '../state/records.ts';
import { sayNotStored } from '../state/say-not-stored.ts';
import { WrapUpForm } from './WrapUpForm.tsx';

/** Contacts waiting for their wrap-up; the open form of one of them. Later is fine, skipping too. */
export function WrapUpView({ pending }: { pending: Contact[] | undefined }) {
  const { t } = useTranslation();
  const { openWrapUp, go } = usePanelStore();
  const { contact, putOff } = useOpenForm(pending);
  if (!pending) return <Skeleton height={60} />;
  if (pending.length === 0) {
    return (
      <StateCard
        icon={<IconChecklist size={20} />}
        title={t('wrapUp.emptyTitle')}
        action={
          <Button size="xs" variant="default" onClick={() => go('assist')}>
            {t('wrapUp.backToAssist')}
          </Button>
        }
      >
        {t('wrapUp.emptyText')}
      </StateCard>
    );
  }
  if (contact) return <WrapUpForm key={contact.id} contact={contact} onLeave={putOff} />;
  return (
    <Stack gap={8}>
      <Text size="sm" c="dimmed">
        {t('wrapUp.pending', { count: pending.length })}
      </Text>
      {pending.map((waiting) => (
        <PendingContact key={waiting.id} contact={waiting} onOpen={() => openWrapUp(waiting.id)} />
      ))}
    </Stack>
  );
}

/** The contact whose form is open. One that waits alone opens by itself, and stays when others come. */
function useOpenForm(pending: Contact[] | undefined) {
  const { wrapUpContactId, openWrapUp } = usePanelStore();
  const [shownId, setShownId] = useState<string | null>(null);
  const [putOffId, setPutOffId] = useState<string | null>(null);
  const find = (wanted: string | null) => pending?.find(({ id }) => id === wanted);
  const alone = pending?.length === 1 ? pending.find(({ id }) => id !== putOffId) : undefined;
  const contact = find(wrapUpContactId) ?? find(shownId) ?? alone;
  if (contact && contact.id !== shownId) setShownId(contact.id);
  const putOff = () => {
    setPutOffId(shownId);
    setShownId(null);
    openWrapUp(null);
  };
  return { contact, putOff };
}

function PendingContact({ contact, onOpen }: { contact: Contact; onOpen: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { contacts } = useRecords();
  return (
    <Paper withBorder p={8}>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600} truncate>
            {describeContact(contact, t)}
          </Text>
          <Text size="xs" c="dimmed" title={formatWhen(contact.startedAt, locale, 'exact')}>
            {formatWhen(contact.startedAt, locale, 'short')}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => {
              contacts
                .skipWrapUp(contact.id)
                .catch((error: unknown) => sayNotStored('panel/skip-wrap-up', error));
            }}
          >
            {t('wrapUp.skip')}
          </Button>
          <Button size="compact-xs" onClick={onOpen}>
            {t('wrapUp.open')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
