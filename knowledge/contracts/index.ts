export * from './message-schemas.ts';
export * from './console-adapter-schema.ts';
export * from './knowledge-pack-schema.ts';
export * from './session-state.ts';
export * from './teaching-schema.ts';
