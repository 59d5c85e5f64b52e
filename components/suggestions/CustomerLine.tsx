import { Highlight, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { useComplaintStore } from '../state/complaint-store.ts';

const NO_WORDS: readonly string[] = [];

export interface CustomerLineProps {
  text: string;
  suggestions: readonly Suggestion[];
}

/** The words we answer, with those marked that led to the cards, or gave a complaint away. */
export function CustomerLine({ text, suggestions }: CustomerLineProps) {
  const { t } = useTranslation();
  const telling = useComplaintStore(({ complaint }) => complaint?.evidenceWords ?? NO_WORDS);
  const evidence = [...new Set([...telling, ...suggestions.flatMap(({ matched }) => matched)])];
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
