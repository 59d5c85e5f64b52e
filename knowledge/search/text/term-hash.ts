/**
 * Terms as 32-bit numbers. A dictionary of strings would be most of the index's memory and of its loading time;
 * among half a million terms some thirty pairs share a number, which moves no ranking anybody can see.
 */
import { hashText } from '../../../utils/text/hash-text.ts';

/** What kind of thing a term is. Kinds never share numbers by design, only by chance. */
export const TERM_KINDS = {
  character: 1,
  pair: 2,
  word: 3,
  syllables: 4,
  syllableAndInitial: 5,
  initials: 6,
  concept: 7,
} as const;
export type TermKind = keyof typeof TERM_KINDS;

/** @returns an unsigned 32-bit integer, never 0 */
export function hashPair(kind: TermKind, first: number, second: number): number {
  return finish(mix(mix(TERM_KINDS[kind], first), second));
}

export function hashWord(kind: TermKind, word: string): number {
  return finish(mix(TERM_KINDS[kind], hashText(word)));
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x85_eb_ca_6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35) ^ value;
}

/** Spreads what differs in a few bits over all of them (the end of MurmurHash3). */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85_eb_ca_6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2_b2_ae_35);
  mixed ^= mixed >>> 16;
  return mixed >>> 0 || 1;
}
