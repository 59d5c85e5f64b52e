import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signal } from '../../knowledge/signals/index.ts';
import type { Complaint } from '../state/complaint.ts';
import { listChips, type Chip } from './list-chips.ts';

const SHOWN_WORDS = 4;

/** What the customer's words give away, quietly; each says by which words and which rule. */
export function SignalChips({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const chips = listChips(complaint.signals, t);
  const isMarkable = complaint.judgement.level === 'none' && chips.length > 0;
  if (chips.length === 0) return null;
  return (
    <ul className="signal-chips" aria-label={t('complaint.signals')}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <SignalChip chip={chip} onMute={complaint.act.mute} />
        </li>
      ))}
      {isMarkable && (
        <li>
          <button type="button" className="signal-chip" onClick={() => complaint.act.correct('ordinary')}>
            {t('complaint.mark')}
          </button>
        </li>
      )}
    </ul>
  );
}

interface SignalChipProps {
  chip: Chip;
  onMute: (ruleId: string, isForGood: boolean) => void;
}

function SignalChip({ chip, onMute }: SignalChipProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const mute = (isForGood: boolean) => {
    setIsOpen(false);
    onMute(chip.signal.ruleId, isForGood);
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={280} position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className="signal-chip"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {chip.label}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={12} aria-label={chip.label}>
        <Stack gap={8}>
          <Why signal={chip.signal} />
          <Group gap={4}>
            <Button size="compact-xs" variant="light" onClick={() => mute(false)}>
              {t('complaint.muteHere')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => mute(true)}>
              {t('complaint.muteAlways')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Why({ signal: { evidence, ruleId, confidence } }: { signal: Signal }) {
  const { t } = useTranslation();
  const words = [...new Set(evidence.map((span) => span.words))].slice(0, SHOWN_WORDS);
  return (
    <div>
      <Text size="xs" style={{ whiteSpace: 'pre-wrap' }} lineClamp={4}>
        {t('complaint.becauseWords', { words: words.join(t('common.listSeparator')) })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('complaint.byRule', { rule: ruleId, percent: Math.round(confidence * 100) })}
      </Text>
    </div>
  );
}
