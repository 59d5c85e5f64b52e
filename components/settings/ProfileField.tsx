import { useTranslation } from 'react-i18next';
import { AgentNameField, TeamNameField } from './NameFields.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** Who the agent is to customers; scripts say so. */
export function ProfileField() {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('settings.profile')}>
      <AgentNameField />
      <TeamNameField />
    </SettingsSection>
  );
}
