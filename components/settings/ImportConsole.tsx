import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listHosts, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import { parseAdapterFile, type AdapterFileProblem } from '../../knowledge/contracts/index.ts';
import { PickFile } from '../knowledge/PickFile.tsx';

export interface ImportConsoleProps {
  /** Whether there is one with the same id, which it would replace. */
  isKnown: (adapter: ConsoleAdapter) => boolean;
  /** @returns whether it is kept now */
  onSave: (adapter: ConsoleAdapter) => Promise<boolean>;
}

/** Takes in a console somebody else has described; shows where it would be used, and asks. */
export function ImportConsole({ isKnown, onSave }: ImportConsoleProps) {
  const { t } = useTranslation();
  const [offered, setOffered] = useState<ConsoleAdapter | null>(null);
  const [problem, setProblem] = useState<AdapterFileProblem | null>(null);
  const read = (text: string) => {
    const file = parseAdapterFile(text);
    setOffered('adapter' in file ? file.adapter : null);
    setProblem('problem' in file ? file.problem : null);
  };
  return (
    <>
      <Group>
        <PickFile label={t('consoles.import')} accept=".json,application/json" onText={read} />
      </Group>
      {problem && (
        <Text size="xs" role="alert">
          {t(`consoles.problem.${problem.reason}`, { where: 'where' in problem ? problem.where : '' })}
        </Text>
      )}
      {offered && (
        <Question
          adapter={offered}
          isReplacing={isKnown(offered)}
          onCancel={() => setOffered(null)}
          onSave={() => void onSave(offered).then((isKept) => isKept && setOffered(null))}
        />
      )}
    </>
  );
}

interface QuestionProps {
  adapter: ConsoleAdapter;
  isReplacing: boolean;
  onSave: () => void;
  onCancel: () => void;
}

function Question({ adapter, isReplacing, onSave, onCancel }: QuestionProps) {
  const { t } = useTranslation();
  const hosts = listHosts(adapter).join(t('common.listSeparator')) || t('consoles.anywhere');
  return (
    <Alert p={8} color="teal" title={t('consoles.ask', { name: adapter.name })}>
      {t('consoles.askText', { hosts })} {isReplacing && t('consoles.replaces')}
      <Group gap="xs" mt={8}>
        <Button size="xs" onClick={onSave}>
          {t('consoles.add')}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Alert>
  );
}
