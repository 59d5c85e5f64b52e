import { Button, List, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { language } from '../../utils/settings/settings.ts';
import { AgentNameField } from '../settings/NameFields.tsx';
import { useSetting } from '../state/use-setting.ts';

export interface WelcomeProps {
  onPractice: () => void;
  onSkip: () => void;
}

/** First run: who you are, what we do and do not do, then straight to a customer to try it on. */
export function Welcome({ onPractice, onSkip }: WelcomeProps) {
  const { t } = useTranslation();
  const [chosen, chooseLanguage] = useSetting(language);
  return (
    <Stack gap="sm" py="sm" component="section" aria-labelledby="welcome-title">
      <Title order={1} size="h3" id="welcome-title">
        {t('welcome.title')}
      </Title>
      <Text size="sm">{t('welcome.text')}</Text>
      <List size="sm" spacing={4}>
        <List.Item>{t('welcome.promiseLocal')}</List.Item>
        <List.Item>{t('welcome.promiseSend')}</List.Item>
        <List.Item>{t('welcome.promiseMask')}</List.Item>
      </List>
      <SegmentedControl
        size="xs"
        aria-label={t('settings.language')}
        value={chosen ?? 'auto'}
        onChange={chooseLanguage}
        data={[
          { value: 'auto', label: t('settings.auto') },
          { value: 'zh-CN', label: '简体' },
          { value: 'zh-TW', label: '繁體' },
          { value: 'en', label: 'English' },
        ]}
      />
      <AgentNameField />
      <Button onClick={onPractice}>{t('welcome.try')}</Button>
      <Button variant="subtle" color="gray" size="xs" onClick={onSkip}>
        {t('welcome.skip')}
      </Button>
    </Stack>
  );
}
