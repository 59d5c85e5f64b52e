import { ActionIcon, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CLAUSE_NAMES,
  listOpenClauses,
  MAX_ENTRY_LENGTH,
  RECORD_CLAUSES,
  writeRecordMarkdown,
  writeRecordPage,
  type CaseRecord,
  type RecordClause,
} from '../../knowledge/complaints/index.ts';
import { formatWhen } from '../contacts/describe-contact.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { downloadText } from '../knowledge/download-text.ts';
import type { ComplaintActs } from '../state/complaint.ts';
import { OWN_TIME_ZONE } from '../state/own-time-zone.ts';
import { openPage } from './open-page.ts';

export interface RecordDialogProps {
  record: CaseRecord;
  act: Pick<ComplaintActs, 'note' | 'removeNote'>;
  onClose: () => void;
}

/** The record of a severe complaint, clause by clause, with what is still missing; to note in, to hand on. */
export function RecordDialog({ record, act, onClose }: RecordDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const context = { locale, timeZone: OWN_TIME_ZONE };
  const open = listOpenClauses(record);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('record.title')}
      fullScreen
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap={12}>
        <Group gap={6}>
          <Button
            size="xs"
            onClick={() => downloadText(`case-${record.id}.md`, writeRecordMarkdown(record, context))}
          >
            {t('record.markdown')}
          </Button>
          <Button size="xs" variant="default" onClick={() => openPage(writeRecordPage(record, context))}>
            {t('record.print')}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {t('record.masked')}
        </Text>
        <NoteForm open={open} onNote={act.note} />
        {RECORD_CLAUSES.map((clause, index) => (
          <Clause key={clause} {...{ record, clause, index }} onRemove={act.removeNote} />
        ))}
      </Stack>
    </Modal>
  );
}

interface ClauseProps {
  record: CaseRecord;
  clause: RecordClause;
  index: number;
  onRemove: ComplaintActs['removeNote'];
}

function Clause({ record, clause, index, onRemove }: ClauseProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const entries = record.clauses[clause];
  return (
    <section>
      <Text size="sm" fw={600} component="h3">
        {`7.${index + 1} ${CLAUSE_NAMES[clause][locale]}`}
      </Text>
      {entries.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('record.empty')}
        </Text>
      )}
      <ul className="plain-list">
        {entries.map(({ at, who, text }, place) => (
          <li key={`${at} ${who} ${text}`}>
            <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between">
              <Text size="xs" style={{ whiteSpace: 'pre-wrap' }}>
                {at !== null && `${formatWhen(at, locale, 'short')} `}
                {t('record.said', { who: t(`record.who.${who}`), text })}
              </Text>
              {who === 'agent' && (
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={t('record.remove')}
                  title={t('record.remove')}
                  onClick={() => onRemove(clause, place)}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NoteFormProps {
  open: readonly RecordClause[];
  onNote: ComplaintActs['note'];
}

/** Begins with the first clause that nothing is written under. */
function NoteForm({ open, onNote }: NoteFormProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [chosen, setChosen] = useState<RecordClause | null>(null);
  const [text, setText] = useState('');
  const clause = chosen ?? open[0] ?? 'closing';
  const add = () => {
    onNote(clause, text);
    setText('');
    setChosen(null);
  };
  return (
    <Stack gap={6} className="complaint-part">
      <Select
        size="xs"
        label={t('record.clause')}
        allowDeselect={false}
        value={clause}
        onChange={(value) => setChosen(RECORD_CLAUSES.find((one) => one === value) ?? null)}
        data={RECORD_CLAUSES.map((value, index) => ({
          value,
          label: `7.${index + 1} ${CLAUSE_NAMES[value][locale]}`,
        }))}
      />
      <Textarea
        size="xs"
        label={t('record.note')}
        autosize
        minRows={2}
        maxLength={MAX_ENTRY_LENGTH}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button size="xs" variant="light" disabled={!text.trim()} onClick={add}>
        {t('record.add')}
      </Button>
    </Stack>
  );
}
