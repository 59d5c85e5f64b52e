import { useTranslation } from 'react-i18next';
import { usePanelStore } from '../state/panel-store.ts';
import { usePromiseActs } from '../state/use-promises.ts';
import { sayState } from './say-promise.ts';

/** @returns closes a promise, says as what, and offers it back; false when it was not closed */
export function usePromiseClosing(): (
  id: string,
  outcome: 'done' | 'broken' | 'withdrawn',
) => Promise<boolean> {
  const { t } = useTranslation();
  const acts = usePromiseActs();
  return async (id, outcome) => {
    const closed = await acts.close(id, outcome);
    if (!closed?.ok) return false;
    usePanelStore.getState().notify({
      kind: 'said',
      text: t('promise.closed', { state: sayState(closed.value, t) }),
      undo: async () => void (await acts.reopen(id)),
    });
    return true;
  };
}
