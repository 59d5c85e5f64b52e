export * from './article.ts';
export type * from './knowledge-pack.ts';
export * from './slots.ts';
export * from './choose-reply.ts';
