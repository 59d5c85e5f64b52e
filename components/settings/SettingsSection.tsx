import { Stack, Text } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';

export interface SettingsSectionProps {
  title: string;
  /** What it is about, under the title. */
  text?: string | undefined;
  onKeyDown?: (event: KeyboardEvent) => void;
  children?: ReactNode;
}

/** A part of the settings that is more than one field: its name, and what belongs to it. */
export function SettingsSection({ title, text, onKeyDown, children }: SettingsSectionProps) {
  return (
    <Stack gap={4} onKeyDown={onKeyDown}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {text && (
        <Text size="xs" c="dimmed">
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}
