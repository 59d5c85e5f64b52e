/**
 * How the picker talks: the list at the caret of a console's composer. Its page is ours, in a frame of the
 * console's tab; its keys and its words come from our script beside it, over a channel of their own.
 */
import type { Conversation, InsertionExpectation } from './conversation.ts';

/** What a frame knows of the conversation it was opened in. */
export interface PickerContext {
  conversation: Conversation;
}

export interface PickerChoice {
  /** A choice that is delivered twice must insert once. */
  requestId: string;
  articleId: string;
  text: string;
  lines: 'join' | 'ask';
}

/** Of the tab with the picker, in session storage. */
export interface OpenPicker {
  /** What must still be true when a choice goes in. */
  expected: InsertionExpectation;
  /** Known to our script, our frame and us. The frame shows it once; another frame with our page has none. */
  token?: string;
  /** The frame that showed it. */
  frameId?: number;
}

/** From our script to the frame. */
export type ToPickerFrame =
  | { kind: 'typed'; query: string }
  | { kind: 'moved'; by: 1 | -1 }
  | { kind: 'accepted' }
  /** What was typed is gone from the composer and a reply can take its place; or it would not go. */
  | { kind: 'cleared'; isCleared: boolean };

/** From the frame to our script. */
export type FromPickerFrame =
  | { kind: 'shown'; height: number }
  /** A choice is made: what was typed must go, and the composer changes. */
  | { kind: 'inserting' }
  /** It did not go in; the frame says why. */
  | { kind: 'refused' }
  /** Something was inserted, or there is nothing to show here. */
  | { kind: 'done' };

/** From the background to the pages of a tab. */
export interface ToPicker {
  /** To the practice console, which no script can be brought into: load it yourself. */
  loadPicker(): void;
  /** To our script beside the frame: the conversation is another one. */
  closePicker(): void;
}
