/** What the background leaves in session storage for the panels: one value per tab and name. */
import type { ConsoleReading, Conversation } from '../conversation/index.ts';

export const SESSION_ITEMS = {
  reading: 'reading',
  insertionRequest: 'insertionRequest',
  /** An `ObservedDraft`; absent while nothing is typed. */
  draft: 'draft',
  rewriteRequest: 'rewriteRequest',
  contactId: 'contactId',
  /** A `ReadBefore`: stays while the tab goes to the page where one answers. */
  readBefore: 'readBefore',
  /** An `OpenPicker`; absent while none is open. */
  picker: 'picker',
  /** A `StorageFailure` while contacts cannot be recorded; absent when all is well. */
  recordingTrouble: 'recordingTrouble',
} as const;

export interface TabReading extends ConsoleReading {
  /** Epoch milliseconds. */
  observedAt: number;
  /** Where the console was read: two sites can name their conversations alike. */
  origin: string;
}

/** The last conversation read in a tab, where one answers on another page than one reads on. */
export interface ReadBefore {
  origin: string;
  consoleId: string;
  sameChat: string;
  conversation: Conversation;
}
