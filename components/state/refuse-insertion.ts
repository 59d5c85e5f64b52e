/** Says why a reply did not go in, and offers what can be done about it. */
import type { InsertionRefusal, LinePolicy } from '../../knowledge/conversation/index.ts';
import { formatReply } from '../../utils/text/format-reply.ts';
import { copyText } from './copy-text.ts';
import { usePanelStore, type NoticeOffer } from './panel-store.ts';

/** A person can still paste it where we could not. */
const CAN_BE_PASTED: ReadonlySet<string> = new Set([
  'not-inserted',
  'composer-missing',
  'console-gone',
  'draft-changed',
]);

export interface RefusedReply {
  text: string;
  /** Inserts it after all, now that the person has chosen. */
  insertAgain?: (lines: Exclude<LinePolicy, 'ask'>) => void;
}

export function sayRefused(reason: InsertionRefusal | 'console-gone', reply: RefusedReply): void {
  const lines = reply.text.split('\n').filter((line) => line.trim()).length;
  usePanelStore.getState().notify({ kind: 'refused', reason, lines, offers: listOffers(reason, reply) });
}

function listOffers(reason: string, { text, insertAgain }: RefusedReply): NoticeOffer[] {
  if (reason === 'would-split' && insertAgain)
    return [
      { kind: 'join', act: () => insertAgain('join') },
      { kind: 'split', act: () => insertAgain('split') },
    ];
  return CAN_BE_PASTED.has(reason) ? [{ kind: 'copy', act: () => copyText(formatReply(text).text) }] : [];
}
