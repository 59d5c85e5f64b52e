// Zero-width characters, bidi controls, soft hyphens, variation tags and other characters that have no
// glyph. Customers (and attackers) can use them to hide words from a reader or to reorder what is shown.
// The zero-width joiner stays: it holds emoji families together and hides nothing by itself.
const INVISIBLE =
  // oxlint-disable-next-line no-misleading-character-class -- single characters, none of them combined
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are exactly what must go
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** Removes characters a person cannot see and makes lone surrogates harmless. */
export function stripInvisible(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(CONTROL, '');
}
