import { Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Complaint, StageNow } from '../state/complaint.ts';
import { ClockList } from './ClockList.tsx';
import { EscalationList } from './EscalationList.tsx';
import { StageBar } from './StageBar.tsx';
import { StageDuties } from './StageDuties.tsx';
import { QuietButton } from './QuietButton.tsx';

// Severe complaints are few, and their record is opened less often still.
const RecordDialog = lazy(async () => ({ default: (await import('./RecordDialog.tsx')).RecordDialog }));

export interface ComplaintSectionProps {
  complaint: Complaint;
  stage: StageNow;
}

/** Where the talk stands, what has to be said there, who should know, and by when. */
export function ComplaintSection({ complaint, stage }: ComplaintSectionProps) {
  const { t } = useTranslation();
  const [isRecordOpen, setIsRecordOpen] = useState(false);
  const record = complaint.kept?.record ?? null;
  return (
    <Stack gap={8} mt={8} component="section" aria-label={t('complaint.title')}>
      {complaint.draftObjection && (
        <DraftObjection objection={complaint.draftObjection} onAsk={complaint.act.ask} />
      )}
      <div className="complaint-part">
        <StageBar stages={complaint.stages} stage={stage} onMove={complaint.act.moveTo} />
        <StageDuties stage={stage} onTick={complaint.act.toggleTick} />
      </div>
      <EscalationList complaint={complaint} />
      <ClockList complaint={complaint} />
      <Group gap={12}>
        {record && <QuietButton onClick={() => setIsRecordOpen(true)}>{t('record.open')}</QuietButton>}
        {complaint.hasBrokenRules && (
          <Text size="xs" c="dimmed" role="status">
            {t('complaint.brokenRules')}
          </Text>
        )}
      </Group>
      <Suspense>
        {record && isRecordOpen && (
          <RecordDialog record={record} act={complaint.act} onClose={() => setIsRecordOpen(false)} />
        )}
      </Suspense>
    </Stack>
  );
}

function DraftObjection({
  objection,
  onAsk,
}: {
  objection: NonNullable<Complaint['draftObjection']>;
  onAsk: Complaint['act']['ask'];
}) {
  const { t } = useTranslation();
  return (
    <Group className="complaint-part" gap={8} justify="space-between" wrap="nowrap" role="status">
      <Text size="xs" lineClamp={2}>
        {t('ask.draft', { words: objection.offer.words })}
      </Text>
      <QuietButton onClick={() => onAsk(objection)}>{t('ask.button')}</QuietButton>
    </Group>
  );
}
