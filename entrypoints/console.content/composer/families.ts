/** Which way is right for which editor, measured by `npm run test:editors`. */
import { pasteHtml, pasteText, typeLines, typeWhole, type Way } from './ways.ts';

interface Family {
  marker: string;
  /** In this order, each only if the one before changed nothing. */
  ways: readonly Way[];
  /** Takes bold, links and pictures from a paste. */
  takesHtml?: boolean;
}

/** The markers are the editors' own; the first that fits counts. */
const FAMILIES: readonly Family[] = [
  { marker: '[data-lexical-editor]', ways: [pasteText], takesHtml: true },
  { marker: '[data-slate-editor]', ways: [pasteText] },
  { marker: '.public-DraftEditor-content', ways: [pasteText], takesHtml: true },
  // Of HTML it keeps nothing that does not come from a real clipboard.
  { marker: 'trix-editor', ways: [pasteText] },
  { marker: '.ql-editor', ways: [pasteText], takesHtml: true },
  { marker: '.ck-editor__editable', ways: [pasteHtml, pasteText], takesHtml: true },
  { marker: '.cke_editable', ways: [typeLines], takesHtml: true },
  { marker: '.ProseMirror', ways: [typeWhole, pasteHtml], takesHtml: true },
  { marker: '.mce-content-body', ways: [typeWhole, pasteHtml], takesHtml: true },
  { marker: '.cm-content', ways: [typeWhole] },
  // Summernote ignores the paste, but notes the draft for its undo then.
  { marker: '.note-editable', ways: [pasteText, typeLines] },
];

const UNKNOWN: Family = { marker: '*', ways: [pasteText, typeLines] };

/** @param isRich the reply has more than text in it */
export function chooseWays(
  editor: HTMLElement,
  { isRich, isEnterSent }: { isRich: boolean; isEnterSent: boolean },
): Way[] {
  const { ways, takesHtml } = FAMILIES.find(({ marker }) => editor.matches(marker)) ?? UNKNOWN;
  const first = takesHtml && (isRich || (isEnterSent && ways[0] === typeWhole)) ? [pasteHtml] : [];
  // An editor may take a line break within typed text for the Enter key, and that sends here.
  return [...first, ...ways.map((way) => (isEnterSent && way === typeWhole ? typeLines : way))];
}
