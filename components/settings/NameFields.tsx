import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { agentName, teamName } from '../../utils/settings/settings.ts';
import { useSetting } from '../state/use-setting.ts';

export function AgentNameField() {
  const { t } = useTranslation();
  const [name, store] = useSetting(agentName);
  return (
    <NameField
      label={t('settings.agentName')}
      description={t('settings.agentNameText')}
      name={name}
      onChange={store}
    />
  );
}

export function TeamNameField() {
  const { t } = useTranslation();
  const [name, store] = useSetting(teamName);
  return (
    <NameField
      label={t('settings.teamName')}
      description={t('settings.teamNameText')}
      name={name}
      onChange={store}
    />
  );
}

interface NameFieldProps {
  label: string;
  description: string;
  name: string | null;
  onChange: (name: string) => void;
}

function NameField({ label, description, name, onChange }: NameFieldProps) {
  return (
    <TextInput
      size="sm"
      label={label}
      description={description}
      value={name ?? ''}
      maxLength={40}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
