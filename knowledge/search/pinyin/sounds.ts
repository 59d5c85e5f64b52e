/**
 * What a text sounds like, as terms: pairs of syllables (also for same-sound typos), a syllable with the next
 * initial (what is on screen while somebody types), and runs of initials.
 */
import { hashPair, hashWord, type TermKind } from '../text/term-hash.ts';
import { listReadings, type Reading } from './readings.ts';

export type VisitSound = (hash: number, kind: TermKind) => void;

const MAX_INITIALS = 4;
const MAX_VARIANTS = 4;

/** @param normalised a title or an alias: replies are not searched by sound */
export function visitSounds(normalised: string, visit: VisitSound): void {
  for (const [run] of normalised.matchAll(/\p{Script=Han}+/gu)) {
    const characters = Array.from(run, listReadings);
    visitSyllablePairs(characters, visit);
    visitInitials(characters, findWordStarts(run), visit);
  }
}

export function hashSoundPair(first: number, second: number): number {
  return hashPair('syllables', first, second);
}

export function hashSoundAndInitial(sound: number, initial: string): number {
  return hashPair('syllableAndInitial', sound, initial.charCodeAt(0));
}

export function hashInitials(letters: string): number {
  return hashWord('initials', letters);
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
function visitInitials(characters: Characters, wordStarts: ReadonlySet<number>, visit: VisitSound): void {
  for (let start = 0; start < characters.length; start += 1) {
    if (!wordStarts.has(start)) continue;
    let runs: readonly string[] = [''];
    for (let end = start + 1; end <= Math.min(characters.length, start + MAX_INITIALS); end += 1) {
      runs = addInitial(runs, characters[end - 1] ?? []);
      if (end - start < 2) continue;
      if (!wordStarts.has(end)) continue;
      for (const run of runs) visit(hashInitials(run), 'initials');
    }
  }
}

function addInitial(runs: readonly string[], readings: readonly Reading[]): readonly string[] {
  const [first] = readings;
  if (readings.length === 1 && first) return runs.map((run) => run + first.initial);
  const initials = new Set(readings.map(({ initial }) => initial));
  return runs.flatMap((run) => Array.from(initials, (initial) => run + initial)).slice(0, MAX_VARIANTS);
}

let segmenter: Intl.Segmenter | null = null;

/** Where words begin, the end of the run included. Without a word breaker every character is one. */
function findWordStarts(run: string): ReadonlySet<number> {
  if (!('Segmenter' in Intl)) return new Set(Array.from(run, (_, at) => at));
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const starts = new Set<number>();
  let position = 0;
  for (const { segment } of segmenter.segment(run)) {
    starts.add(position);
    position += Array.from(segment).length;
  }
  return starts.add(position);
}
