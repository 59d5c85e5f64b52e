import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCsv } from '../../utils/csv/format-csv.ts';
import { useAliasAdding } from '../state/use-stored.ts';
import { downloadText } from './download-text.ts';
import { RecordList } from './RecordList.tsx';
import { judge, type TestResult, type Verdict } from './run-test.ts';
import type { TestReport } from './use-knowledge-test.ts';

const FAILURES: ReadonlySet<Verdict> = new Set(['missed', 'unknown', 'unsure']);

/** How it went in plain words, and every question that did not find its script. */
export function TestReportView({ report }: { report: TestReport }) {
  const { t } = useTranslation();
  const { results, titles } = report;
  const failed = useMemo(() => results.filter((result) => FAILURES.has(judge(result))), [results]);
  return (
    <Stack gap="sm">
      <Summary report={report} />
      {results.length > 0 && <ExportButton report={report} />}
      {failed.length > 0 && (
        <RecordList
          label={t('test.failures')}
          rows={failed}
          identify={(result) => String(results.indexOf(result))}
          renderRow={(result) => <FailureLines result={result} titles={titles} />}
        />
      )}
    </Stack>
  );
}

function Summary({ report: { results, left } }: { report: TestReport }) {
  const { t } = useTranslation();
  const counts: Record<Verdict, number> = { found: 0, missed: 0, unknown: 0, sure: 0, unsure: 0 };
  for (const result of results) counts[judge(result)] += 1;
  const judged = counts.found + counts.missed;
  const open = counts.sure + counts.unsure;
  const lines = [
    judged > 0 && t('test.summary', { count: judged, found: counts.found }),
    open > 0 && t('test.summaryOpen', { count: open, sure: counts.sure, unsure: counts.unsure }),
    counts.unknown > 0 && t('test.summaryUnknown', { count: counts.unknown }),
    left > 0 && t('test.summaryLeft', { count: left }),
    results.length === 0 && t('test.nothingAsked'),
  ].filter(Boolean);
  return (
    <Text size="sm" fw={600} role="status" component="div">
      {lines.map((line) => (
        <div key={String(line)}>{line}</div>
      ))}
    </Text>
  );
}

function ExportButton({ report: { results, titles } }: { report: TestReport }) {
  const { t } = useTranslation();
  const exportAll = () => {
    const headings = [t('column.question'), t('column.expected'), t('column.place'), t('column.first')];
    const rows = results.map(({ line, place, firstId }) => [
      line.question,
      line.expected?.title ?? '',
      place ?? '',
      titles.get(firstId ?? '') ?? '',
    ]);
    downloadText(`${t('knowledge.section.test')}.csv`, formatCsv(headings, rows));
  };
  return (
    <Group>
      <Button size="xs" variant="default" onClick={exportAll}>
        {t('knowledge.exportCsv')}
      </Button>
    </Group>
  );
}

function FailureLines({ result, titles }: { result: TestResult; titles: TestReport['titles'] }) {
  const { t } = useTranslation();
  const { line, firstId } = result;
  const first = titles.get(firstId ?? '');
  const verdict = judge(result);
  return (
    <>
      <Text size="sm" fw={600}>
        {line.question}
      </Text>
      {line.expected && (
        <Text size="xs">
          {verdict === 'unknown'
            ? t('test.noSuchArticle', { title: line.expected.title })
            : t('test.expected', { title: line.expected.title })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {first === undefined ? t('test.nothingFound') : t('test.first', { title: first })}
      </Text>
      {verdict === 'missed' && <AddAlias result={result} />}
    </>
  );
}

/** Only where the title names one article: two of the same name are a question for a person. */
function AddAlias({ result: { line } }: { result: TestResult }) {
  const { t } = useTranslation();
  const [isAdded, setIsAdded] = useState(false);
  const addAlias = useAliasAdding();
  const [articleId, another] = line.expected?.ids ?? [];
  if (!line.expected || articleId === undefined || another !== undefined) return null;
  const { title } = line.expected;
  const add = () => {
    if (isAdded) return;
    const onUndo = () => setIsAdded(false);
    void addAlias({ articleId, alias: line.question, title, onUndo }).then(setIsAdded);
  };
  return (
    // Not `disabled`: that would throw the focus off the button that was just pressed.
    <Button size="compact-xs" variant="light" mt={4} aria-disabled={isAdded} onClick={add}>
      {isAdded ? t('test.aliasAdded') : t('proposals.accept')}
    </Button>
  );
}
