/**
 * What a text sounds like, as terms: pairs of syllables (also for same-sound typos), a syllable with the next
 * initial (what is on screen while somebody types), and runs of initials.
 */
import { listRuns } from '../text/runs.ts';
import { hashPair, type TermKind } from '../text/term-hash.ts';
import { listReadings, type Reading } from './readings.ts';

export type VisitSound = (hash: number, kind: TermKind) => void;

const MAX_INITIALS = 4;
const MAX_VARIANTS = 4;

/** @param normalised a title or an alias: replies are not searched by sound */
export function visitSounds(normalised: string, visit: VisitSound): void {
  for (const { isHan, start, end } of listRuns(normalised)) {
    if (!isHan || end - start < 2) continue;
    const run = normalised.slice(start, end);
    const characters = Array.from(run, listReadings);
    visitSyllablePairs(characters, visit);
    visitInitials(characters, findWordStarts(run, characters.length), visit);
  }
}

export function hashSoundPair(first: number, second: number): number {
  return hashPair('syllables', first, second);
}

export function hashSoundAndInitial(sound: number, initial: string): number {
  return hashPair('syllableAndInitial', sound, initial.charCodeAt(0));
}

/** @param letters a to z, at most MAX_INITIALS */
export function hashInitials(letters: string): number {
  let packed = 0;
  for (const letter of letters) packed = appendInitial(packed, letter);
  return hashPackedInitials(packed);
}

const LETTERS = 27;
const BEFORE_A = 96;

/** Initials so far as one number, so that a name's runs need no strings. */
function appendInitial(packed: number, initial: string): number {
  return packed * LETTERS + initial.charCodeAt(0) - BEFORE_A;
}

function hashPackedInitials(packed: number): number {
  return hashPair('initials', packed, 0);
}

type Characters = readonly (readonly Reading[])[];

function visitSyllablePairs(characters: Characters, visit: VisitSound): void {
  for (let at = 0; at + 1 < characters.length; at += 1) {
    for (const { sound } of characters[at] ?? []) {
      for (const next of characters[at + 1] ?? []) {
        visit(hashSoundPair(sound, next.sound), 'syllables');
        visit(hashSoundAndInitial(sound, next.initial), 'syllableAndInitial');
      }
    }
  }
}

/** Of whole words, one or several: nobody types the initials of half a word. */
function visitInitials(characters: Characters, isWordStart: Uint8Array, visit: VisitSound): void {
  for (let start = 0; start < characters.length; start += 1) {
    if (isWordStart[start] === 0) continue;
    let runs: readonly number[] = [0];
    for (let end = start + 1; end <= Math.min(characters.length, start + MAX_INITIALS); end += 1) {
      runs = addInitial(runs, characters[end - 1] ?? []);
      if (end - start < 2 || isWordStart[end] === 0) continue;
      for (const run of runs) visit(hashPackedInitials(run), 'initials');
    }
  }
}

function addInitial(runs: readonly number[], readings: readonly Reading[]): readonly number[] {
  const [first] = readings;
  if (readings.length === 1 && first) return runs.map((run) => appendInitial(run, first.initial));
  const initials = new Set(readings.map(({ initial }) => initial));
  return runs
    .flatMap((run) => Array.from(initials, (initial) => appendInitial(run, initial)))
    .slice(0, MAX_VARIANTS);
}

let segmenter: Intl.Segmenter | null = null;

/** By character: 1 where a word begins, the end of the run included. Without a word breaker every character is one. */
function findWordStarts(run: string, count: number): Uint8Array {
  const isStart = new Uint8Array(count + 1);
  if (!('Segmenter' in Intl)) return isStart.fill(1);
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let position = 0;
  for (const { segment } of segmenter.segment(run)) {
    isStart[position] = 1;
    position += countCharacters(segment);
  }
  isStart[count] = 1;
  return isStart;
}

/** Code points. */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
