/** What the background leaves in session storage for the panels: one value per tab and name. */
import type { ConsoleReading } from '../conversation/index.ts';

export const SESSION_ITEMS = {
  reading: 'reading',
  insertionRequest: 'insertionRequest',
  contactId: 'contactId',
  /** A `StorageFailure` while contacts cannot be recorded; absent when all is well. */
  recordingTrouble: 'recordingTrouble',
} as const;

export interface TabReading extends ConsoleReading {
  /** Epoch milliseconds. */
  observedAt: number;
  /** Where the console was read: two sites can name their conversations alike. */
  origin: string;
}
