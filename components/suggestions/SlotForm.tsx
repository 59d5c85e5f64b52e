import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlotValues } from '../../knowledge/articles/index.ts';
import { usePanelStore } from '../state/panel-store.ts';
import { isComposing } from '../../utils/keyboard/shortcut.ts';

export interface SlotFormProps {
  slots: readonly string[];
  onSubmit: (values: SlotValues) => void;
  onCancel: () => void;
}

/** Asks for what nobody knows yet, in Tab order; Enter goes on to the next empty one and inserts from the last. */
export function SlotForm({ slots, onSubmit, onCancel }: SlotFormProps) {
  const { t } = useTranslation();
  // A time that was promised before is offered again, never promised again by itself.
  const typedBefore = usePanelStore.getState().typedSlots;
  const [values, setValues] = useState<Record<string, string>>(() => pickSlots(typedBefore, slots));
  const isComplete = slots.every((slot) => values[slot]?.trim());

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isComplete) onSubmit(values);
  };

  const handleKey = (event: KeyboardEvent) => {
    // The card around us has keys of its own.
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) {
      // Enter picks a candidate now; it must not submit.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isComplete) {
      event.preventDefault();
      focusNextEmpty(event.target);
    }
  };

  return (
    <form onSubmit={submit} onKeyDown={handleKey} aria-label={t('slots.title')}>
      <Stack gap={6} mt={6}>
        {slots.map((slot, at) => (
          <TextInput
            key={slot}
            size="xs"
            label={slot}
            data-autofocus={at === 0 || undefined}
            autoFocus={at === 0}
            autoComplete="off"
            value={values[slot] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setValues((before) => ({ ...before, [slot]: value }));
            }}
          />
        ))}
        <Group gap="xs">
          <Button type="submit" size="compact-xs" disabled={!isComplete}>
            {t('card.insert')}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function focusNextEmpty(field: HTMLInputElement): void {
  const fields = [...(field.form?.querySelectorAll('input') ?? [])];
  const at = fields.indexOf(field);
  const fromHere = [...fields.slice(at + 1), ...fields.slice(0, at)];
  fromHere.find(({ value }) => value.trim() === '')?.focus();
}

function pickSlots(typed: SlotValues, slots: readonly string[]): Record<string, string> {
  return Object.fromEntries(slots.map((slot) => [slot, typed[slot] ?? '']));
}
