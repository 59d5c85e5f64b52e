import { Group, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SEVERITIES, SEVERITY_NAMES, type Ground, type Severity } from '../../knowledge/complaints/index.ts';
import { useLocale } from '../i18n/use-locale.ts';
import type { Complaint } from '../state/complaint.ts';
import { findNearestClock } from '../state/complaint-clocks.ts';
import { isDueSoon, sayShort } from './say-clock.ts';

/** How bad, and how long there is; opened, it says why, what that starts, and lets the agent know better. */
export function SeverityChip({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const { judgement, clocks } = complaint;
  const name = SEVERITY_NAMES[judgement.level][locale];
  const nearest = findNearestClock(clocks);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={300} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className="severity-chip"
          data-level={judgement.level}
          aria-expanded={isOpen}
          title={t('severity.open')}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconAlertTriangle size={12} aria-hidden />
          {name}
          {nearest && (
            <span className="chip-clock" data-soon={isDueSoon(nearest) || undefined}>
              <IconHourglass size={11} aria-hidden /> {sayShort(nearest.reading, t)}
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={12} aria-label={t('severity.title')}>
        <SeverityReasons complaint={complaint} />
      </Popover.Dropdown>
    </Popover>
  );
}

function SeverityReasons({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { judgement, judged, clocks, escalations, kept } = complaint;
  const { urgency, quadrant, reasons } = judgement;
  return (
    <Stack gap={8}>
      <Text size="sm" fw={600}>
        {SEVERITY_NAMES[judgement.level][locale]}
        {t('common.separator')}
        {t(`urgency.${urgency}`)}
        {quadrant && t('common.separator') + t(`quadrant.${quadrant}`)}
      </Text>
      <ul className="plain-list">
        {reasons.map(({ ruleId, name, grounds }) => (
          <li key={ruleId}>
            <Text size="xs">
              {name[locale]}
              <Words grounds={grounds} />
            </Text>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {t('severity.starts', { clocks: clocks.length, people: escalations.length })}
      </Text>
      <CorrectLevel level={judgement.level} onChange={complaint.act.correct} />
      {kept?.correction && (
        <Text size="xs" c="dimmed">
          {t('severity.corrected', { level: SEVERITY_NAMES[judged][locale] })}
        </Text>
      )}
    </Stack>
  );
}

function Words({ grounds }: { grounds: readonly Ground[] }) {
  const { t } = useTranslation();
  const words = [...new Set(grounds.flatMap((ground) => ground.words.map((span) => span.words)))];
  if (words.length === 0) return null;
  return (
    <Text span c="dimmed" inherit>
      {t('severity.words', { words: words.slice(0, 3).join(t('common.listSeparator')) })}
    </Text>
  );
}

function CorrectLevel({ level, onChange }: { level: Severity; onChange: (level: Severity) => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Group gap={4}>
      <Text size="xs" id="correct-level">
        {t('severity.correct')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        w="100%"
        aria-labelledby="correct-level"
        value={level}
        onChange={(chosen) => onChange(chosen)}
        data={SEVERITIES.map((value) => ({ value, label: SEVERITY_NAMES[value][locale] }))}
      />
    </Group>
  );
}
