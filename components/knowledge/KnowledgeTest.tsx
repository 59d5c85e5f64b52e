import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateCard } from '../shell/StateCard.tsx';
import { PickFile } from './PickFile.tsx';
import { MAX_QUESTIONS } from './test-lines.ts';
import { TestReportView } from './TestReportView.tsx';
import { useKnowledgeTest, type TestState } from './use-knowledge-test.ts';

/** Real questions against the knowledge base: how many find their script, and what to do about the others. */
export function KnowledgeTest() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { test, start, cancel } = useKnowledgeTest();
  const isRunning = test.state === 'running';
  return (
    <Stack gap="sm">
      <Textarea
        size="xs"
        label={t('test.questions')}
        description={t('test.format', { limit: MAX_QUESTIONS })}
        placeholder={t('test.placeholder')}
        rows={5}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button size="xs" disabled={isRunning || text.trim() === ''} onClick={() => start(text)}>
          {t('test.start')}
        </Button>
        <PickFile label={t('test.pick')} onText={setText} />
      </Group>
      <Outcome test={test} onCancel={cancel} />
    </Stack>
  );
}

function Outcome({ test, onCancel }: { test: TestState; onCancel: () => void }) {
  const { t } = useTranslation();
  switch (test.state) {
    case 'idle':
      return (
        <Text size="xs" c="dimmed">
          {t('test.idle')}
        </Text>
      );
    case 'running':
      return <Progress done={test.done} total={test.total} onCancel={onCancel} />;
    case 'failed':
      return (
        <StateCard icon={<IconSearchOff size={20} />} tone="amber" title={t('search.failedTitle')}>
          {t('test.failed')}
        </StateCard>
      );
    case 'done':
      return <TestReportView report={test.report} />;
  }
}

interface ProgressProps {
  done: number;
  /** Null until it is known. */
  total: number | null;
  onCancel: () => void;
}

function Progress({ done, total, onCancel }: ProgressProps) {
  const { t } = useTranslation();
  const isKnown = total !== null;
  const label = isKnown ? t('test.progress', { done, total }) : t('test.preparing');
  return (
    <Group gap="xs" wrap="nowrap">
      <progress
        {...(isKnown && { value: done, max: total })}
        aria-label={label}
        style={{ flex: 1, minWidth: 0 }}
      />
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </Group>
  );
}
