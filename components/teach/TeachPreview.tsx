import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listHosts, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import type { ConsoleReading, Message } from '../../knowledge/conversation/index.ts';
import type { ConsoleTeaching, TeachingState } from '../state/use-console-teaching.ts';

export interface TeachPreviewProps {
  preview: Extract<TeachingState, { phase: 'preview' }>;
  teaching: ConsoleTeaching;
  onKeep: (adapter: ConsoleAdapter) => void;
}

/** The chat as it would be read from now on, each line in the colour of who is taken to have written it. */
export function TeachPreview({ preview, teaching, onKeep }: TeachPreviewProps) {
  const { t } = useTranslation();
  const { taught, reading, evidence } = preview;
  return (
    <>
      <Text size="sm" fw={600} role="status">
        {t('teach.look')}
      </Text>
      <Lines reading={reading} />
      {evidence !== 'enough' && (
        <Alert p={8} color="yellow" role="status" title={t('teach.notEnough')}>
          {t(`teach.evidence.${evidence}`)}
        </Alert>
      )}
      <Trouble reading={reading} />
      <Text size="xs" c="dimmed">
        {t('teach.hosts', { hosts: listHosts(taught.adapter).join(t('common.listSeparator')) })}
      </Text>
      <Group gap="xs">
        <Button size="xs" disabled={evidence !== 'enough'} onClick={() => onKeep(taught.adapter)}>
          {t('teach.keep')}
        </Button>
        <Button size="xs" variant="default" onClick={teaching.swap}>
          {t('teach.swap')}
        </Button>
        <Button size="xs" variant="default" onClick={teaching.addNeither}>
          {t('teach.addNeither')}
        </Button>
        <Button size="xs" variant="subtle" onClick={teaching.begin}>
          {t('teach.again')}
        </Button>
      </Group>
    </>
  );
}

function Lines({ reading }: { reading: ConsoleReading | null }) {
  const { t } = useTranslation();
  const messages = reading?.conversation?.messages ?? [];
  return (
    <ul className="teach-lines" aria-label={t('teach.look')}>
      {messages.map((message) => (
        <Line key={message.id} message={message} />
      ))}
    </ul>
  );
}

function Line({ message: { role, text } }: { message: Message }) {
  const { t } = useTranslation();
  return (
    <li data-role={role}>
      <strong>{t(`teach.role.${role}`)}</strong>
      {text}
    </li>
  );
}

/** The rest of what reading says about itself, in the words the panel has for it anyway. */
function Trouble({ reading }: { reading: ConsoleReading | null }) {
  const { t } = useTranslation();
  const problem = reading?.health.problems.find((one) => one !== 'no-customer' && one !== 'fallback');
  if (!problem) return null;
  return (
    <Text size="xs" role="status">
      {t(`problem.${problem}.title`)}
    </Text>
  );
}
