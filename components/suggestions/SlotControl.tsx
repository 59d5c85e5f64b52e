import { Input } from '@mantine/core';
import { useCallback, type KeyboardEvent } from 'react';
import type { BoundSlot } from '../../knowledge/articles/index.ts';

export interface SlotControlProps {
  slot: BoundSlot;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Where a label in sight names it; else the slot's name is its label. */
  id?: string;
  /** Takes the focus when it comes on screen. */
  isFirst: boolean;
  isUnfit: boolean;
}

/** What a slot is filled in with: a line, a day, a number, or its choices side by side. */
export function SlotControl({ slot, value, onChange, onKeyDown, id, isFirst, isUnfit }: SlotControlProps) {
  const arrive = useCallback((input: HTMLInputElement | null) => {
    input?.focus();
    input?.select();
  }, []);
  const { name, format } = slot;
  if (format.kind === 'choice') {
    return (
      <span role="radiogroup" aria-label={name} className="choices">
        {format.options.map((option, at) => (
          <label key={option} className="choice">
            <input
              ref={isFirst && (value ? value === option : at === 0) ? arrive : undefined}
              type="radio"
              name={name}
              value={option}
              checked={value === option}
              onChange={() => onChange(option)}
              onKeyDown={onKeyDown}
            />
            {option}
          </label>
        ))}
      </span>
    );
  }
  return (
    <Input
      size="xs"
      ref={isFirst ? arrive : undefined}
      type={format.kind === 'date' ? 'date' : 'text'}
      {...(id === undefined ? { 'aria-label': name } : { id })}
      {...(format.kind === 'number' && { inputMode: 'decimal' })}
      placeholder={format.kind === 'number' ? describeNumber(format) : ''}
      autoComplete="off"
      error={isUnfit}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function describeNumber({ bounds, unit }: BoundSlot['format'] & { kind: 'number' }): string {
  return `${bounds ? `${bounds.min}–${bounds.max}` : ''}${unit}`.trim();
}
