export * from './conversation.ts';
export type * from './console-adapter.ts';
export * from './protocol.ts';
