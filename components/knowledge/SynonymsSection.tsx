import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatSynonyms,
  parseSynonyms,
  type SynonymGroup,
  type SynonymProblem,
} from '../../knowledge/synonyms/index.ts';
import { isComposing } from '../../utils/keyboard/shortcut.ts';
import { usePanelStore } from '../state/panel-store.ts';
import { useRecords } from '../state/records.ts';
import { sayNotStored } from '../state/say-not-stored.ts';
import { useRemoval, useTeamSynonyms } from '../state/use-stored.ts';
import { BundledSynonyms } from './BundledSynonyms.tsx';
import { downloadText } from './download-text.ts';
import { PickFile } from './PickFile.tsx';
import { RecordList } from './RecordList.tsx';
import { StoredRows } from './StoredRows.tsx';

const SHOWN_PROBLEMS = 5;

/** Words that mean the same: the team's own, to add and take away, and those that came with the extension. */
export function SynonymsSection() {
  const { t } = useTranslation();
  const stored = useTeamSynonyms();
  const { problems, add } = useAdding();
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {t('synonyms.intro')}
      </Text>
      <AddLine onAdd={add} />
      <StoredRows stored={stored}>
        {(groups) => (
          <>
            <Group gap="xs">
              <PickFile label={t('synonyms.import')} onText={(text) => void add(text)} />
              {groups.length > 0 && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() =>
                    downloadText(`${t('knowledge.section.synonyms')}.txt`, formatSynonyms(groups))
                  }
                >
                  {t('synonyms.export')}
                </Button>
              )}
            </Group>
            <Problems problems={problems} />
            <TeamSynonyms groups={groups} />
          </>
        )}
      </StoredRows>
      <BundledSynonyms />
    </Stack>
  );
}

/** Stores what is a group and keeps what is not, to be shown. */
function useAdding() {
  const { synonyms } = useRecords();
  const [problems, setProblems] = useState<readonly SynonymProblem[]>([]);
  const add = async (text: string): Promise<boolean> => {
    const parsed = parseSynonyms(text);
    setProblems(parsed.problems);
    if (parsed.groups.length === 0) return false;
    try {
      const { added } = await synonyms.add(parsed.groups);
      usePanelStore.getState().notify({ kind: 'synonyms-added', count: added });
      return true;
    } catch (error) {
      sayNotStored('panel/add-synonyms', error);
      return false;
    }
  };
  return { problems, add };
}

function AddLine({ onAdd }: { onAdd: (text: string) => Promise<boolean> }) {
  const { t } = useTranslation();
  const [line, setLine] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void onAdd(line).then((isAdded) => isAdded && setLine(''));
  };
  const handleKey = (event: KeyboardEvent) => {
    // Enter picks a candidate now; it must not submit.
    if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
  };
  return (
    <form onSubmit={submit} onKeyDown={handleKey} aria-label={t('synonyms.add')}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          size="xs"
          label={t('synonyms.line')}
          placeholder={t('synonyms.placeholder')}
          autoComplete="off"
          style={{ flex: 1 }}
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" disabled={line.trim() === ''}>
          {t('synonyms.add')}
        </Button>
      </Group>
    </form>
  );
}

/** What could not be taken over, line by line. */
function Problems({ problems }: { problems: readonly SynonymProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const left = problems.length - SHOWN_PROBLEMS;
  return (
    <Text size="xs" p={6} bg="var(--mantine-color-yellow-light)" role="alert" component="div">
      {problems.slice(0, SHOWN_PROBLEMS).map(({ line, reason }) => (
        <div key={line}>{t('synonyms.problem', { line, reason: t(`synonymProblem.${reason}`) })}</div>
      ))}
      {left > 0 && <div>{t('synonyms.moreProblems', { count: left })}</div>}
    </Text>
  );
}

function TeamSynonyms({ groups }: { groups: readonly SynonymGroup[] }) {
  const { t } = useTranslation();
  const remove = useRemoval(useRecords().synonyms);
  if (groups.length === 0) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('synonyms.empty')}
      </Text>
    );
  }
  return (
    <RecordList
      label={t('synonyms.team')}
      rows={groups}
      identify={({ id }) => id}
      renderRow={({ terms }) => <Text size="sm">{terms.join(' = ')}</Text>}
      onRemove={remove}
    />
  );
}
