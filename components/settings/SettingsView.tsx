import { NumberInput, Select, SegmentedControl, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { colourScheme, idleMinutes, language, linePolicy, replyTone } from '../../utils/settings/settings.ts';
import { PlaceHeading } from '../shell/PlaceHeading.tsx';
import { useSetting } from '../state/use-setting.ts';
import { EmbedderField } from './EmbedderField.tsx';
import { InsertionKeysField } from './InsertionKeysField.tsx';
import { PickerField } from './PickerField.tsx';
import { ProfileField } from './ProfileField.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { SitesField } from './SitesField.tsx';

// Brings every bundled adapter and their schema.
const ConsolesField = lazy(async () => ({ default: (await import('./ConsolesField.tsx')).ConsolesField }));

// Brings the complaint rules and their schemas.
const ComplaintField = lazy(async () => ({ default: (await import('./ComplaintField.tsx')).ComplaintField }));

/** Everything a person can choose, and in one place what is kept where. */
export function SettingsView({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md" component="section" aria-label={t('settings.title')}>
      <PlaceHeading title={t('settings.title')} onBack={onBack} />
      <LanguageField />
      <SchemeField />
      <ToneField />
      <LinePolicyField />
      <ProfileField />
      <InsertionKeysField />
      <PickerField />
      <IdleField />
      <SitesField />
      <Suspense>
        <ConsolesField />
      </Suspense>
      <Suspense>
        <ComplaintField />
      </Suspense>
      {import.meta.env.DESKMATE_EMBEDDINGS && <EmbedderField />}
      <SettingsSection title={t('settings.privacyTitle')} text={t('settings.privacyText')} />
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
    <ChoiceField
      label={t('settings.scheme')}
      value={value ?? 'auto'}
      onChange={store}
      choices={(['auto', 'light', 'dark'] as const).map((scheme) => [scheme, t(`scheme.${scheme}`)])}
    />
  );
}

function ToneField() {
  const { t } = useTranslation();
  const [value, store] = useSetting(replyTone);
  return (
    <ChoiceField
      label={t('settings.tone')}
      value={value ?? 'warm'}
      onChange={store}
      choices={(['warm', 'formal'] as const).map((tone) => [tone, t(`tone.${tone}`)])}
    />
  );
}

function LinePolicyField() {
  const { t } = useTranslation();
  const [value, store] = useSetting(linePolicy);
  return (
    <ChoiceField
      label={t('settings.lines')}
      value={value ?? 'join'}
      onChange={store}
      choices={(['join', 'ask'] as const).map((policy) => [policy, t(`linePolicy.${policy}`)])}
    />
  );
}

interface ChoiceFieldProps<TChoice extends string> {
  label: string;
  value: TChoice;
  onChange: (choice: TChoice) => void;
  choices: [TChoice, string][];
}

function ChoiceField<TChoice extends string>({ label, value, onChange, choices }: ChoiceFieldProps<TChoice>) {
  const labelId = useId();
  return (
    <div>
      <Text size="sm" fw={600} id={labelId}>
        {label}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={labelId}
        value={value}
        onChange={onChange}
        data={choices.map(([choice, name]) => ({ value: choice, label: name }))}
      />
    </div>
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
