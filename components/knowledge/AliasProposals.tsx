import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ALIAS_COLUMNS,
  formatAliasProposals,
  type AliasColumn,
  type AliasProposal,
  type Lesson,
} from '../../knowledge/learning/index.ts';
import { useAliasAdding, useAliasProposals } from '../state/use-stored.ts';
import { downloadText } from './download-text.ts';
import { RecordList, type Leave } from './RecordList.tsx';
import { StoredRows } from './StoredRows.tsx';

/** For the knowledge manager: what customers ask and agents answer, but no article says yet. Read when opened. */
export function AliasProposals({ lessons }: { lessons: readonly Lesson[] }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Stack gap={6} component="section" aria-label={t('proposals.title')}>
      <Button size="xs" variant="light" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t('proposals.title')}
      </Button>
      {isOpen && <OpenProposals lessons={lessons} />}
    </Stack>
  );
}

function OpenProposals({ lessons }: { lessons: readonly Lesson[] }) {
  const { t } = useTranslation();
  const stored = useAliasProposals(lessons);
  return (
    <StoredRows stored={stored}>
      {(proposals) =>
        proposals.length > 0 ? (
          <Proposals proposals={proposals} />
        ) : (
          <Text size="sm" c="dimmed" role="status">
            {t('proposals.none')}
          </Text>
        )
      }
    </StoredRows>
  );
}

function Proposals({ proposals }: { proposals: readonly AliasProposal[] }) {
  const { t } = useTranslation();
  const exportAll = () => {
    const headings = Object.fromEntries(ALIAS_COLUMNS.map((column) => [column, t(`column.${column}`)]));
    const text = formatAliasProposals(proposals, headings as Record<AliasColumn, string>);
    downloadText(`${t('proposals.title')}.csv`, text);
  };
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="xs" c="dimmed">
          {t('proposals.text')}
        </Text>
        <Button size="compact-xs" variant="default" style={{ flexShrink: 0 }} onClick={exportAll}>
          {t('knowledge.exportCsv')}
        </Button>
      </Group>
      <RecordList
        label={t('proposals.title')}
        rows={proposals}
        identify={({ articleId, question }) => `${articleId}\n${question}`}
        renderRow={(proposal, leave) => <ProposalLines proposal={proposal} leave={leave} />}
      />
    </>
  );
}

function ProposalLines({ proposal, leave }: { proposal: AliasProposal; leave: Leave }) {
  const { t } = useTranslation();
  const addAlias = useAliasAdding();
  const { articleId, articleTitle, question, contacts } = proposal;
  const accept = () => leave(addAlias({ articleId, alias: question, title: articleTitle }));
  return (
    <>
      <Text size="sm">{t('lessons.question', { question })}</Text>
      <Text size="sm" fw={600}>
        {`→ ${articleTitle}`}
      </Text>
      <Group gap={8} wrap="nowrap">
        <Button size="compact-xs" variant="light" style={{ flexShrink: 0 }} onClick={accept}>
          {t('proposals.accept')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('proposals.contacts', { count: contacts })}
        </Text>
      </Group>
    </>
  );
}
