import { Highlight, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';

export interface CustomerLineProps {
  text: string;
  suggestions: readonly Suggestion[];
}

/** The words we answer, with those marked that led to the cards. */
export function CustomerLine({ text, suggestions }: CustomerLineProps) {
  const { t } = useTranslation();
  const evidence = [...new Set(suggestions.flatMap(({ matched }) => matched))];
  return (
    <Text
      size="sm"
      c="dimmed"
      lineClamp={2}
      aria-label={t('assist.customerSaid')}
      component="blockquote"
      m={0}
    >
      <Highlight component="span" highlight={evidence}>
        {`“${text}”`}
      </Highlight>
    </Text>
  );
}
