import { Alert, Button, CloseButton, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../state/copy-text.ts';
import type { Complaint, EscalationView } from '../state/complaint.ts';
import { QuietButton } from './QuietButton.tsx';

/** Open cards whole, the others in a line: one loud thing at a time. */
export function EscalationList({ complaint: { escalations, act } }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const quiet = escalations.filter(({ isOpen }) => !isOpen);
  const names = quiet.map(({ name }) => name).join(t('common.listSeparator'));
  return (
    <>
      {escalations
        .filter(({ isOpen }) => isOpen)
        .map((card) => (
          <EscalationDetails key={card.ruleId} card={card} act={act} />
        ))}
      {quiet.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('escalation.quiet', { names })}{' '}
          <QuietButton onClick={() => quiet[0] && act.toggleEscalation(quiet[0].ruleId, true)}>
            {t('escalation.show')}
          </QuietButton>
        </Text>
      )}
    </>
  );
}

function EscalationDetails({ card, act }: { card: EscalationView; act: Complaint['act'] }) {
  const { t } = useTranslation();
  const isVital = card.grounds.some(({ about }) => about === 'danger');
  const words = [...new Set(card.grounds.flatMap((ground) => ground.words.map((span) => span.words)))];
  return (
    <Alert
      p={8}
      variant={isVital ? 'light' : 'outline'}
      color={isVital ? 'red' : 'yellow'}
      icon={<IconUsers size={16} />}
      title={t('escalation.title', { who: card.who })}
      role={isVital ? 'alert' : 'group'}
      aria-label={t('escalation.title', { who: card.who })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Stack gap={4}>
        <Text size="xs">
          {card.name}
          {words.length > 0 && t('severity.words', { words: words.join(t('common.listSeparator')) })}
        </Text>
        <Text size="xs">{t('escalation.channel', { channel: card.channel })}</Text>
        {card.attach.length > 0 && (
          <Text size="xs">
            {t('escalation.attach', { list: card.attach.join(t('common.listSeparator')) })}
          </Text>
        )}
        <Text size="xs" p={4} bg="var(--mantine-color-body)" style={{ whiteSpace: 'pre-wrap' }} lineClamp={6}>
          {showOpenSlots(card, t('escalation.unknown'))}
        </Text>
        <Group gap={4} justify="space-between">
          <Group gap={4}>
            <Button size="compact-xs" onClick={() => copyText(showOpenSlots(card, t('escalation.unknown')))}>
              {t('escalation.copy')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => act.mute(card.ruleId, false)}>
              {t('complaint.muteHere')}
            </Button>
          </Group>
          <CloseButton
            size="sm"
            aria-label={t('common.close')}
            onClick={() => act.toggleEscalation(card.ruleId, false)}
          />
        </Group>
      </Stack>
    </Alert>
  );
}

/** What nobody could fill in says so, instead of looking like code. */
function showOpenSlots({ text }: EscalationView, unknown: string): string {
  return text.replace(/\{\{\w+\}\}/g, unknown);
}
