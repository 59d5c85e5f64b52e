import { Button, Group, Select, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLE_NAMES, ROLES } from '../../knowledge/complaints/index.ts';
import { agentRole, mutedComplaintRules, playbookId } from '../../utils/settings/settings.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { useComplaintRules } from '../state/use-complaint-rules.ts';
import { useSetting } from '../state/use-setting.ts';
import { RulesEditor } from './RulesEditor.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** What the agent may decide, how complaints are walked through, and the rules behind it. */
export function ComplaintField() {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('complaintSettings.title')}>
      <RoleField />
      <PlaybookField />
      <MutedRules />
      <RulesEditor />
    </SettingsSection>
  );
}

function RoleField() {
  const { t } = useTranslation();
  const locale = useLocale();
  const [role, store] = useSetting(agentRole);
  return (
    <Select
      size="sm"
      label={t('complaintSettings.role')}
      description={t('complaintSettings.roleText')}
      allowDeselect={false}
      value={role}
      onChange={(chosen) => chosen && store(chosen)}
      data={ROLES.map((value) => ({ value, label: ROLE_NAMES[value][locale] }))}
    />
  );
}

function PlaybookField() {
  const { t } = useTranslation();
  const locale = useLocale();
  const rules = useComplaintRules()?.rules;
  const [chosen, store] = useSetting(playbookId);
  const data = useMemo(
    () => (rules?.playbooks ?? []).map(({ id, name }) => ({ value: id, label: name[locale] })),
    [rules, locale],
  );
  return (
    <Select
      size="sm"
      label={t('complaintSettings.playbook')}
      allowDeselect={false}
      value={data.some(({ value }) => value === chosen) ? chosen : (data[0]?.value ?? null)}
      onChange={(id) => id && store(id)}
      data={data}
    />
  );
}

/** Everything that was told to be silent for good, each with a way back. */
function MutedRules() {
  const { t } = useTranslation();
  const [muted, store] = useSetting(mutedComplaintRules);
  if (!muted?.length) return null;
  return (
    <div>
      <Text size="sm">{t('complaintSettings.muted')}</Text>
      <Group gap={4}>
        {muted.map((ruleId) => (
          <Button
            key={ruleId}
            size="compact-xs"
            variant="default"
            aria-label={t('complaintSettings.unmute', { rule: ruleId })}
            onClick={() => store(muted.filter((id) => id !== ruleId))}
          >
            {ruleId} ×
          </Button>
        ))}
      </Group>
    </div>
  );
}
