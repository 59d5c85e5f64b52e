/** Consoles that answer on a page of its own. It shows no messages: what was read before in this tab counts there. */
import {
  judgeHealth,
  type ConsoleAdapter,
  type ConsoleReading,
  type Conversation,
} from '../../../knowledge/conversation/index.ts';
import { collapseWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { hashText } from '../../../utils/text/hash-text.ts';
import { fitsPage } from './find-adapter.ts';
import { findComposer, isPrivateNote } from './find-composer.ts';
import { enterFrames, type EnteredRoot } from './frames.ts';
import { findFirst, readValue } from './query.ts';
import { createOwnTest } from './said.ts';

export interface EarlierConversation {
  sameChat: string;
  conversation: Conversation;
}

interface EarlierReading {
  earlier: EarlierConversation | null;
  onEnter: (root: EnteredRoot) => void;
}

/** @returns null on every other page */
export function readAnswerPage(
  adapter: ConsoleAdapter,
  { earlier, onEnter }: EarlierReading,
): Omit<ConsoleReading, 'consoleId' | 'readBy'> | null {
  const page = enterAnswerPage(adapter, onEnter);
  if (!page) return null;
  const composer = findComposer(page, adapter);
  const about = readSameChat(page, adapter);
  return {
    health:
      typeof composer === 'string'
        ? judgeHealth([composer])
        : judgeHealth([], composer.at > 0 ? ['composer'] : []),
    conversation: earlier && earlier.sameChat === about.sameChat ? earlier.conversation : null,
    ...about,
    ...(isPrivateNote(page, adapter) ? { isPrivateNote: true } : {}),
  };
}

function enterAnswerPage(adapter: ConsoleAdapter, onEnter: EarlierReading['onEnter']): ParentNode | null {
  if (!adapter.answerPage || !fitsPage(adapter)) return null;
  const page = enterFrames(document, adapter.frame, onEnter);
  const isFound = typeof page !== 'string' && findFirst(page, adapter.answerPage.signature) !== null;
  return isFound ? page : null;
}

/** What both pages show of the chat, as a checksum: it can be somebody's address. */
export function readSameChat(page: ParentNode, adapter: ConsoleAdapter): Pick<ConsoleReading, 'sameChat'> {
  const { answerPage } = adapter;
  const shown = answerPage && readValue(page, answerPage.sameChat, createOwnTest(adapter))?.value;
  return shown ? { sameChat: hashText(collapseWhitespace(shown).toLowerCase()).toString(36) } : {};
}
