import { Button, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BUNDLED_DRAFT_RULES, type DraftRule } from '../../knowledge/compliance/index.ts';
import { parseDraftRules, type DraftFileProblem } from '../../knowledge/contracts/index.ts';
import { downloadText } from '../knowledge/download-text.ts';
import { PickFile } from '../knowledge/PickFile.tsx';
import type { DraftRules } from '../state/use-draft-rules.ts';

const SHOWN_PROBLEMS = 5;

/** The team's own rules come and go as a file. One that has a mistake changes nothing. */
export function OwnRules({ rules: { own, keepOwn } }: { rules: DraftRules }) {
  const { t } = useTranslation();
  const [problems, setProblems] = useState<readonly DraftFileProblem[]>([]);
  const read = (text: string) => {
    const file = parseDraftRules(text, BUNDLED_DRAFT_RULES);
    setProblems('problems' in file ? file.problems : []);
    if ('rules' in file) keepOwn(file.rules);
  };
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('rules.own')}
      </Text>
      <Text size="xs" c="dimmed" role="status">
        {own.length === 0 ? t('rules.noOwn') : t('rules.ownCount', { count: own.length })}
      </Text>
      <Group gap="xs" mt={4}>
        <PickFile label={t('rules.import')} accept=".json,application/json" onText={read} />
        <Button size="xs" variant="default" onClick={() => save(t('rules.fileName'), own)}>
          {own.length === 0 ? t('rules.example') : t('rules.export')}
        </Button>
        {own.length > 0 && (
          <Button size="xs" variant="subtle" color="gray" onClick={() => keepOwn([])}>
            {t('rules.removeOwn')}
          </Button>
        )}
      </Group>
      <Problems problems={problems} />
    </div>
  );
}

/** Whoever writes the first one begins with one that works. */
function save(name: string, own: readonly DraftRule[]): void {
  const [ours] = BUNDLED_DRAFT_RULES;
  const rules = own.length > 0 ? own : [{ ...ours, id: 'team.example' }];
  downloadText(`${name}.json`, `${JSON.stringify(rules, null, 2)}\n`);
}

function Problems({ problems }: { problems: readonly DraftFileProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const left = problems.length - SHOWN_PROBLEMS;
  return (
    <Text size="xs" p={6} mt={4} bg="var(--mantine-color-yellow-light)" role="alert" component="div">
      <div>{t('rules.notTaken')}</div>
      {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
        <div key={JSON.stringify(problem)}>{describe(problem, t)}</div>
      ))}
      {left > 0 && <div>{t('rules.moreProblems', { count: left })}</div>}
    </Text>
  );
}

function describe(problem: DraftFileProblem, t: TFunction): string {
  switch (problem.reason) {
    case 'no-rule':
      return t('draftFile.no-rule', { where: problem.where });
    case 'fault':
      return t('rules.fault', {
        rule: problem.ruleId,
        fault: t(`ruleFault.${problem.fault}`),
        near: problem.near,
      });
    case 'no-json':
    case 'too-long':
      return t(`draftFile.${problem.reason}`);
  }
}
