/** A text as stretches of one kind: Han characters, or letters and digits of any other script. */

export interface Run {
  isHan: boolean;
  /** Where it stands: [start, end). */
  start: number;
  end: number;
}

const UNKNOWN = 0;
const OTHER = 1;
const HAN = 2;
const LETTER = 3;

/** One byte per code unit, filled when first met: asked for every character of every article. */
const kinds = new Uint8Array(0x1_00_00);

/** @param text well-formed, as `normaliseText` returns it */
export function listRuns(text: string): Run[] {
  const runs: Run[] = [];
  let kind = OTHER;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const next = at < text.length ? readKind(text, at) : OTHER;
    if (next !== kind) {
      if (kind !== OTHER) runs.push({ isHan: kind === HAN, start, end: at });
      kind = next;
      start = at;
    }
    // The second half belongs to the first.
    if (isSurrogate(text.charCodeAt(at))) at += 1;
  }
  return runs;
}

function readKind(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isSurrogate(code)) return classify(String.fromCodePoint(text.codePointAt(at) ?? 0));
  if (kinds[code] === UNKNOWN) kinds[code] = classify(String.fromCharCode(code));
  return kinds[code] ?? OTHER;
}

function classify(character: string): number {
  if (/\p{Script=Han}/u.test(character)) return HAN;
  return /[\p{L}\p{M}\p{Nd}]/u.test(character) ? LETTER : OTHER;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd8_00 && code <= 0xdf_ff;
}
