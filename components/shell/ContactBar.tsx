import { ActionIcon, Group, Text } from '@mantine/core';
import { IconCheck, IconClock, IconKeyboard, IconSettings } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readOpenCustomerTurn, type HealthState } from '../../knowledge/conversation/index.ts';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import { SECOND } from '../../utils/time/clock.ts';
import { SeveritySlot } from '../complaint/ComplaintSlots.tsx';

export interface ContactBarProps {
  reading: TabReading | null;
  /** Whether a contact is being recorded that could be ended. */
  canEnd: boolean;
  onEnd: () => void;
  onSettings: () => void;
  onHelp: () => void;
}

const HEALTH_COLOUR: Record<HealthState, string> = { ok: 'teal', degraded: 'yellow', broken: 'red' };

/** Who, where, how well we read it, and how long the customer has been waiting. */
export function ContactBar({ reading, canEnd, onEnd, onSettings, onHelp }: ContactBarProps) {
  const { t } = useTranslation();
  const waitingSince = reading && findWaitingSince(reading);
  return (
    <Group className="panel-bar" gap={8} wrap="nowrap" justify="space-between">
      <WhoAndWhere reading={reading} />
      <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
        <SeveritySlot />
        {waitingSince !== null && <WaitingClock since={waitingSince} />}
        <BarAction
          label={`${t('contact.end')} (Alt+W)`}
          isDisabled={!canEnd}
          onClick={onEnd}
          icon={<IconCheck size={16} />}
        />
        <BarAction label={t('settings.title')} onClick={onSettings} icon={<IconSettings size={16} />} />
        <BarAction label={`${t('help.title')} (?)`} onClick={onHelp} icon={<IconKeyboard size={16} />} />
      </Group>
    </Group>
  );
}

/** When the first unanswered message came; where the console shows no time, when we saw it. */
function findWaitingSince({ conversation, observedAt }: TabReading): number | null {
  const turn = conversation && readOpenCustomerTurn(conversation);
  return turn ? (turn.messages[0]?.sentAt ?? observedAt) : null;
}

function WhoAndWhere({ reading }: Pick<ContactBarProps, 'reading'>) {
  const { t } = useTranslation();
  const conversation = reading?.conversation;
  return (
    <Group gap={6} wrap="nowrap" style={{ minWidth: 56 }}>
      {reading && <HealthDot state={reading.health.state} />}
      <Text size="sm" fw={600} truncate>
        {conversation ? (conversation.customerName ?? t('contact.unnamed')) : t('app.name')}
      </Text>
      {reading?.consoleId && (
        <Text size="xs" c="dimmed" truncate>
          {reading.consoleId === 'practice' ? t('practice.title') : reading.readBy?.name}
          {reading.readBy && t('common.separator') + t(`trust.${reading.readBy.trust}`)}
        </Text>
      )}
    </Group>
  );
}

function HealthDot({ state }: { state: HealthState }) {
  const { t } = useTranslation();
  const label = t(`health.${state}`);
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      style={{ color: `var(--mantine-color-${HEALTH_COLOUR[state]}-filled)` }}
    >
      {{ ok: '●', degraded: '◐', broken: '○' }[state]}
    </span>
  );
}

function BarAction({ label, icon, onClick, isDisabled = false }: BarActionProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      {icon}
    </ActionIcon>
  );
}

interface BarActionProps {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  isDisabled?: boolean;
}

function WaitingClock({ since }: { since: number }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / SECOND));
  const minutes = Math.floor(seconds / 60);
  // Beyond an hour the exact second helps nobody.
  const shown = minutes < 60 ? `${minutes}:${String(seconds % 60).padStart(2, '0')}` : '60+';
  return (
    <Text
      size="xs"
      component="span"
      role="timer"
      title={t('contact.waiting')}
      style={{ whiteSpace: 'nowrap' }}
    >
      <span className="visually-hidden">{t('contact.waiting')}</span>
      <IconClock size={12} aria-hidden style={{ verticalAlign: '-1px' }} /> {shown}
    </Text>
  );
}
