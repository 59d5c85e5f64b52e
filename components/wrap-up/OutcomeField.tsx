import { SegmentedControl, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTACT_OUTCOMES, type ContactOutcome } from '../../knowledge/assessment/index.ts';

export interface OutcomeFieldProps {
  value: ContactOutcome | null;
  onChange: (outcome: ContactOutcome) => void;
  onDone: () => void;
}

/** Digits 1 to 4 choose and go on. */
export function OutcomeField({ value, onChange, onDone }: OutcomeFieldProps) {
  const { t } = useTranslation();
  const handleKey = (event: KeyboardEvent) => {
    const chosen = CONTACT_OUTCOMES[Number(event.key) - 1];
    if (!chosen || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChange(chosen);
    onDone();
  };
  return (
    <div onKeyDown={handleKey} role="presentation" data-field="outcome">
      <Text size="sm" fw={600} id="outcome-label">
        {t('wrapUp.outcome')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="outcome-label"
        value={value ?? ''}
        onChange={(chosen) => onChange(chosen as ContactOutcome)}
        data={CONTACT_OUTCOMES.map((outcome, at) => ({
          value: outcome,
          label: `${at + 1} ${t(`outcome.${outcome}`)}`,
        }))}
      />
    </div>
  );
}
