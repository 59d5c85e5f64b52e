/**
 * Longest common subsequences: how much of two texts stands in the same order, whatever is between. All of the
 * question's letters advance at once, one bit each (Hyyrö's bit-vector algorithm).
 */
import { SYLLABLE_BOUND } from '../pinyin/syllables.ts';
import { listSounds, type Units } from './units.ts';

/** Bits of one number. What follows in a question is not looked at here. */
const MAX_BITS = 31;

/** Which places of the question hold a letter, or a sound: one bit a place. */
export interface Places {
  length: number;
  byCode: ReadonlyMap<number, number>;
  bySound: ReadonlyMap<number, number>;
}

export function findPlaces(question: Units): Places {
  const length = Math.min(MAX_BITS, question.codes.length);
  const byCode = new Map<number, number>();
  const bySound = new Map<number, number>();
  for (let at = 0; at < length; at += 1) {
    mark(byCode, question.codes[at] ?? 0, at);
    for (const sound of listSounds(question, at)) mark(bySound, sound, at);
  }
  return { length, byCode, bySound };
}

function mark(places: Map<number, number>, key: number, at: number): void {
  places.set(key, (places.get(key) ?? 0) | (1 << at));
}

export function countInOrder({ length, byCode }: Places, { codes }: Units): number {
  const all = 2 ** length - 1;
  let open = all;
  for (const code of codes) open = advance(open, byCode.get(code) ?? 0, all);
  return length - countBits(open);
}

/** By sound: a same-sound character is as good as the right one. */
export function countSoundsInOrder({ length, bySound }: Places, { codes, readings }: Units): number {
  const all = 2 ** length - 1;
  let open = all;
  for (let at = 0; at < codes.length; at += 1) {
    const own = readings[at] ?? [];
    let matching = own.length === 0 ? (bySound.get(SYLLABLE_BOUND + (codes[at] ?? 0)) ?? 0) : 0;
    for (const { sound } of own) matching |= bySound.get(sound) ?? 0;
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
