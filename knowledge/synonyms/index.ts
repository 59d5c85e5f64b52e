export type { SynonymGroup } from './synonym-group.ts';
export { BUNDLED_SYNONYMS } from './bundled-synonyms.ts';
export { formatSynonyms, parseSynonyms, type SynonymProblem } from './synonym-file.ts';
export { keyOfGroup, tidyTerms } from './tidy-terms.ts';
