import { Button, Group, Stack, Text } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KnowledgeGap } from '../../knowledge/gaps/index.ts';
import { formatCsv } from '../../utils/csv/format-csv.ts';
import { formatWhen } from '../contacts/describe-contact.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { StateCard } from '../shell/StateCard.tsx';
import { copyText } from '../state/copy-text.ts';
import { useRecords } from '../state/records.ts';
import { useGaps, useRemoval } from '../state/use-stored.ts';
import { downloadText } from './download-text.ts';
import { RecordList } from './RecordList.tsx';
import { StoredRows } from './StoredRows.tsx';

/** What was asked and not answered, the most asked first: what to write next. */
export function GapsSection({ onTest }: { onTest: () => void }) {
  const { t } = useTranslation();
  const stored = useGaps();
  return (
    <StoredRows stored={stored}>
      {(gaps) =>
        gaps.length > 0 ? (
          <Gaps gaps={gaps} />
        ) : (
          <StateCard
            icon={<IconMoodSmile size={20} />}
            title={t('gaps.emptyTitle')}
            action={
              <Button size="xs" variant="default" onClick={onTest}>
                {t('knowledge.section.test')}
              </Button>
            }
          >
            {t('gaps.emptyText')}
          </StateCard>
        )
      }
    </StoredRows>
  );
}

function Gaps({ gaps }: { gaps: readonly KnowledgeGap[] }) {
  const { t } = useTranslation();
  const remove = useRemoval(useRecords().gaps);
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {t('gaps.intro')}
      </Text>
      <GapExport gaps={gaps} />
      <RecordList
        label={t('gaps.list')}
        rows={gaps}
        identify={({ id }) => id}
        renderRow={(gap) => <GapLines gap={gap} />}
        onRemove={remove}
      />
    </Stack>
  );
}

function GapExport({ gaps }: { gaps: readonly KnowledgeGap[] }) {
  const { t } = useTranslation();
  const exportAll = () => {
    const rows = gaps.map((gap) => [
      gap.question,
      t(`gaps.source.${gap.source}`),
      t(`gaps.reason.${gap.reason}`),
      gap.count,
      new Date(gap.lastAt).toISOString().slice(0, 10),
    ]);
    const headings = [
      t('column.question'),
      t('column.source'),
      t('column.reason'),
      t('column.times'),
      t('column.lastAt'),
    ];
    downloadText(`${t('knowledge.section.gaps')}.csv`, formatCsv(headings, rows));
  };
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" onClick={exportAll}>
        {t('knowledge.exportCsv')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => copyText(gaps.map(({ question }) => question).join('\n'))}
      >
        {t('card.copy')}
      </Button>
    </Group>
  );
}

function GapLines({ gap }: { gap: KnowledgeGap }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const facts = [
    t(`gaps.source.${gap.source}`),
    t(`gaps.reason.${gap.reason}`),
    t('gaps.count', { count: gap.count }),
    formatWhen(gap.lastAt, locale, 'short'),
  ];
  return (
    <>
      <Text size="sm" fw={600}>
        {gap.question}
      </Text>
      <Text size="xs" c="dimmed" title={formatWhen(gap.lastAt, locale, 'exact')}>
        {facts.join(t('common.separator'))}
      </Text>
    </>
  );
}
