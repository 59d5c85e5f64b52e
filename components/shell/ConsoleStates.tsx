/** What the panel says when there is no conversation to help with, each with its next step. */
import { Button, Group } from '@mantine/core';
import { IconHandClick, IconLockOpen, IconMessages, IconWorldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateCard } from './StateCard.tsx';

interface PracticeOffer {
  onPractice: () => void;
}

/** A site we could serve: asked once, in words. */
export function AskForSite({
  site,
  onAllow,
  onDecline,
}: {
  site: string;
  onAllow: () => void;
  onDecline: () => void;
}) {
  const { t } = useTranslation();
  return (
    <StateCard
      icon={<IconLockOpen size={20} />}
      title={t('site.askTitle', { site })}
      action={
        <Group gap="xs">
          <Button size="xs" onClick={onAllow}>
            {t('site.allow')}
          </Button>
          <Button size="xs" variant="default" onClick={onDecline}>
            {t('site.decline')}
          </Button>
        </Group>
      }
    >
      {t('site.askText')}
    </StateCard>
  );
}

export function DeclinedSite({ site, onAllow }: { site: string; onAllow: () => void }) {
  const { t } = useTranslation();
  return (
    <StateCard
      icon={<IconWorldOff size={20} />}
      title={t('site.declinedTitle', { site })}
      action={
        <Button size="xs" variant="default" onClick={onAllow}>
          {t('site.allowAfterAll')}
        </Button>
      }
    >
      {t('site.declinedText')}
    </StateCard>
  );
}

/** The browser does not say what page this is until the person clicks our button on it. */
export function UnknownPage({ onPractice }: PracticeOffer) {
  const { t } = useTranslation();
  return (
    <StateCard
      icon={<IconHandClick size={20} />}
      title={t('site.unknownTitle')}
      action={
        <Button size="xs" variant="default" onClick={onPractice}>
          {t('practice.open')}
        </Button>
      }
    >
      {t('site.unknownText')}
    </StateCard>
  );
}

/** Allowed here, and nothing read yet. */
export function LoadingPage() {
  const { t } = useTranslation();
  return (
    <StateCard icon={<IconMessages size={20} />} title={t('site.loadingTitle')}>
      {t('site.loadingText')}
    </StateCard>
  );
}

export function NoConversation() {
  const { t } = useTranslation();
  return (
    <StateCard icon={<IconMessages size={20} />} title={t('assist.noConversationTitle')}>
      {t('assist.noConversationText')}
    </StateCard>
  );
}
