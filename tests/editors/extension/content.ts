/** The product's own composer code as a content script, asked by events instead of by the panel. */
import { maskDraft, readDraft } from '../../../entrypoints/console.content/composer/draft-text.ts';
import { insertReply } from '../../../entrypoints/console.content/composer/insert-reply.ts';
import { replaceInDraft } from '../../../entrypoints/console.content/composer/replace-in-draft.ts';
import { findComposer } from '../../../entrypoints/console.content/reading/find-composer.ts';
import { removeTyped } from '../../../entrypoints/console.content/composer/typed-text.ts';
import type { ConsoleAdapter, ConsoleReading } from '../../../knowledge/conversation/index.ts';
import { findWrittenField, readBeforeCaret } from '../../../utils/keyboard/written-field.ts';
import { findOpening } from '../../../utils/text/picker-trigger.ts';

export interface Order {
  text: string;
  /** What was typed to call the picker. */
  called?: string;
  composer: ConsoleAdapter['composer'];
  /** Instead of these words of the draft. */
  replaces?: string;
}

const TRIGGERS = ['//', '、、'];
const CONVERSATION = { id: 'chat-1', consoleId: 'editors', messages: [] };
const READING: ConsoleReading = {
  consoleId: 'editors',
  health: { state: 'ok', problems: [] },
  conversation: CONVERSATION,
};

document.addEventListener('insert-reply', (event) => {
  const order = JSON.parse((event as CustomEvent<string>).detail) as Order;
  carryOut(order)
    .catch((error: unknown) => ({ ok: false, reason: String(error) }))
    .then((result) =>
      document.dispatchEvent(new CustomEvent('reply-inserted', { detail: JSON.stringify(result) })),
    )
    .catch(() => undefined);
});

async function carryOut({
  text,
  called,
  composer,
  replaces,
}: Order): Promise<{ ok: boolean; reason?: string }> {
  const problem = called === undefined ? null : await takeCalled(called);
  if (problem) return { ok: false, reason: problem };
  const messages = { root: [], item: [], roles: [], text: [] };
  const adapter = { id: 'editors', composer, messages } as unknown as ConsoleAdapter;
  const expected = { conversationId: CONVERSATION.id, lastCustomerMessageId: null };
  const page = { adapter, readNow: () => READING };
  const command = { requestId: 'r1', text, expected };
  if (replaces === undefined) return insertReply(command, page);
  const found = findComposer(document, adapter);
  if (typeof found === 'string') return { ok: false, reason: found };
  // As the panel asks: by what it was told of the draft.
  const at = maskDraft(readDraft(found.value as HTMLElement).text).indexOf(replaces);
  return replaceInDraft({ ...command, find: replaces, at }, page);
}

/** As the picker does it. @returns what it did not understand */
async function takeCalled(called: string): Promise<string | null> {
  const field = findWrittenField(document);
  const before = field && readBeforeCaret(field);
  const opening = before ? findOpening(before, TRIGGERS)?.opening : undefined;
  const typed = opening === undefined ? null : TRIGGERS[0] + (before ?? '').slice(opening.length);
  if (!field || typed !== called) return `read ${JSON.stringify(before)} in front of the caret`;
  return (await removeTyped(field, typed)) ? null : 'what was typed did not go away';
}

document.dispatchEvent(new CustomEvent('inserter-ready'));
document.documentElement.dataset['inserter'] = 'ready';
