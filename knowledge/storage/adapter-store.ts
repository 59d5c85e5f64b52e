import type { ConsoleAdapter } from '../adapters/index.ts';
import type { Clock } from '../../utils/time/clock.ts';
import type { KnowledgeDatabase } from './databases.ts';
import { pickAbsent } from './pick-absent.ts';
import { guardStorage } from './storage-failure.ts';
import type { AdapterRow } from './tables.ts';

/** The person's own adapters, taught or imported; the bundled ones are not stored. */
export interface AdapterStore {
  list(): Promise<AdapterRow[]>;
  /** Takes the place of one with the same id. */
  save(adapter: ConsoleAdapter): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Takes a removal back. */
  restore(rows: readonly AdapterRow[]): Promise<void>;
}

export function createAdapterStore(database: KnowledgeDatabase, clock: Clock): AdapterStore {
  const { adapters } = database;
  return {
    list: () => guardStorage(() => adapters.toArray()),
    save: (adapter) =>
      guardStorage(async () => {
        await adapters.put({ id: adapter.id, v: 1, adapter, savedAt: clock() });
      }),
    remove: (ids) => guardStorage(() => adapters.bulkDelete([...ids])),
    restore: (removed) =>
      guardStorage(() =>
        database.transaction('rw', adapters, async () => {
          const there = await adapters.bulkGet(removed.map(({ id }) => id));
          await adapters.bulkPut(pickAbsent(removed, there));
        }),
      ),
  };
}
