import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftPolicy, useDraftRules } from '../state/use-draft-rules.ts';
import { OwnRules } from './OwnRules.tsx';
import { RuleList } from './RuleList.tsx';
import { TrySentences } from './TrySentences.tsx';

/** What drafts are checked for: try sentences, switch rules off, add the team's own. */
export function DraftRules() {
  const { t } = useTranslation();
  const rules = useDraftRules();
  if (!rules) return null;
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {t('rules.intro')}
      </Text>
      <TrySentences rules={rules} />
      <PolicyField />
      <OwnRules rules={rules} />
      <RuleList rules={rules} />
    </Stack>
  );
}

/** Advice is the rule; a team may decide otherwise for what is grave. */
function PolicyField() {
  const { t } = useTranslation();
  const labelId = useId();
  const [policy, store] = useDraftPolicy();
  return (
    <div>
      <Text size="sm" fw={600} id={labelId}>
        {t('rules.policy')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={labelId}
        value={policy ?? 'advise'}
        onChange={store}
        data={(['advise', 'block'] as const).map((value) => ({ value, label: t(`draftPolicy.${value}`) }))}
      />
    </div>
  );
}
