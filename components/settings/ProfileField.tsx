import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { agentName, teamName } from '../../utils/settings/settings.ts';
import { useSetting } from '../state/use-setting.ts';
import { SettingsSection } from './SettingsSection.tsx';

/** Who the agent is to customers; scripts say so. */
export function ProfileField() {
  const { t } = useTranslation();
  const [name, storeName] = useSetting(agentName);
  const [team, storeTeam] = useSetting(teamName);
  return (
    <SettingsSection title={t('settings.profile')}>
      <TextInput
        size="sm"
        label={t('settings.agentName')}
        description={t('settings.agentNameText')}
        value={name ?? ''}
        maxLength={40}
        onChange={(event) => storeName(event.currentTarget.value)}
      />
      <TextInput
        size="sm"
        label={t('settings.teamName')}
        description={t('settings.teamNameText')}
        value={team ?? ''}
        maxLength={40}
        onChange={(event) => storeTeam(event.currentTarget.value)}
      />
    </SettingsSection>
  );
}
