import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fillTemplate, type FillContext, type SlotValues } from '../../knowledge/articles/index.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { listForbidden } from '../state/forbidden-words.ts';
import { useDraftRules } from '../state/use-draft-rules.ts';

export interface ScriptWarningProps {
  template: string;
  values: SlotValues;
  context: FillContext;
}

/** What this script must not say, before it goes in: written by us or not, the customer reads it as ours. */
export function ScriptWarning({ template, values, context }: ScriptWarningProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { rules: list, muted } = useDraftRules() ?? {};
  const text = fillTemplate(template, values, context) ?? template;
  const found = useMemo(
    () => (list && muted ? listForbidden(text, { rules: list, muted, locale })[0] : undefined),
    [text, list, muted, locale],
  );
  if (!found) return null;
  return (
    <Text size="xs" mt={4} c="var(--mantine-color-yellow-light-color)" data-script-warning>
      <IconAlertTriangle size={12} aria-hidden />{' '}
      {t('draft.script', { words: found.words, reason: found.reason })}
    </Text>
  );
}
