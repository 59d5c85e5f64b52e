import { reportError } from '../../utils/errors/report-error.ts';
import { usePanelStore } from './panel-store.ts';

/** Puts a text on the clipboard and says so, or that the browser did not let us. */
export function copyText(text: string): void {
  const { notify } = usePanelStore.getState();
  navigator.clipboard
    .writeText(text)
    .then(() => notify({ kind: 'copied' }))
    .catch((error: unknown) => {
      reportError('panel/copy-text', error);
      notify({ kind: 'copy-refused' });
    });
}
