import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BUNDLED_SYNONYMS, type SynonymGroup } from '../../knowledge/synonyms/index.ts';
import { RecordList } from './RecordList.tsx';

/** What came with the extension: to look at, not to change. */
export function BundledSynonyms() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Stack gap={6}>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('synonyms.bundled', { count: BUNDLED_SYNONYMS.length })}
      </Button>
      {isOpen && <FilteredGroups />}
    </Stack>
  );
}

function FilteredGroups() {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  const groups = useMemo(() => findGroups(word), [word]);
  return (
    <>
      <TextInput
        size="xs"
        label={t('synonyms.filter')}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      {groups.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t('synonyms.noneMatch')}
        </Text>
      )}
      <RecordList
        label={t('synonyms.bundledList')}
        rows={groups}
        identify={({ id }) => id}
        renderRow={({ terms }) => <Text size="sm">{terms.join(' = ')}</Text>}
      />
    </>
  );
}

function findGroups(word: string): readonly SynonymGroup[] {
  const wanted = word.trim().toLowerCase();
  if (!wanted) return BUNDLED_SYNONYMS;
  return BUNDLED_SYNONYMS.filter(({ terms }) => terms.some((term) => term.toLowerCase().includes(wanted)));
}
