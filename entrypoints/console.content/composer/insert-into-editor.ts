/** Into everything that is no plain field: the family's ways, in order, until one of them changed something. */
import { reportError } from '../../../utils/errors/report-error.ts';
import { readAroundCaret, readEditorText, type AroundCaret } from './editor-text.ts';
import { chooseWays } from './families.ts';
import { readBack, type Outcome } from './read-back.ts';
import { isRich, type Reply } from '../../../utils/text/format-reply.ts';
import { pasteHtml, type Way } from './ways.ts';

export interface Circumstances {
  /** What stays, where something is selected to make room: a placeholder, or words. Else the caret says. */
  around?: AroundCaret | undefined;
  /** The Enter key sends here, so that no line break may look like one. */
  isEnterSent: boolean;
}

export async function insertIntoEditor(
  editor: HTMLElement,
  reply: Reply,
  { around: kept, isEnterSent }: Circumstances,
): Promise<Outcome> {
  const isEnterInDanger = isEnterSent && reply.text.includes('\n');
  const ways = chooseWays(editor, { isRich: isRich(reply), isEnterSent: isEnterInDanger });
  for (const way of new Set(ways)) {
    const around = kept ?? readAroundCaret(editor);
    const outcome = await attempt(editor, reply, { way, ...around });
    if (outcome !== 'not-inserted') return outcome;
  }
  return 'not-inserted';
}

async function attempt(
  editor: HTMLElement,
  reply: Reply,
  { way, before, after }: AroundCaret & { way: Way },
): Promise<Outcome> {
  const unchanged = readEditorText(editor);
  const isHtml = way === pasteHtml;
  try {
    way(editor, reply);
  } catch (error) {
    // In Firefox the page's own classes take part, and a page can do with them what it likes.
    reportError('console/insert', error);
  }
  const outcome = await readBack({
    read: () => readEditorText(editor),
    before: unchanged,
    expected: before + (isHtml ? reply.shown : reply.text) + after,
  });
  if (outcome !== 'inserted') return outcome;
  const isWhole = hasLines(editor, reply) && (!isHtml || hasAddresses(editor, reply));
  return isWhole ? 'inserted' : 'changed-by-console';
}

/** Reading back leaves out white space, so that lines which were joined would go unseen. */
function hasLines(editor: HTMLElement, { shown }: Reply): boolean {
  // Unknown in tests without a layout.
  const drawn = editor.innerText as string | undefined;
  return drawn === undefined || countLines(drawn) >= countLines(shown);
}

function countLines(text: string): number {
  return text.split('\n').filter((line) => line.trim()).length;
}

/** An editor that takes HTML may still drop a link or a picture. */
function hasAddresses(editor: HTMLElement, { addresses }: Reply): boolean {
  const links = [...editor.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
  const pictures = [...editor.querySelectorAll('img[src]')].map((picture) => picture.getAttribute('src'));
  const markup = new Set([...links, ...pictures]);
  const text = readEditorText(editor);
  return addresses.every((address) => markup.has(address) || text.includes(address));
}
