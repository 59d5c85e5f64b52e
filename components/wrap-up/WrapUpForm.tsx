import { Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  assess,
  CONTACT_OUTCOMES,
  GENERAL_SERVICE_RUBRIC,
  type AssessmentDraft,
  type ContactOutcome,
} from '../../knowledge/assessment/index.ts';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { classifyStorageError } from '../../knowledge/knowledge-base.ts';
import { newId } from '../../utils/ids/new-id.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { isComposing } from '../../utils/keyboard/shortcut.ts';
import { describeContact } from '../contacts/describe-contact.ts';
import { usePanelStore } from '../state/panel-store.ts';
import { useRecords } from '../state/records.ts';
import { ContactEvidence } from './ContactEvidence.tsx';
import { RatingField } from './RatingField.tsx';
import { useSuggestedTopic } from '../state/use-suggested-topic.ts';

const RUBRIC = GENERAL_SERVICE_RUBRIC;
const EMPTY: AssessmentDraft = { ratings: {}, topic: '', outcome: null, mood: null, note: '' };

/** The fifteen-second wrap-up. What is typed stays until it is really stored. */
export function WrapUpForm({ contact, onLeave }: { contact: Contact; onLeave: () => void }) {
  const { t } = useTranslation();
  const records = useRecords();
  const { notify } = usePanelStore.getState();
  const form = useRef<HTMLFormElement>(null);
  // Made once per form: saving twice must not store twice.
  const [assessmentId] = useState(newId);
  const [draft, setDraft] = useState(EMPTY);
  const [problem, setProblem] = useState<
    'outcome-missing' | 'ratings-missing' | 'full' | 'unavailable' | null
  >(null);
  const suggestedTopic = useSuggestedTopic(contact.id);
  const [typedTopic, setTypedTopic] = useState<string | null>(null);
  const topic = typedTopic ?? suggestedTopic;

  useEffect(() => {
    // Hands on the keyboard: the first question is ready for its digit.
    form.current?.querySelector<HTMLElement>('[data-field="outcome"] input')?.focus();
  }, []);

  const change = (part: Partial<AssessmentDraft>) => {
    setProblem(null);
    setDraft((before) => ({ ...before, ...part }));
  };

  const save = async () => {
    const assessed = assess(
      { ...draft, topic },
      { id: assessmentId, contactId: contact.id, rubric: RUBRIC, now: Date.now() },
    );
    if (!assessed.ok) {
      setProblem(assessed.reason);
      focusFirstMissing(form.current, draft);
      return;
    }
    try {
      await records.assessments.save(assessed.value);
      notify({ kind: 'saved' });
      onLeave();
    } catch (error) {
      reportError('panel/save-assessment', error);
      setProblem(classifyStorageError(error) === 'full' ? 'full' : 'unavailable');
    }
  };

  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <form
      ref={form}
      aria-label={t('wrapUp.title')}
      onKeyDown={handleKey}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap={10}>
        <div>
          <Text size="md" fw={600} component="h2" m={0}>
            {describeContact(contact, t)}
          </Text>
          <ContactEvidence contact={contact} />
        </div>
        <OutcomeField
          value={draft.outcome}
          onChange={(outcome) => change({ outcome })}
          onDone={() => focusRating(form.current, 0)}
        />
        {RUBRIC.criteria.map((criterion, at) => (
          <RatingField
            key={criterion.id}
            criterion={criterion}
            value={draft.ratings[criterion.id]}
            onRate={(level) => change({ ratings: { ...draft.ratings, [criterion.id]: level } })}
            onDone={() => focusRating(form.current, at + 1)}
          />
        ))}
        <TextInput
          size="sm"
          label={t('wrapUp.topic')}
          placeholder={t('wrapUp.topicPlaceholder')}
          value={topic}
          onChange={(event) => setTypedTopic(event.currentTarget.value)}
          maxLength={80}
        />
        <Textarea
          size="sm"
          label={t('wrapUp.note')}
          placeholder={t('wrapUp.notePlaceholder')}
          autosize
          minRows={1}
          maxRows={4}
          value={draft.note}
          maxLength={2000}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        {problem && (
          <Text size="sm" role="alert" c="var(--mantine-color-orange-light-color)" fw={600}>
            {t(`wrapUp.problem.${problem}`)}
          </Text>
        )}
        <Group gap="xs" wrap="nowrap" pos="sticky" bottom={-12} py={8} bg="var(--mantine-color-body)">
          <Button type="submit" size="sm" data-save>
            {t('wrapUp.save')}
          </Button>
          <Button size="sm" variant="default" onClick={onLeave}>
            {t('wrapUp.later')}
          </Button>
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            onClick={() => void records.contacts.skipWrapUp(contact.id).then(onLeave)}
          >
            {t('wrapUp.skip')}
          </Button>
          <Text size="xs" c="dimmed" component="kbd">
            Ctrl ⏎
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

interface OutcomeFieldProps {
  value: ContactOutcome | null;
  onChange: (outcome: ContactOutcome) => void;
  onDone: () => void;
}

/** Digits 1 to 4 choose and go on. */
function OutcomeField({ value, onChange, onDone }: OutcomeFieldProps) {
  const { t } = useTranslation();
  const handleKey = (event: KeyboardEvent) => {
    const chosen = CONTACT_OUTCOMES[Number(event.key) - 1];
    if (!chosen || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChange(chosen);
    onDone();
  };
  return (
    <div onKeyDown={handleKey} data-field="outcome">
      <Text size="sm" fw={600} id="outcome-label">
        {t('wrapUp.outcome')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="outcome-label"
        value={value ?? ''}
        onChange={(chosen) => onChange(chosen as ContactOutcome)}
        data={CONTACT_OUTCOMES.map((outcome, at) => ({
          value: outcome,
          label: `${at + 1} ${t(`outcome.${outcome}`)}`,
        }))}
      />
    </div>
  );
}

function focusRating(form: HTMLFormElement | null, at: number): void {
  const groups = form?.querySelectorAll<HTMLElement>('[role="radiogroup"][data-criterion]');
  const next = groups?.[at]?.querySelector<HTMLElement>('[tabindex="0"]');
  (next ?? form?.querySelector<HTMLElement>('[data-save]'))?.focus();
}

function focusFirstMissing(form: HTMLFormElement | null, draft: AssessmentDraft): void {
  if (!draft.outcome) form?.querySelector<HTMLElement>('[data-field="outcome"] input')?.focus();
  else
    focusRating(
      form,
      RUBRIC.criteria.findIndex(({ id }) => draft.ratings[id] === undefined),
    );
}
