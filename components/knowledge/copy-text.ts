import { usePanelStore } from '../state/panel-store.ts';

export function copyText(text: string): void {
  void navigator.clipboard.writeText(text).then(() => usePanelStore.getState().notify({ kind: 'copied' }));
}
