import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ASK_REASONS, ROLE_NAMES, type AuthorityRules } from '../../knowledge/complaints/index.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { copyText } from '../state/copy-text.ts';
import type { Authority, Question } from '../state/use-authority.ts';

export interface AskDialogProps {
  question: Question;
  rules: AuthorityRules;
  authority: Pick<Authority, 'answer' | 'nameAmount' | 'waitForAnswer'>;
}

/** Above the limit: why, who may decide, the words to ask with, and what was answered. Never a dead end. */
export function AskDialog({ question, rules, authority }: AskDialogProps) {
  const { t } = useTranslation();
  const { objection, summary } = question;
  return (
    <Modal
      opened
      onClose={authority.waitForAnswer}
      title={t('ask.title')}
      size="sm"
      padding="md"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap={8}>
        <Objection question={question} rules={rules} />
        {objection.answer.reason === 'amount-unknown' && <AmountField onNamed={authority.nameAmount} />}
        <Text size="xs" fw={600}>
          {t('ask.summary')}
        </Text>
        <Text size="xs" className="complaint-part" style={{ whiteSpace: 'pre-wrap' }}>
          {summary}
        </Text>
        <Button size="xs" variant="light" data-autofocus onClick={() => copyText(summary)}>
          {t('ask.copy')}
        </Button>
        <AnswerFields onAnswer={authority.answer} onLater={authority.waitForAnswer} />
      </Stack>
    </Modal>
  );
}

function Objection({
  question: { objection, wasAskedBefore },
  rules,
}: Pick<AskDialogProps, 'question' | 'rules'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { offer, answer } = objection;
  const limit = answer.limit === null ? '' : `${answer.limit} ${rules.currency}`;
  const who = answer.needsRole ? ROLE_NAMES[answer.needsRole][locale] : t('ask.nobody');
  return (
    <div>
      <Text size="sm">{t('ask.offer', { words: offer.words })}</Text>
      <Text size="sm">
        {t('ask.because', {
          decision: rules.names[answer.decision][locale],
          reason: ASK_REASONS[answer.reason][locale],
        })}
        {limit && t('ask.limit', { limit })}
      </Text>
      <Text size="sm">{t('ask.who', { who })}</Text>
      {wasAskedBefore && (
        <Text size="xs" c="dimmed">
          {t('ask.before')}
        </Text>
      )}
    </div>
  );
}

function AmountField({ onNamed }: { onNamed: (amount: number) => void }) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState<number | null>(null);
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <NumberInput
        size="xs"
        style={{ flex: 1 }}
        label={t('ask.amount')}
        min={0}
        max={10_000_000}
        value={amount ?? ''}
        onChange={(value) => setAmount(typeof value === 'number' ? value : null)}
      />
      <Button
        size="xs"
        variant="default"
        disabled={amount === null}
        onClick={() => amount !== null && onNamed(amount)}
      >
        {t('ask.check')}
      </Button>
    </Group>
  );
}

interface AnswerFieldsProps {
  onAnswer: Authority['answer'];
  onLater: () => void;
}

function AnswerFields({ onAnswer, onLater }: AnswerFieldsProps) {
  const { t } = useTranslation();
  const [by, setBy] = useState('');
  const name = by.trim();
  return (
    <>
      <TextInput
        size="xs"
        label={t('ask.by')}
        description={t('ask.byText')}
        maxLength={40}
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <Group gap={6}>
        <Button size="xs" disabled={!name} onClick={() => onAnswer('approved', name)}>
          {t('ask.approved')}
        </Button>
        <Button size="xs" variant="default" disabled={!name} onClick={() => onAnswer('refused', name)}>
          {t('ask.refused')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onLater}>
          {t('ask.later')}
        </Button>
      </Group>
    </>
  );
}
