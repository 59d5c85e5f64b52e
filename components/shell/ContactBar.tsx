import { ActionIcon, Group, Menu, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconDots, IconKeyboard, IconSettings } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOpenCustomerTurn, type HealthState } from '../../knowledge/conversation/index.ts';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import { SECOND } from '../../utils/time/clock.ts';

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
  const conversation = reading?.conversation;
  const turn = conversation ? readOpenCustomerTurn(conversation) : null;
  const waitingSince = turn ? (turn.messages[0]?.sentAt ?? reading?.observedAt ?? null) : null;
  return (
    <Group className="panel-bar" gap={8} wrap="nowrap" justify="space-between">
      <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
        {reading && <HealthDot state={reading.health.state} />}
        <Text size="sm" fw={600} truncate>
          {conversation ? (conversation.customerName ?? t('contact.unnamed')) : t('app.name')}
        </Text>
        {reading?.consoleId && (
          <Text size="xs" c="dimmed" truncate>
            {reading.consoleId === 'practice' ? t('practice.title') : CONSOLE_NAMES[reading.consoleId]}
          </Text>
        )}
      </Group>
      <Group gap={4} wrap="nowrap">
        {waitingSince !== null && <WaitingClock since={waitingSince} />}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('contact.menu')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconCheck size={14} />} disabled={!canEnd} onClick={onEnd} rightSection={<KeyHint>Alt+W</KeyHint>}>
              {t('contact.end')}
            </Menu.Item>
            <Menu.Item leftSection={<IconSettings size={14} />} onClick={onSettings}>
              {t('settings.title')}
            </Menu.Item>
            <Menu.Item leftSection={<IconKeyboard size={14} />} onClick={onHelp} rightSection={<KeyHint>?</KeyHint>}>
              {t('help.title')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Group>
  );
}

/** Names of consoles are names: not translated. */
const CONSOLE_NAMES: Record<string, string> = { converse: 'Converse.js', 'the-lounge': 'The Lounge' };

function HealthDot({ state }: { state: HealthState }) {
  const { t } = useTranslation();
  const label = t(`health.${state}`);
  return (
    <Tooltip label={label}>
      <span
        role="img"
        aria-label={label}
        className={`health health-${state}`}
        style={{ color: `var(--mantine-color-${HEALTH_COLOUR[state]}-filled)` }}
      >
        {{ ok: '●', degraded: '◐', broken: '○' }[state]}
      </span>
    </Tooltip>
  );
}

function KeyHint({ children }: { children: string }) {
  return (
    <Text size="xs" c="dimmed" component="kbd">
      {children}
    </Text>
  );
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
    <Tooltip label={t('contact.waiting')}>
      <Text size="xs" component="span" aria-label={`${t('contact.waiting')} ${shown}`} style={{ whiteSpace: 'nowrap' }}>
        ⏱ {shown}
      </Text>
    </Tooltip>
  );
}
