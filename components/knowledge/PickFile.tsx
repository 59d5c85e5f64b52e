import { Button, FileButton } from '@mantine/core';
import { reportError } from '../../utils/errors/report-error.ts';
import { readTextFile } from './read-text-file.ts';

export interface PickFileProps {
  label: string;
  onText: (text: string) => void;
}

/** A button for a text file from disk. */
export function PickFile({ label, onText }: PickFileProps) {
  const read = (file: File | null) => {
    if (!file) return;
    readTextFile(file)
      .then(onText)
      .catch((error: unknown) => reportError('panel/read-file', error));
  };
  return (
    <FileButton
      accept=".txt,.csv,.tsv,text/plain,text/csv"
      onChange={read}
      inputProps={{ 'aria-label': label }}
    >
      {(props) => (
        <Button size="xs" variant="default" {...props}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
