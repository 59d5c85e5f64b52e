import { monotonicFactory } from 'ulid';

/** Makes ids for durable rows. A parameter wherever a test must know the id. */
export type NewId = () => string;

/** ULIDs: unique without a server, and they sort by creation time. */
export const newId: NewId = monotonicFactory();
