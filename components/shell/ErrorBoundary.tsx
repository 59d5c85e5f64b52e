import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reportError } from '../../utils/errors/report-error.ts';
import { StateCard } from './StateCard.tsx';

/** A mistake of ours must not leave an agent beside an empty panel. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown) {
    reportError('page/render', error);
  }

  override render() {
    return this.state.hasFailed ? <PageTrouble /> : this.props.children;
  }
}

function PageTrouble() {
  const { t } = useTranslation();
  return (
    <StateCard
      icon={<IconMoodSad size={20} />}
      tone="amber"
      title={t('trouble.title')}
      action={
        <Button size="xs" onClick={() => location.reload()}>
          {t('trouble.reload')}
        </Button>
      }
    >
      {t('trouble.text')}
    </StateCard>
  );
}
