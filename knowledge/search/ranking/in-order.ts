/**
 * Longest common subsequences: how much of two texts stands in the same order, whatever is between. All of the
 * question's letters advance at once, one bit each (Hyyrö's bit-vector algorithm).
 */
import { SYLLABLE_BOUND } from '../pinyin/syllables.ts';
import type { Units } from './units.ts';

/** Bits of one number. What follows in a question is not looked at here. */
const MAX_BITS = 31;

/** Which places of the question hold a letter, or a sound: one bit a place. */
export interface Places {
  length: number;
  byCode: ReadonlyMap<number, number>;
  /** By number of the sound. */
  bySound: Int32Array;
}

export function findPlaces({ codes, readings }: Units): Places {
  const length = Math.min(MAX_BITS, codes.length);
  const byCode = new Map<number, number>();
  const bySound = new Int32Array(SYLLABLE_BOUND);
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] ?? 0;
    byCode.set(code, (byCode.get(code) ?? 0) | (1 << at));
    for (const { sound } of readings[at] ?? []) bySound[sound] = (bySound[sound] ?? 0) | (1 << at);
  }
  return { length, byCode, bySound };
}

export function countInOrder({ length, byCode }: Places, { codes }: Units): number {
  const all = 2 ** length - 1;
  let open = all;
  for (const code of codes) open = advance(open, byCode.get(code) ?? 0, all);
  return length - countBits(open);
}

/** By sound: a same-sound character is as good as the right one; what is not Han sounds like itself. */
export function countSoundsInOrder({ length, byCode, bySound }: Places, { codes, readings }: Units): number {
  const all = 2 ** length - 1;
  let open = all;
  for (let at = 0; at < codes.length; at += 1) {
    const own = readings[at] ?? [];
    let matching = own.length === 0 ? (byCode.get(codes[at] ?? 0) ?? 0) : 0;
    for (const { sound } of own) matching |= bySound[sound] ?? 0;
    open = advance(open, matching, all);
  }
  return length - countBits(open);
}

function advance(open: number, matching: number, all: number): number {
  const hit = open & matching;
  return ((open + hit) | (open - hit)) & all;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
