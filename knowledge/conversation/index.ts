export * from './conversation.ts';
export * from './health.ts';
export * from './health-report.ts';
export * from './picker-protocol.ts';
export * from './protocol.ts';
export * from './teaching.ts';
/** Here too, for the console's side: types alone, so that no adapter is bundled into it. */
export type {
  AdapterInUse,
  ConsoleAdapter,
  ElementValue,
  FieldName,
  ValueSource,
} from '../adapters/index.ts';
