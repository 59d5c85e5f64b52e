import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { ReactNode } from 'react';

export interface StateCardProps {
  icon: ReactNode;
  title: string;
  /** What happened and what to do, in a sentence or two. */
  children: ReactNode;
  /** The next step. */
  action?: ReactNode;
  tone?: 'neutral' | 'amber';
}

/** An empty, waiting or error state: what is the case, and the next step. */
export function StateCard({ icon, title, children, action, tone = 'neutral' }: StateCardProps) {
  return (
    <Stack align="center" gap="xs" px="md" py="xl" ta="center" role="status">
      <ThemeIcon size={40} radius="xl" variant="light" color={tone === 'amber' ? 'yellow' : 'gray'}>
        {icon}
      </ThemeIcon>
      <Text fw={600} component="h2" size="md">
        {title}
      </Text>
      <Text size="sm" c="dimmed" maw={320}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
