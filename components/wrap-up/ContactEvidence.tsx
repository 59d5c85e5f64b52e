import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { formatDuration } from '../contacts/describe-contact.ts';
import { useSuggestionRecords } from '../state/use-contacts.ts';

/** What the machine already knows, shown beside the ratings instead of asked for. */
export function ContactEvidence({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const records = useSuggestionRecords(contact.id) ?? [];
  const inserted = records.filter(({ outcome }) => outcome === 'inserted').length;
  const facts = [
    contact.firstResponseMs === null
      ? t('evidence.noAnswer')
      : t('evidence.firstResponse', { time: formatDuration(contact.firstResponseMs, t) }),
    t('evidence.turns', { count: contact.customerTurns + contact.agentTurns }),
    t('evidence.inserted', { shown: records.length, inserted }),
  ];
  return (
    <Text size="xs" c="dimmed">
      {facts.join(t('common.separator'))}
    </Text>
  );
}
