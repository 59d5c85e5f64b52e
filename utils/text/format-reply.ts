/** A reply as plain text and as HTML. Replies may carry a little markdown: bold, links and images, no more. */

export interface Reply {
  /** What goes where only text can go. */
  text: string;
  /** The same with its line breaks, bold, links and images as HTML. */
  html: string;
  /** The text a person sees of `html`; pictures have none. */
  shown: string;
  /** Addresses that must be there afterwards. */
  addresses: readonly string[];
}

interface Piece {
  text: string;
  html: string;
  shown: string;
  address?: string;
}

/**
 * `**bold**`, `[text](https://…)` and `![alt](https://…)`. Stars beside stars are a mask (`138****5678`), and
 * other addresses than http(s) stay the text they are. A mark after a backslash is a character like any other.
 */
const MARKS =
  /(?<quoted>\\[\\*[\]()!])|(?<!\*)\*\*(?=[^\s*])(?<bold>(?:\\[\\*[\]()!]|\\(?![\\*[\]()!])|[^*\\\n])+)(?<=\S)\*\*(?!\*)|(?<image>!?)\[(?<label>(?:\\[\\*[\]()!]|\\(?![\\*[\]()!])|[^[\]\\\n]){0,200})\]\((?<address>https?:\/\/[^\s()"<>\\]{1,500})\)/gu;
const QUOTED = /\\([\\*[\]()!])/gu;

/** So that it stays what it is: what a customer or a console said is no markdown. */
export function quoteForReply(words: string): string {
  return words.replace(/[\\*[\]()!]/gu, String.raw`\$&`);
}

export function formatReply(source: string): Reply {
  const pieces = listPieces(source);
  const join = (key: 'text' | 'html' | 'shown') => pieces.map((piece) => piece[key]).join('');
  return {
    text: join('text'),
    html: toParagraph(join('html')),
    shown: join('shown'),
    addresses: pieces.flatMap(({ address }) => address ?? []),
  };
}

export function isRich({ text, html }: Reply): boolean {
  return html !== toParagraph(escapeHtml(text));
}

/** With the spaces that HTML would swallow. */
function toParagraph(html: string): string {
  return `<p>${html.replaceAll(/^ | $|(?<= ) /gmu, '&nbsp;').replaceAll('\n', '<br>')}</p>`;
}

function listPieces(source: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of source.matchAll(MARKS)) {
    pieces.push(toPlain(source.slice(end, match.index)), toMarked(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  return [...pieces, toPlain(source.slice(end))];
}

function toPlain(text: string): Piece {
  return { text, html: escapeHtml(text), shown: text };
}

function toMarked({ quoted, bold, image, ...link }: Record<string, string | undefined>): Piece {
  if (quoted !== undefined) return toPlain(unquote(quoted));
  if (bold !== undefined)
    return { ...toPlain(unquote(bold)), html: `<strong>${escapeHtml(unquote(bold))}</strong>` };
  const label = unquote(link['label'] ?? '');
  const address = link['address'] ?? '';
  const text = label && label !== address ? `${label} ${address}` : address;
  const url = escapeHtml(address);
  if (image) return { text, html: `<img src="${url}" alt="${escapeHtml(label)}">`, shown: '', address };
  return {
    text,
    html: `<a href="${url}">${escapeHtml(label || address)}</a>`,
    shown: label || address,
    address,
  };
}

function unquote(words: string): string {
  return words.replace(QUOTED, '$1');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
