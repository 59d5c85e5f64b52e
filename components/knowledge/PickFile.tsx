import { Button, FileButton } from '@mantine/core';
import { useRef } from 'react';
import { reportError } from '../../utils/errors/report-error.ts';
import { usePanelStore } from '../state/panel-store.ts';
import { readTextFile } from './read-text-file.ts';

const TABLES_AND_TEXTS = '.txt,.csv,.tsv,text/plain,text/csv';

export interface PickFileProps {
  label: string;
  /** Which files, as file fields say it. */
  accept?: string;
  onText: (text: string) => void;
}

/** A button for a text file from disk. */
export function PickFile({ label, accept = TABLES_AND_TEXTS, onText }: PickFileProps) {
  const reset = useRef<() => void>(null);
  const read = (file: File | null) => {
    // Or the same file could not be picked again after it was mended.
    reset.current?.();
    if (!file) return;
    readTextFile(file)
      .then(onText)
      .catch((error: unknown) => {
        reportError('panel/read-file', error);
        usePanelStore.getState().notify({ kind: 'file-unreadable' });
      });
  };
  return (
    <FileButton accept={accept} resetRef={reset} onChange={read} inputProps={{ 'aria-label': label }}>
      {(props) => (
        <Button size="xs" variant="default" {...props}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
