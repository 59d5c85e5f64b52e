import { MINUTE } from '../../utils/time/clock.ts';

/** Opens a finished page in a tab of its own, to be read and printed. It can load nothing and run nothing. */
export function openPage(html: string): void {
  const url = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
  // The tab reads it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), MINUTE);
}
