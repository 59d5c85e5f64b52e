/** What comparing a question with the best name of an article letter by letter adds. */
import { countInOrder, countSoundsInOrder, findPlaces, type Places } from './in-order.ts';
import { pairNumbers, readUnits, type Units } from './units.ts';
import type { Reading } from '../pinyin/readings.ts';
import { keepLetters } from '../text/phrase.ts';
import type { TypedLetters } from './read-question.ts';

/** All from 0 to 1. */
export interface LetterResemblance {
  /** Units (characters, words) in the same order, of the question's. */
  inOrder: number;
  soundsInOrder: number;
  /** Letters of the name that are heard in the question. */
  nameSounds: number;
  contains: number;
  lengths: number;
  /** What was typed in Latin letters, as pinyin and as initials. */
  typedSounds: number;
  typedInitials: number;
}

export const NO_RESEMBLANCE: LetterResemblance = {
  inOrder: 0,
  soundsInOrder: 0,
  nameSounds: 0,
  contains: 0,
  lengths: 0,
  typedSounds: 0,
  typedInitials: 0,
};

export interface AskedLetters {
  text: string;
  length: number;
  hasHan: boolean;
  places: Places;
  typed: TypedLetters;
}

/** @param normalised the question as `normaliseText` returned it */
export function readAskedLetters(normalised: string, typed: TypedLetters): AskedLetters {
  const letters = readUnits(normalised);
  return {
    text: keepLetters(normalised),
    length: letters.codes.length,
    hasHan: letters.readings.some(({ length }) => length > 0),
    places: findPlaces(letters),
    typed,
  };
}

export function compareLetters(asked: AskedLetters, name: string): LetterResemblance {
  const named = readUnits(name);
  const { places, hasHan, typed, length } = asked;
  const nameLength = named.codes.length;
  const inOrder = countInOrder(places, named);
  const longest = Math.max(length, nameLength);
  return {
    inOrder: divide(inOrder, places.length),
    soundsInOrder: hasHan ? divide(countSoundsInOrder(places, named), places.length) : 0,
    nameSounds: hasHan ? divide(countHeard(named, places.bySound), nameLength) : 0,
    // Looking for one in the other is slow, and in vain unless one stands in the other in order.
    contains: inOrder >= Math.min(places.length, nameLength) && containsEither(asked.text, name) ? 1 : 0,
    lengths: divide(Math.min(length, nameLength), longest),
    typedSounds: typed.pairs.size > 0 ? sharePairs(typed.pairs, named) : 0,
    typedInitials: typed.initials.length > 0 ? shareRuns(typed.initials, named) : 0,
  };
}

/** Neighbouring syllables, in every reading. */
function sharePairs(wanted: ReadonlySet<number>, { readings }: Units): number {
  const pairs = readings.flatMap((first, at) => pairSyllables(first, readings[at + 1] ?? []));
  return new Set(pairs.filter((pair) => wanted.has(pair))).size / wanted.size;
}

function pairSyllables(first: readonly Reading[], second: readonly Reading[]): number[] {
  return first.flatMap(({ syllable }) => second.map((next) => pairNumbers(syllable, next.syllable)));
}

/** By the usual readings only. */
function shareRuns(runs: readonly string[], { readings }: Units): number {
  const initials = readings.map(([first]) => first?.initial ?? ' ').join('');
  return runs.filter((run) => initials.includes(run)).length / runs.length;
}

function countHeard({ codes, readings }: Units, heard: Int32Array): number {
  let count = 0;
  for (let at = 0; at < codes.length; at += 1) {
    for (const { sound } of readings[at] ?? []) {
      if (heard[sound] === 0) continue;
      count += 1;
      break;
    }
  }
  return count;
}

/** @param asked letters only */
function containsEither(asked: string, name: string): boolean {
  const named = keepLetters(name);
  return asked !== '' && named !== '' && (asked.includes(named) || named.includes(asked));
}

function divide(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
