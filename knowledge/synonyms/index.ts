export type { SynonymGroup } from './synonym-group.ts';
