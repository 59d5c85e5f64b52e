import { Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { describeContact, formatWhen } from '../contacts/describe-contact.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { StateCard } from '../shell/StateCard.tsx';
import { usePanelStore } from '../state/panel-store.ts';
import { useRecords } from '../state/records.ts';
import { WrapUpForm } from './WrapUpForm.tsx';

/** Contacts waiting for their wrap-up; the open form of one of them. Later is fine, skipping too. */
export function WrapUpView({ pending }: { pending: Contact[] | undefined }) {
  const { t } = useTranslation();
  const { wrapUpContactId, openWrapUp } = usePanelStore();
  if (!pending) return <Skeleton height={60} />;
  const open =
    pending.find(({ id }) => id === wrapUpContactId) ?? (pending.length === 1 ? pending[0] : undefined);
  if (pending.length === 0) {
    return (
      <StateCard icon={<IconChecklist size={20} />} title={t('wrapUp.emptyTitle')}>
        {t('wrapUp.emptyText')}
      </StateCard>
    );
  }
  if (open) return <WrapUpForm key={open.id} contact={open} onLeave={() => openWrapUp(null)} />;
  return (
    <Stack gap={8}>
      <Text size="sm" c="dimmed">
        {t('wrapUp.pending', { count: pending.length })}
      </Text>
      {pending.map((contact) => (
        <PendingContact key={contact.id} contact={contact} onOpen={() => openWrapUp(contact.id)} />
      ))}
    </Stack>
  );
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
            onClick={() => void contacts.skipWrapUp(contact.id)}
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
