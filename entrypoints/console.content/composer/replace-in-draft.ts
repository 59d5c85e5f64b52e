/**
 * Other words for some that stand in the composer: for these alone, where they still stand, and undoable. Not in the
 * content script itself, but in what is brought into the page when it is asked for.
 */
import type { InsertionResult, ReplaceInDraftCommand } from '../../../knowledge/conversation/index.ts';
import { formatReply } from '../../../utils/text/format-reply.ts';
import { focusComposer, readSelection } from './caret.ts';
import { readDraft, type Draft } from './draft-text.ts';
import { findWords, moveCaret, type FoundWords } from './find-words.ts';
import { insertIntoEditor } from './insert-into-editor.ts';
import { checkPage, findReplyField, refuse, type InsertionPage } from './insert-reply.ts';
import { wait, type Outcome } from './read-back.ts';
import { replaceInField } from './replace-in-field.ts';
import { isTextField } from './text-field.ts';

/** Editors with a selection of their own learn of ours after a moment. */
const SELECTION_SETTLES_MS = 150;

export async function replaceInDraft(
  command: ReplaceInDraftCommand,
  page: InsertionPage,
): Promise<InsertionResult> {
  const composer = findReplyField(page, command);
  if (typeof composer === 'string') return refuse(composer);
  const draft = readDraft(composer);
  const found = findWords(draft.text, { ...command, text: command.text.replace(/\s*\n\s*/g, ' ') });
  const words = found && keepSomething(found, draft.text);
  if (!words) return refuse('draft-changed');
  const outcome = isTextField(composer)
    ? await replaceInField(composer, words)
    : await replaceInEditor(composer, draft, words);
  if (outcome !== 'inserted') return refuse(outcome);
  return checkPage(page, command.expected) ? refuse('moved-meanwhile') : { ok: true, text: words.text };
}

/** Nothing in place of something is no insertion: a sign beside it is taken along, and put back. */
function keepSomething({ start, end, text }: FoundWords, typed: string): FoundWords | null {
  if (text) return { start, end, text };
  const before = /\S$/u.exec(typed.slice(0, start))?.[0] ?? '';
  const after = before ? '' : (/^\S/u.exec(typed.slice(end))?.[0] ?? '');
  const beside = before + after;
  return beside ? { start: start - before.length, end: end + after.length, text: beside } : null;
}

async function replaceInEditor(
  editor: HTMLElement,
  draft: Draft,
  words: FoundWords,
): Promise<Outcome | 'draft-changed'> {
  const { start, end, text } = words;
  const caret = findCaret(editor, draft);
  if (focusComposer(editor)) await wait(SELECTION_SETTLES_MS);
  select(editor, { start, end });
  await wait(SELECTION_SETTLES_MS);
  // Nobody stops typing because we wait.
  if (readDraft(editor).text !== draft.text) return 'draft-changed';
  const around = { before: draft.text.slice(0, start), after: draft.text.slice(end) };
  const outcome = await insertIntoEditor(editor, formatReply(text), { around, isEnterSent: false });
  const after = moveCaret(caret, words);
  if (outcome === 'inserted') select(editor, { start: after, end: after });
  return outcome;
}

/** Where the agent is typing; at the end where that cannot be told. */
function findCaret(editor: HTMLElement, { text, pieces }: Draft): number {
  const { focusNode, focusOffset } = readSelection(editor) ?? {};
  const piece = pieces.find(({ node }) => node === focusNode);
  return piece ? piece.at + (focusOffset ?? 0) : text.length;
}

function select(editor: HTMLElement, { start, end }: Pick<FoundWords, 'start' | 'end'>): void {
  const { pieces } = readDraft(editor);
  const to = pieces.findLast(({ at }) => at < end) ?? pieces[0];
  // A stretch begins where a text goes on, not where one ends; a caret stands behind what was typed.
  const anchor = start === end ? to : pieces.findLast(({ at }) => at <= start);
  if (!anchor || !to) return;
  readSelection(editor)?.setBaseAndExtent(
    anchor.node,
    Math.min(start - anchor.at, anchor.node.length),
    to.node,
    Math.min(end - to.at, to.node.length),
  );
}
