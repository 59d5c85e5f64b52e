import { Button, Group, NumberInput, Select, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { agentName, colourScheme, idleMinutes, language, replyTone } from '../../utils/settings/settings.ts';
import { useSetting } from '../state/use-setting.ts';
import { EmbedderField } from './EmbedderField.tsx';
import { InsertionKeysField } from './InsertionKeysField.tsx';
import { SitesField } from './SitesField.tsx';

/** Everything a person can choose, and in one place what is kept where. */
export function SettingsView({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md" component="section" aria-label={t('settings.title')}>
      <Group justify="space-between">
        <Text fw={600} component="h2" m={0}>
          {t('settings.title')}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={onBack}>
          {t('common.back')}
        </Button>
      </Group>
      <LanguageField />
      <SchemeField />
      <ToneField />
      <NameField />
      <InsertionKeysField />
      <IdleField />
      <SitesField />
      {import.meta.env.DESKMATE_EMBEDDINGS && <EmbedderField />}
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {t('settings.privacyTitle')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('settings.privacyText')}
        </Text>
      </Stack>
    </Stack>
  );
}

function LanguageField() {
  const { t } = useTranslation();
  const [value, store] = useSetting(language);
  return (
    <Select
      size="sm"
      label={t('settings.language')}
      allowDeselect={false}
      value={value}
      onChange={(chosen) => chosen && store(chosen)}
      data={[
        { value: 'auto', label: t('settings.auto') },
        { value: 'zh-CN', label: '简体中文' },
        { value: 'zh-TW', label: '繁體中文' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}

function SchemeField() {
  const { t } = useTranslation();
  const [value, store] = useSetting(colourScheme);
  return (
    <div>
      <Text size="sm" fw={600} id="scheme-label">
        {t('settings.scheme')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="scheme-label"
        value={value ?? 'auto'}
        onChange={store}
        data={(['auto', 'light', 'dark'] as const).map((scheme) => ({
          value: scheme,
          label: t(`scheme.${scheme}`),
        }))}
      />
    </div>
  );
}

function ToneField() {
  const { t } = useTranslation();
  const [value, store] = useSetting(replyTone);
  return (
    <div>
      <Text size="sm" fw={600} id="tone-label">
        {t('settings.tone')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="tone-label"
        value={value ?? 'warm'}
        onChange={store}
        data={(['warm', 'formal'] as const).map((tone) => ({ value: tone, label: t(`tone.${tone}`) }))}
      />
    </div>
  );
}

function NameField() {
  const { t } = useTranslation();
  const [value, store] = useSetting(agentName);
  return (
    <TextInput
      size="sm"
      label={t('settings.agentName')}
      description={t('settings.agentNameText')}
      value={value ?? ''}
      maxLength={40}
      onChange={(event) => store(event.currentTarget.value)}
    />
  );
}

function IdleField() {
  const { t } = useTranslation();
  const [value, store] = useSetting(idleMinutes);
  return (
    <NumberInput
      size="sm"
      label={t('settings.idle')}
      description={t('settings.idleText')}
      min={1}
      max={240}
      allowDecimal={false}
      value={value ?? ''}
      onChange={(chosen) => typeof chosen === 'number' && chosen >= 1 && store(chosen)}
    />
  );
}
