import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftFinding } from '../../knowledge/compliance/index.ts';
import type { DraftCheck } from '../state/use-draft-check.ts';
import { useFindingText } from './use-finding-text.ts';

export interface FindingListProps {
  findings: readonly DraftFinding[];
  onRewrite: DraftCheck['rewrite'];
  onMute: DraftCheck['mute'];
}

/** Every finding: which words, which rule, why, and what to say instead. */
export function FindingList({ findings, onRewrite, onMute }: FindingListProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={6} mt={6} component="ul" className="draft-findings" aria-label={t('draft.findings')}>
      {findings.map((finding) => (
        <li key={`${finding.ruleId} ${finding.start}`}>
          <Finding finding={finding} onRewrite={onRewrite} onMute={onMute} />
        </li>
      ))}
    </Stack>
  );
}

function Finding({
  finding,
  onRewrite,
  onMute,
}: Omit<FindingListProps, 'findings'> & { finding: DraftFinding }) {
  const { t } = useTranslation();
  const describe = useFindingText();
  const { rewrite, reason, words, ruleId } = finding;
  return (
    <>
      <Text size="xs" fw={600}>
        {describe(finding)}
      </Text>
      {words !== '' && <Text size="xs">{reason}</Text>}
      {rewrite && <Text size="xs">{t('draft.instead', { text: rewrite.text || t('draft.nothing') })}</Text>}
      <Text size="xs" c="dimmed">
        {t('draft.rule', { id: ruleId })}
      </Text>
      <Group gap={4} mt={2}>
        {rewrite && (
          <Button size="compact-xs" variant="light" onClick={() => onRewrite(finding)}>
            {t('draft.use')}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onMute(finding, 'contact')}>
          {t('draft.muteHere')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onMute(finding, 'always')}>
          {t('draft.muteAlways')}
        </Button>
      </Group>
    </>
  );
}
