import { MINUTE } from '../../utils/time/clock.ts';

/** Hands a text to the person as a file. Nothing goes anywhere else. */
export function downloadText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Not at once: the browser reads it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), MINUTE);
}
