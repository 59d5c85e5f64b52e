import { Button, Group, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isFitValue,
  listFields,
  type FillContext,
  type SlotField,
  type SlotValues,
} from '../../knowledge/articles/index.ts';
import { isComposing } from '../../utils/keyboard/shortcut.ts';
import { SlotControl } from './SlotControl.tsx';

export interface SlotFormProps {
  template: string;
  /** What nobody is asked for. */
  known: SlotValues;
  /** Typed before in this contact: a time that was promised is offered again, never promised again by itself. */
  offered?: SlotValues;
  context: FillContext;
  submitLabel: string;
  onSubmit: (values: SlotValues) => void;
  onCancel: () => void;
}

/** Asks for what nobody knows yet, in Tab order; Enter goes on to what is still missing and inserts from the last. */
export function SlotForm({ template, context, onSubmit, onCancel, submitLabel, ...given }: SlotFormProps) {
  const { t } = useTranslation();
  // A field must not go while somebody types into it.
  const [known] = useState(given.known);
  const [answers, setAnswers] = useState<SlotValues>(() => leaveOut(given.offered ?? {}, known));
  const findFields = (typed: SlotValues) => listFields(template, { known, typed }, context);
  const isMissing = ({ slot, isRequired }: SlotField, typed: SlotValues) =>
    typed[slot.name]?.trim() ? !isFitValue(slot, typed[slot.name] ?? '', context) : isRequired;
  const fields = findFields(answers);
  const submit = (typed: SlotValues) => {
    const asked = findFields(typed);
    if (asked.some((field) => isMissing(field, typed))) return false;
    onSubmit(pickAnswers(typed, asked));
    return true;
  };
  const goOn = useGoingOn();
  const handleKey = useFormKeys({
    onCancel,
    onEnter: (input) => {
      const next = chooseFocused(input, answers);
      setAnswers(next);
      if (!submit(next)) goOn(input);
    },
  });
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    submit(answers);
  };

  return (
    <form onSubmit={handleSubmit} onKeyDown={handleKey} aria-label={t('slots.title')}>
      <Stack gap={4} mt={6}>
        {fields.map((field, at) => (
          <FieldRow
            key={field.slot.name}
            field={field}
            isFirst={at === 0}
            isMissing={isMissing(field, answers)}
            value={answers[field.slot.name] ?? ''}
            onChange={(value) => setAnswers((before) => ({ ...before, [field.slot.name]: value }))}
          />
        ))}
        <Group gap="xs">
          <Button
            type="submit"
            size="compact-xs"
            disabled={fields.some((field) => isMissing(field, answers))}
          >
            {submitLabel}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldRowProps {
  field: SlotField;
  value: string;
  isFirst: boolean;
  isMissing: boolean;
  onChange: (value: string) => void;
}

function FieldRow({ field: { slot, isRequired }, value, isFirst, isMissing, onChange }: FieldRowProps) {
  const { t } = useTranslation();
  const id = useId();
  const isUnfit = isMissing && value.trim() !== '';
  const label = isRequired ? slot.name : t('slots.optional', { name: slot.name });
  return (
    <div className="slot-field" data-missing={isMissing || undefined}>
      <Text size="xs" {...(slot.format.kind === 'choice' ? {} : { component: 'label', htmlFor: id })}>
        {label}
      </Text>
      <SlotControl {...{ slot, value, onChange, id, isFirst, isUnfit }} />
      {isUnfit && (
        <Text size="xs" c="dimmed" role="status" className="slot-hint">
          {describeUnfit(slot, t)}
        </Text>
      )}
    </div>
  );
}

function describeUnfit({ format }: SlotField['slot'], t: TFunction): string {
  if (format.kind !== 'number' || !format.bounds) return t('slots.number');
  return t('slots.bounds', { min: format.bounds.min, max: format.bounds.max });
}

/** To what is still missing, once it is on screen: an answer can bring in more questions. */
function useGoingOn(): (from: HTMLInputElement) => void {
  const left = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (left.current) focusNextMissing(left.current);
    left.current = null;
  });
  return (from) => {
    left.current = from;
  };
}

interface FormKeys {
  onEnter: (input: HTMLInputElement) => void;
  onCancel: () => void;
}

function useFormKeys({ onEnter, onCancel }: FormKeys): (event: KeyboardEvent) => void {
  return (event) => {
    // The card around us has keys of its own.
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) {
      // Enter picks a candidate now; it must not submit.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    onEnter(event.target);
  };
}

/** Enter on a choice nobody has made yet makes it. */
function chooseFocused(input: HTMLInputElement, answers: SlotValues): SlotValues {
  const isChoice = input.type === 'radio' && !answers[input.name];
  return isChoice ? { ...answers, [input.name]: input.value } : { ...answers };
}

function focusNextMissing(field: HTMLInputElement): void {
  const rows = [...(field.form?.querySelectorAll('.slot-field') ?? [])];
  const at = rows.findIndex((row) => row.contains(field));
  const next = [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => row.matches('[data-missing]'));
  next?.querySelector('input')?.focus();
}

function leaveOut(values: SlotValues, known: SlotValues): SlotValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !Object.hasOwn(known, name)));
}

function pickAnswers(typed: SlotValues, fields: readonly SlotField[]): SlotValues {
  return Object.fromEntries(
    fields.flatMap(({ slot: { name } }) => (typed[name]?.trim() ? [[name, typed[name]] as const] : [])),
  );
}
