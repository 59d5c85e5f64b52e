/** The draft as its lines are seen, and where each part of it stands in the editor. */
import { maskPii } from '../../../knowledge/privacy/index.ts';
import { MAX_DRAFT_LENGTH } from '../../../knowledge/conversation/index.ts';
import { stripInvisible } from '../../../utils/text/strip-invisible.ts';
import { listTexts } from './editor-text.ts';
import { isTextField } from './text-field.ts';

/** What begins a line in an editor; a computed style for every text would cost more than it tells. */
const LINES = 'p, div, li, blockquote, pre, td';

export interface Draft {
  text: string;
  /** In an editor: each text, and where its first letter is in the draft. */
  pieces: { node: Text; at: number }[];
}

export function readDraft(composer: HTMLElement): Draft {
  const pieces: Draft['pieces'] = [];
  if (isTextField(composer)) return { text: composer.value, pieces };
  let text = '';
  let line: Element | null | undefined;
  for (const node of listTexts(composer)) {
    const within = node.parentElement?.closest(LINES);
    const isNew = within !== line || isBehindBreak(node);
    if (isNew && text && !text.endsWith('\n')) text += '\n';
    line = within;
    pieces.push({ node, at: text.length });
    text += node.data;
  }
  return { text, pieces };
}

/** Also where the text has an element of its own. */
function isBehindBreak({ previousSibling, parentNode }: Text): boolean {
  return (previousSibling ?? parentNode?.previousSibling)?.nodeName === 'BR';
}

/** As a person sees it; no-break spaces are how editors keep ordinary ones. */
export function showDraft(text: string): string {
  return stripInvisible(text.slice(0, MAX_DRAFT_LENGTH)).replaceAll('\u00A0', ' ');
}

/** As it leaves the page. A mask is never longer than what it hides. */
export function maskDraft(text: string): string {
  return maskPii(showDraft(text));
}
