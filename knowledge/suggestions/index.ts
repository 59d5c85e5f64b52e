export * from './suggest.ts';
export * from './slot-values.ts';
