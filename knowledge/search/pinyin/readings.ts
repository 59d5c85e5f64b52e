/** How a Han character is read. Up to three readings each: 还款 must be found as huankuan and as haikuan. */
import { pinyin } from 'pinyin-pro';
import { foldSyllable, numberSyllable } from './syllables.ts';

export interface Reading {
  /** Number of the syllable (`numberSyllable`). */
  syllable: number;
  /** Number of what it sounds like (`foldSyllable`). */
  sound: number;
  /** Its first letter: what people type for the character. */
  initial: string;
}

const MAX_READINGS = 3;
const cache = new Map<string, readonly Reading[]>();

/** @returns most usual first; empty for what is not a Han character */
export function listReadings(character: string): readonly Reading[] {
  const known = cache.get(character);
  if (known) return known;
  const readings = readAll(character).map((syllable) => ({
    syllable: numberSyllable(syllable),
    sound: foldSyllable(syllable),
    initial: syllable.slice(0, 1),
  }));
  cache.set(character, readings);
  return readings;
}

function readAll(character: string): string[] {
  const all = pinyin(character, {
    toneType: 'none',
    type: 'array',
    multiple: true,
    v: true,
    nonZh: 'removed',
  });
  return [...new Set(all.filter((syllable) => numberSyllable(syllable) > 0))].slice(0, MAX_READINGS);
}
