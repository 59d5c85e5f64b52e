import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAdapter, listHosts, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import { TEACHING_STEPS, type Miss, type TeachingStep } from '../../knowledge/conversation/index.ts';
import { downloadText } from '../knowledge/download-text.ts';
import { PlaceHeading } from '../shell/PlaceHeading.tsx';
import {
  useConsoleTeaching,
  type ConsoleTeaching,
  type TeachingFailure,
} from '../state/use-console-teaching.ts';
import { useOwnAdapters } from '../state/use-own-adapters.ts';
import { TeachPreview } from './TeachPreview.tsx';
import './teach.css';

export interface TeachViewProps {
  /** Null where there is no page that could be taught: ours, the browser's own, or one that is not allowed. */
  tabId: number | null;
  onBack: () => void;
}

/** “Teach this console”: point at two lines and a field, look at what came of it, keep it. */
export function TeachView({ tabId, onBack }: TeachViewProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <PlaceHeading title={t('teach.title')} onBack={onBack} />
      {tabId === null ? (
        <Text size="sm" role="status">
          {t('teach.noSite')}
        </Text>
      ) : (
        <Lesson key={tabId} tabId={tabId} onBack={onBack} />
      )}
    </Stack>
  );
}

function Lesson({ tabId, onBack }: { tabId: number; onBack: () => void }) {
  const { t } = useTranslation();
  const teaching = useConsoleTeaching(tabId, (step) => t(`teach.pick.${step}`));
  const { stored, save } = useOwnAdapters();
  const [kept, setKept] = useState<ConsoleAdapter | null>(null);
  const { state } = teaching;
  const keep = async (adapter: ConsoleAdapter) => {
    const known = stored.state === 'read' ? stored.value.find(({ id }) => id === adapter.id) : undefined;
    const next = { ...adapter, version: (known?.adapter.version ?? 0) + 1 };
    if (await save(next)) setKept(next);
  };
  if (kept) return <Kept adapter={kept} onBack={onBack} />;
  if (state.phase === 'preview')
    return <TeachPreview preview={state} teaching={teaching} onKeep={(adapter) => void keep(adapter)} />;
  return (
    <>
      <Steps current={state.phase === 'pointing' ? state.step : null} />
      {state.phase === 'pointing' && <Pointing {...state} teaching={teaching} />}
      {state.phase === 'failed' && <Failed problem={state.problem} />}
      {state.phase !== 'pointing' && (
        <Group>
          <Button size="xs" onClick={teaching.begin}>
            {t(state.phase === 'failed' ? 'teach.again' : 'teach.begin')}
          </Button>
        </Group>
      )}
    </>
  );
}

/** What there is to point at, and where one is. */
function Steps({ current }: { current: TeachingStep | null }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">{t('teach.intro')}</Text>
      <ol className="teach-steps">
        {TEACHING_STEPS.map((step) => (
          <li key={step} data-role={step} aria-current={step === current ? 'step' : undefined}>
            {t(`teach.step.${step}`)}
          </li>
        ))}
      </ol>
    </>
  );
}

interface PointingProps {
  step: TeachingStep;
  miss: Miss | null;
  teaching: ConsoleTeaching;
}

function Pointing({ step, miss, teaching }: PointingProps) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" fw={600} role="status">
        {t(`teach.pick.${step}`)}
      </Text>
      {miss && (
        <Text size="sm" role="alert">
          {t(`teach.miss.${miss}`)}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('teach.keys')}
      </Text>
      <Group gap="xs">
        {step === 'neither' && (
          <Button size="xs" onClick={teaching.skip}>
            {t('teach.skip')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={teaching.cancel}>
          {t('common.cancel')}
        </Button>
      </Group>
    </>
  );
}

function Failed({ problem }: { problem: TeachingFailure }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" role="alert">
      {t(`teach.problem.${problem}`)}
    </Text>
  );
}

function Kept({ adapter, onBack }: { adapter: ConsoleAdapter; onBack: () => void }) {
  const { t } = useTranslation();
  const exportAdapter = () => downloadText(`${adapter.id}.console.json`, formatAdapter(adapter));
  return (
    <>
      <Text size="sm" role="status">
        {t('teach.kept', { hosts: listHosts(adapter).join(t('common.listSeparator')) })}
      </Text>
      <Group gap="xs">
        <Button size="xs" onClick={onBack}>
          {t('teach.done')}
        </Button>
        <Button size="xs" variant="default" onClick={exportAdapter}>
          {t('synonyms.export')}
        </Button>
      </Group>
    </>
  );
}
