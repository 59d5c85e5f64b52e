/** The consoles a person taught or imported, and the word to open consoles when they change. */
import type { ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import type { AdapterRow } from '../../knowledge/knowledge-base.ts';
import { adaptersChangedAt } from '../../utils/settings/settings.ts';
import { useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';
import { useRemoval, useStored, type Stored } from './use-stored.ts';

export interface OwnAdapters {
  stored: Stored<AdapterRow[]>;
  /** @returns whether it is kept now */
  save: (adapter: ConsoleAdapter) => Promise<boolean>;
  /** Takes one away at once and offers it back. */
  remove: (row: AdapterRow) => Promise<boolean>;
}

export function useOwnAdapters(): OwnAdapters {
  const { adapters } = useRecords();
  const stored = useStored(() => adapters.list(), [adapters]);
  const remove = useRemoval<AdapterRow>({
    remove: (ids) => adapters.remove(ids).then(tellConsoles),
    restore: (rows) => adapters.restore(rows).then(tellConsoles),
  });
  const save = async (adapter: ConsoleAdapter) => {
    try {
      await adapters.save(adapter);
      await tellConsoles();
      return true;
    } catch (error) {
      sayNotStored('panel/save-adapter', error);
      return false;
    }
  };
  return { stored, save, remove };
}

/** Open consoles watch this and ask the background again. */
function tellConsoles(): Promise<void> {
  return adaptersChangedAt.setValue(Date.now());
}
