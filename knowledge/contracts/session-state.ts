/** What the background leaves in session storage for the panels: one value per tab and name. */
import type { ConsoleReading, InsertionRequest } from '../conversation/index.ts';

export const SESSION_ITEMS = {
  reading: 'reading',
  insertionRequest: 'insertionRequest',
  contactId: 'contactId',
} as const;

export interface TabReading extends ConsoleReading {
  /** Epoch milliseconds. */
  observedAt: number;
}

export interface TabInsertionRequest extends InsertionRequest {
  /** Epoch milliseconds of the key press's arrival. */
  at: number;
}
