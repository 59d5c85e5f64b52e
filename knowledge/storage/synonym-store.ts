import { keyOfGroup, tidyTerms, type SynonymGroup } from '../synonyms/index.ts';
import type { NewId } from '../../utils/ids/new-id.ts';
import type { KnowledgeDatabase } from './databases.ts';
import { pickAbsent } from './pick-absent.ts';
import { guardStorage } from './storage-failure.ts';

/** The team's own synonyms; the bundled ones are not stored. */
export interface SynonymStore {
  /** Oldest first. */
  list(): Promise<SynonymGroup[]>;
  /** Leaves out groups that are there already and what is no group. @returns how many were added */
  add(groups: readonly { terms: readonly string[] }[]): Promise<{ added: number }>;
  remove(ids: readonly string[]): Promise<void>;
  /** Takes a removal back. */
  restore(groups: readonly SynonymGroup[]): Promise<void>;
}

export function createSynonymStore(database: KnowledgeDatabase, newId: NewId): SynonymStore {
  const { synonyms } = database;
  const toRow = ({ id, terms }: SynonymGroup) => ({ id, v: 1 as const, terms: [...terms] });
  return {
    list: () => guardStorage(async () => (await synonyms.toArray()).map(({ id, terms }) => ({ id, terms }))),
    add: (groups) =>
      guardStorage(() =>
        database.transaction('rw', synonyms, async () => {
          const known = new Set((await synonyms.toArray()).map(({ terms }) => keyOfGroup(terms)));
          const added = new Map<string, string[]>();
          for (const group of groups) {
            const tidy = tidyTerms(group.terms);
            if (tidy.ok && !known.has(keyOfGroup(tidy.terms))) added.set(keyOfGroup(tidy.terms), tidy.terms);
          }
          await synonyms.bulkPut([...added.values()].map((terms) => toRow({ id: newId(), terms })));
          return { added: added.size };
        }),
      ),
    remove: (ids) => guardStorage(() => synonyms.bulkDelete([...ids])),
    restore: (removed) =>
      guardStorage(() =>
        database.transaction('rw', synonyms, async () => {
          const there = await synonyms.bulkGet(removed.map(({ id }) => id));
          await synonyms.bulkPut(pickAbsent(removed.map(toRow), there));
        }),
      ),
  };
}
