import { Box, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { isComposing } from '../../utils/keyboard/shortcut.ts';
import { describeContact } from '../contacts/describe-contact.ts';
import { useRecords } from '../state/records.ts';
import { sayNotStored } from '../state/say-not-stored.ts';
import { ContactEvidence } from './ContactEvidence.tsx';
import { focusFirstMissing, focusOutcome, focusRating } from './focus-question.ts';
import { OutcomeField } from './OutcomeField.tsx';
import { RatingField } from './RatingField.tsx';
import { RUBRIC, useWrapUp, type WrapUp } from './use-wrap-up.ts';

export interface WrapUpFormProps {
  contact: Contact;
  onLeave: () => void;
}

/** The fifteen-second wrap-up. What is typed stays until it is really stored. */
export function WrapUpForm({ contact, onLeave }: WrapUpFormProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const wrapUp = useWrapUp(contact.id);
  const { draft, problem, change } = wrapUp;

  // Hands on the keyboard: the first question is ready for its digit.
  useEffect(() => focusOutcome(form.current), []);

  const save = async () => {
    const outcome = await wrapUp.save();
    if (outcome === 'stored') onLeave();
    if (outcome === 'incomplete') focusFirstMissing(form.current, draft, RUBRIC);
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
        <WordsFields wrapUp={wrapUp} />
        <FormActions contact={contact} problem={problem} onLeave={onLeave} />
      </Stack>
    </form>
  );
}

/** Topic and note: the only things that are typed. */
function WordsFields({ wrapUp: { draft, change, changeTopic } }: { wrapUp: WrapUp }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        size="sm"
        label={t('wrapUp.topic')}
        placeholder={t('wrapUp.topicPlaceholder')}
        value={draft.topic}
        onChange={(event) => changeTopic(event.currentTarget.value)}
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
    </>
  );
}

/** Always in sight, and with it what is still missing. */
function FormActions({ contact, problem, onLeave }: WrapUpFormProps & Pick<WrapUp, 'problem'>) {
  const { t } = useTranslation();
  const { contacts } = useRecords();
  return (
    <Box pos="sticky" bottom={-12} py={8} bg="var(--mantine-color-body)">
      {problem && (
        <Text size="sm" role="alert" fw={600} mb={6} c="var(--mantine-color-yellow-light-color)">
          {t(`wrapUp.problem.${problem}`)}
        </Text>
      )}
      <Group gap="xs" wrap="nowrap">
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
          onClick={() => {
            contacts
              .skipWrapUp(contact.id)
              .then(onLeave)
              .catch((error: unknown) => sayNotStored('panel/skip-wrap-up', error));
          }}
        >
          {t('wrapUp.skip')}
        </Button>
        <Text size="xs" c="dimmed" component="kbd">
          Ctrl ⏎
        </Text>
      </Group>
    </Box>
  );
}
