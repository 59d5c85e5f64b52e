import { Group, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from '../contacts/describe-contact.ts';
import { useLocale } from '../i18n/use-locale.ts';
import type { ClockView, Complaint } from '../state/complaint.ts';
import { isDueSoon, sayLeft } from './say-clock.ts';
import { QuietButton } from './QuietButton.tsx';

/** The clock that matters now; all of them, with their sources, when asked. */
export function ClockList({ complaint: { clocks, act } }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [nearest] = clocks;
  if (!nearest) return null;
  const isLawRunning = clocks.some(({ rule }) => rule.kind === 'law');
  const shown = isOpen ? clocks : [nearest];
  return (
    <div className="complaint-part">
      <ul className="plain-list" aria-label={t('clock.title')}>
        {shown.map((clock) => (
          <ClockRow key={clock.rule.id} clock={clock} isOpen={isOpen} />
        ))}
      </ul>
      <Group gap={12}>
        <QuietButton isExpanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('clock.less') : t('clock.more', { count: clocks.length })}
        </QuietButton>
        {isOpen && isLawRunning && (
          <>
            <QuietButton onClick={() => act.startClock('appeal-filed')}>{t('clock.appealFiled')}</QuietButton>
            <QuietButton onClick={() => act.startClock('materials-complete')}>
              {t('clock.materialsComplete')}
            </QuietButton>
          </>
        )}
      </Group>
    </div>
  );
}

function ClockRow({ clock, isOpen }: { clock: ClockView; isOpen: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { rule, reading, isDone } = clock;
  const left = isDone ? t('clock.met') : sayLeft(reading, t);
  return (
    <li>
      <Group gap={6} justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="xs">
          <IconHourglass size={12} aria-hidden style={{ verticalAlign: '-1px' }} /> {rule.name[locale]}
        </Text>
        <Text
          size="xs"
          fw={isDueSoon(clock) ? 700 : 400}
          style={{ flexShrink: 0, maxWidth: '55%' }}
          ta="end"
          {...(reading.hasNumber ? { title: formatWhen(reading.dueAt, locale, 'exact') } : {})}
        >
          {left}
        </Text>
      </Group>
      {isOpen && <ClockSource clock={clock} />}
    </li>
  );
}

/** Where the number comes from, and when somebody last looked. */
function ClockSource({ clock: { rule, reading, startedAt } }: { clock: ClockView }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { title, address } = rule.source;
  const source = address ? `${title} ${new URL(address).host}` : title;
  return (
    <Stack gap={0} mb={6}>
      <Text size="xs" c="dimmed">
        {t(`clock.kind.${rule.kind}`)}
        {t('common.separator')}
        {t('clock.since', { when: formatWhen(startedAt, locale, 'short') })}
        {reading.hasNumber &&
          t('common.separator') + t('clock.due', { when: formatWhen(reading.dueAt, locale, 'short') })}
        {reading.hasNumber && reading.isEstimate && t('common.separator') + t('clock.estimate')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('clock.source', { source, date: rule.checkedOn })}
      </Text>
    </Stack>
  );
}
