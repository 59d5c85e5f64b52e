import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

export interface QuietButtonProps extends Pick<ButtonProps, 'disabled'> {
  children: ReactNode;
  onClick: () => void;
  /** Set where it shows and hides something. */
  isExpanded?: boolean;
}

/** A step that is there when wanted and asks for nothing. */
export function QuietButton({ children, onClick, isExpanded, ...props }: QuietButtonProps) {
  return (
    <Button size="compact-xs" variant="subtle" aria-expanded={isExpanded} onClick={onClick} {...props}>
      {children}
    </Button>
  );
}
