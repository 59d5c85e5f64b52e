/** A text unit by unit, with what each sounds like: a Han character, or a whole word or number in other scripts. */
import { listReadings, type Reading } from '../pinyin/readings.ts';
import { SYLLABLE_BOUND } from '../pinyin/syllables.ts';

/** What comparing unit by unit looks at. */
const MAX_UNITS = 64;

export interface Units {
  /** Code units of characters; hashes, beyond all code units, of words. */
  codes: readonly number[];
  /** By unit; empty for what is not Han. */
  readings: readonly (readonly Reading[])[];
}

const SILENT: readonly Reading[] = [];
const FIRST_HASH = 0x1_00_00;
const UNKNOWN = 0;
const OTHER = 1;
const CHARACTER = 2;
/** Letters that make words of several, and digits. */
const IN_WORD = 3;
/** By code unit, filled when first met. */
const classes = new Uint8Array(FIRST_HASH);
const readingsOf: (readonly Reading[])[] = [];

/** @param normalised what `normaliseText` returned */
export function readUnits(normalised: string): Units {
  const codes: number[] = [];
  const readings: (readonly Reading[])[] = [];
  let word = 0;
  const endWord = () => {
    if (word === 0) return;
    codes.push(FIRST_HASH + (word >>> 1));
    readings.push(SILENT);
    word = 0;
  };
  for (let at = 0; at < normalised.length && codes.length < MAX_UNITS; at += 1) {
    const code = normalised.charCodeAt(at);
    const kind = classes[code] === UNKNOWN ? classify(code) : classes[code];
    if (kind === IN_WORD) {
      word = Math.imul(word ^ code, 0x01000193) | 1;
      continue;
    }
    endWord();
    if (kind !== CHARACTER) continue;
    codes.push(code);
    readings.push(readingsOf[code] ?? SILENT);
  }
  endWord();
  return { codes, readings };
}

function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (/[\p{Script=Latin}\p{M}\p{Nd}]/u.test(character)) classes[code] = IN_WORD;
  // Half of a pair of surrogates counts as a character without a sound.
  else if (/[\p{L}\p{N}]/u.test(character) || !character.isWellFormed()) classes[code] = CHARACTER;
  else classes[code] = OTHER;
  if (classes[code] === CHARACTER) readingsOf[code] = listReadings(character);
  return classes[code] ?? OTHER;
}

/** How a unit sounds; what is not Han sounds like itself, beyond all syllables. */
export function listSounds({ codes, readings }: Units, at: number): readonly number[] {
  const own = readings[at] ?? SILENT;
  return own.length > 0 ? own.map(({ sound }) => sound) : [SYLLABLE_BOUND + (codes[at] ?? 0)];
}

/** Two neighbours as one number. */
export function pairNumbers(first: number, second: number): number {
  return first * SYLLABLE_BOUND + second;
}
