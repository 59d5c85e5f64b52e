export * from './find-hits.ts';
export * from './read-asks.ts';
export * from './slot-values.ts';
export * from './suggest.ts';
