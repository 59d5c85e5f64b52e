/** The synonyms of the moment, made ready for finding once a change. */
import { createConceptFinder, type ConceptFinder } from '../../knowledge/search/index.ts';
import { BUNDLED_SYNONYMS, type SynonymGroup } from '../../knowledge/synonyms/index.ts';

export interface SynonymKeeper {
  /** The same object until they change. */
  readonly concepts: ConceptFinder;
  /** @returns whether they are others than before */
  replace(groups: readonly SynonymGroup[]): boolean;
}

/** @param groups the team's own */
export function createSynonymKeeper(groups: readonly SynonymGroup[]): SynonymKeeper {
  let written = writeGroups(groups);
  let concepts = makeFinder(groups);
  return {
    get concepts() {
      return concepts;
    },
    replace(newest) {
      const next = writeGroups(newest);
      if (next === written) return false;
      written = next;
      concepts = makeFinder(newest);
      return true;
    },
  };
}

function makeFinder(groups: readonly SynonymGroup[]): ConceptFinder {
  return createConceptFinder([...BUNDLED_SYNONYMS, ...groups]);
}

function writeGroups(groups: readonly SynonymGroup[]): string {
  return JSON.stringify(groups.map(({ id, terms }) => [id, ...terms]));
}
