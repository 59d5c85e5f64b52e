/** What the panel says when a console is read badly or not at all: what failed, and the next step. */
import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import { formatHealthReport, type HealthProblem } from '../../knowledge/conversation/index.ts';
import { readExtensionVersion } from '../../utils/browser/extension-version.ts';
import { copyText } from '../state/copy-text.ts';
import { StateCard } from './StateCard.tsx';

export interface ConsoleHealthProps {
  reading: TabReading;
  /** Shows the console anew; absent where nobody can. */
  onTeach?: (() => void) | undefined;
}

/** Never suggests from half a transcript: says what is missing instead. */
export function BrokenConsole({
  reading,
  onTeach,
  onRetry,
  onPractice,
}: ConsoleHealthProps & { onRetry: () => void; onPractice: () => void }) {
  const { t } = useTranslation();
  const problem = reading.health.problems[0] ?? 'no-list';
  const texts = useProblemTexts(reading);
  return (
    <StateCard
      icon={<IconPlugConnectedX size={20} />}
      tone="amber"
      title={t(`problem.${problem}.title`)}
      action={
        <Stack gap="xs">
          <Button size="xs" onClick={onRetry}>
            {t('site.retry')}
          </Button>
          <Button size="xs" variant="default" onClick={onPractice}>
            {t('practice.open')}
          </Button>
          <Remedies reading={reading} onTeach={onTeach} />
        </Stack>
      }
    >
      {texts(problem)}
    </StateCard>
  );
}

/** Above the cards: they may be relied on less than usual. */
export function DoubtBanner({ reading, onTeach }: ConsoleHealthProps) {
  const { t } = useTranslation();
  const texts = useProblemTexts(reading);
  return (
    <Alert p={8} mb={8} color="yellow" role="status">
      <Stack gap={4}>
        {reading.health.problems.length === 0 && t('trust.guessed')}
        {reading.health.problems.map((problem) => (
          <div key={problem}>
            <strong>{t(`problem.${problem}.title`)}</strong>
            {t('common.separator')}
            {texts(problem)}
          </div>
        ))}
        <Group gap="xs">
          <Remedies reading={reading} onTeach={onTeach} />
        </Group>
      </Stack>
    </Alert>
  );
}

function useProblemTexts({ health, readBy }: TabReading): (problem: HealthProblem) => string {
  const { t } = useTranslation();
  const parts = (health.fallbacks ?? []).map((part) => t(`part.${part}`)).join(t('common.listSeparator'));
  const values = { parts, hint: readBy?.openHint ?? '' };
  return (problem) => t(`problem.${problem}.text`, values);
}

/** To mend it oneself, or to have it mended by somebody who needs no word of the chat for that. */
function Remedies({ reading, onTeach }: ConsoleHealthProps) {
  const { t } = useTranslation();
  const isKnown = reading.consoleId !== null && reading.readBy?.trust !== 'guessed';
  const copyReport = () =>
    copyText(
      formatHealthReport(reading, {
        origin: reading.origin,
        browser: navigator.userAgent,
        extensionVersion: readExtensionVersion(),
      }),
    );
  return (
    <>
      {onTeach && (
        <Button size="compact-xs" variant="default" onClick={onTeach}>
          {t(isKnown ? 'healthAction.teach' : 'healthAction.teachFirst')}
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={copyReport}>
        {t('healthAction.report')}
      </Button>
    </>
  );
}
