export * from './knowledge-gap.ts';
