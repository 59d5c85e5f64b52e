import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';

const SHOWN_WORDS = 3;

/** Why this card is here and how it has done so far. */
export function TrustLine({ suggestion: { matched, usage } }: { suggestion: Suggestion }) {
  const { t } = useTranslation();
  const reasons = [
    matched.length > 0 && t('card.because', { words: matched.slice(0, SHOWN_WORDS).join(' · ') }),
    usage.inserted > 0 && t('card.used', { times: usage.inserted }),
    usage.helpedShare !== null && t('card.helped', { percent: Math.round(usage.helpedShare * 100) }),
  ].filter(Boolean);
  const line = reasons.join(t('common.separator'));
  return (
    <Text size="xs" c="dimmed" truncate title={line}>
      {line}
    </Text>
  );
}
