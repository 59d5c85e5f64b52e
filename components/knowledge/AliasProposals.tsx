import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  ALIAS_COLUMNS,
  formatAliasProposals,
  type AliasColumn,
  type AliasProposal,
} from '../../knowledge/learning/index.ts';
import { useAliasAdding, useAliasProposals } from '../state/use-stored.ts';
import { downloadText } from './download-text.ts';
import { RecordList } from './RecordList.tsx';

/** For the knowledge manager: what customers ask and agents answer, but no article says yet. */
export function AliasProposals() {
  const { t } = useTranslation();
  const stored = useAliasProposals();
  if (stored.state !== 'read' || stored.value.length === 0) return null;
  const proposals = stored.value;
  const exportAll = () => {
    const headings = Object.fromEntries(ALIAS_COLUMNS.map((column) => [column, t(`column.${column}`)]));
    const text = formatAliasProposals(proposals, headings as Record<AliasColumn, string>);
    downloadText(`${t('proposals.title')}.csv`, text);
  };
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} component="h3" m={0}>
          {t('proposals.title')}
        </Text>
        <Button size="compact-xs" variant="default" onClick={exportAll}>
          {t('knowledge.exportCsv')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('proposals.text')}
      </Text>
      <RecordList
        label={t('proposals.title')}
        rows={proposals}
        identify={({ articleId, question }) => `${articleId}\n${question}`}
        renderRow={(proposal, leave) => <ProposalLines proposal={proposal} onAccept={leave} />}
      />
    </Stack>
  );
}

function ProposalLines({ proposal, onAccept }: { proposal: AliasProposal; onAccept: () => void }) {
  const { t } = useTranslation();
  const addAlias = useAliasAdding();
  const { articleId, articleTitle, question, contacts } = proposal;
  const accept = () => {
    onAccept();
    void addAlias(articleId, question, articleTitle);
  };
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
