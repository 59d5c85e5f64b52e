import { Badge, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconBell, IconBook2, IconHistory, IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { GENERAL_SERVICE_RUBRIC } from '../../knowledge/assessment/index.ts';
import { StateCard } from '../shell/StateCard.tsx';
import { useArrivalFocus } from '../shell/use-arrival-focus.ts';
import { usePanelStore } from '../state/panel-store.ts';
import { useRecentContacts, type ContactEntry } from '../state/use-contacts.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { describeContact, formatDuration, formatWhen } from './describe-contact.ts';

/** My contacts, newest first. Private to this browser, and says so. The way to what the search has learned. */
export function MyContactsView({ onPractice }: { onPractice: () => void }) {
  const { t } = useTranslation();
  const shownContactId = usePanelStore((state) => state.shownContactId);
  const entries = useRecentContacts(shownContactId);
  // Back from there, the hand is where it was.
  const knowledgeButton = useRef<HTMLButtonElement>(null);
  useArrivalFocus(knowledgeButton);
  const openKnowledge = () => usePanelStore.getState().go('knowledge');
  return (
    <Stack gap={8}>
      <Button
        ref={knowledgeButton}
        size="xs"
        variant="light"
        leftSection={<IconBook2 size={14} />}
        onClick={openKnowledge}
        data-opens="knowledge"
      >
        {t('knowledge.open')}
      </Button>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconBell size={14} />}
        onClick={() => usePanelStore.getState().go('promises')}
        data-opens="promises"
      >
        {t('promise.openPlace')}
      </Button>
      {entries ? <Entries entries={entries} onPractice={onPractice} /> : <Skeleton height={60} />}
    </Stack>
  );
}

function Entries({ entries, onPractice }: { entries: ContactEntry[]; onPractice: () => void }) {
  const { t } = useTranslation();
  if (entries.length === 0) {
    return (
      <StateCard
        icon={<IconHistory size={20} />}
        title={t('mine.emptyTitle')}
        action={
          <Button size="xs" variant="default" onClick={onPractice}>
            {t('practice.open')}
          </Button>
        }
      >
        {t('mine.emptyText')}
      </StateCard>
    );
  }
  return (
    <Stack gap={8}>
      <Text size="xs" c="dimmed">
        <IconLock size={12} aria-hidden /> {t('mine.private')}
      </Text>
      <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('mine.title')}>
        {entries.map((entry) => (
          <ContactItem key={entry.contact.id} {...entry} />
        ))}
      </Stack>
    </Stack>
  );
}

function ContactItem({ contact, assessment }: ContactEntry) {
  const { t } = useTranslation();
  const locale = useLocale();
  const openWrapUp = usePanelStore(({ openWrapUp: open }) => open);
  const item = useShownItem(contact.id);
  const facts = [
    formatWhen(contact.startedAt, locale, 'short'),
    contact.firstResponseMs !== null &&
      t('evidence.firstResponse', { time: formatDuration(contact.firstResponseMs, t) }),
  ].filter(Boolean);
  return (
    <Paper ref={item} withBorder p={8} component="li" data-contact={contact.id} tabIndex={-1}>
      <Group justify="space-between" wrap="nowrap" gap={6}>
        <Text size="sm" fw={600} truncate>
          {assessment?.topic || describeContact(contact, t)}
        </Text>
        {contact.wrapUp === 'pending' ? (
          <Button size="compact-xs" variant="light" onClick={() => openWrapUp(contact.id)}>
            {t('wrapUp.open')}
          </Button>
        ) : (
          <StateBadge contact={contact} assessment={assessment} />
        )}
      </Group>
      <Text size="xs" c="dimmed" title={formatWhen(contact.startedAt, locale, 'exact')}>
        {assessment?.topic ? `${describeContact(contact, t)}${t('common.separator')}` : ''}
        {facts.join(t('common.separator'))}
      </Text>
      {assessment && <AssessmentLines assessment={assessment} />}
    </Paper>
  );
}

/** Who comes from a promise to its contact finds it under the eye and the hand. */
function useShownItem(contactId: string) {
  const item = useRef<HTMLLIElement>(null);
  const isShown = usePanelStore((state) => state.shownContactId === contactId);
  useEffect(() => {
    if (isShown) item.current?.focus();
  }, [isShown]);
  return item;
}

function StateBadge({ contact, assessment }: ContactEntry) {
  const { t } = useTranslation();
  return (
    <Badge size="sm" variant="light" color={assessment ? 'teal' : 'gray'} tt="none" style={{ flexShrink: 0 }}>
      {assessment ? t(`outcome.${assessment.outcome}`) : t(`wrapUpState.${contact.wrapUp}`)}
    </Badge>
  );
}

function AssessmentLines({ assessment }: { assessment: NonNullable<ContactEntry['assessment']> }) {
  const locale = useLocale();
  return (
    <>
      <Text size="xs" c="dimmed">
        {GENERAL_SERVICE_RUBRIC.criteria.map(({ id, name }) => (
          <span key={id} className="together">{`${name[locale]} ${assessment.ratings[id] ?? '–'}`}</span>
        ))}
      </Text>
      {assessment.note && <Text size="xs">{assessment.note}</Text>}
    </>
  );
}
