/** What is asked, as terms: characters, pairs, words, what they sound like, and what typed letters may spell. */
import { hashInitials, hashSoundAndInitial, hashSoundPair } from '../pinyin/sounds.ts';
import { listReadings } from '../pinyin/readings.ts';
import { foldSyllable, numberSyllable, readPinyin, type PinyinReading } from '../pinyin/syllables.ts';
import { CHARACTER_WEIGHT } from '../index/weigh-article.ts';
import { visitTerms } from '../text/analyse.ts';
import type { ConceptFinder } from '../text/concepts.ts';
import { normaliseText } from '../text/normalise.ts';
import { hashPhrase, keepLetters } from '../text/phrase.ts';
import { blankStopPhrases } from '../text/stop-phrases.ts';
import { hashPair, type TermKind } from '../text/term-hash.ts';
import { pairNumbers } from './units.ts';

export interface QueryTerm {
  hash: number;
  kind: TermKind;
  weight: number;
  /** Of a pair of characters: the pair the other way round. */
  swapped?: number;
  /** Where it stands in the normalised question: [start, end). */
  start: number;
  end: number;
}

/** What Latin letters may spell. */
export interface TypedLetters {
  /** Neighbouring syllables of the likeliest reading, as `pairNumbers`. */
  pairs: ReadonlySet<number>;
  /** Runs of initials. */
  initials: readonly string[];
}

export interface Question {
  normalised: string;
  /** Greetings and thanks blanked; spans are the same. */
  blanked: string;
  terms: QueryTerm[];
  /** Without spacing and punctuation. */
  letters: string;
  /** The whole question as one number; null if it is too long to be anybody's title. */
  phrase: number | null;
  typed: TypedLetters;
}

/** Same-sound pairs find typos; written pairs must outweigh them. */
const SOUND_WEIGHT = 0.25;
/** Letters somebody typed on purpose as pinyin are the whole question. */
const TYPED_PINYIN_WEIGHT = 1;
const TYPED_INITIALS_WEIGHT = 0.8;
/** A synonym is as good as the word: measured, docs/retrieval.md. */
const CONCEPT_WEIGHT = 1;
const MAX_TERMS = 500;

export interface ReadOptions {
  concepts: ConceptFinder;
  /** Whether same-sound words are looked up too; it doubles the work. */
  isHeard: boolean;
}

export function readQuestion(text: string, { concepts, isHeard }: ReadOptions): Question {
  const normalised = normaliseText(text);
  const blanked = blankStopPhrases(normalised);
  const terms: QueryTerm[] = [];
  visitTerms(blanked, ({ hash, kind, start, end }) => {
    const weight = kind === 'character' ? CHARACTER_WEIGHT : 1;
    const isHanPair = kind === 'pair' && end - start === 2;
    terms.push({ hash, kind, weight, start, end, ...(isHanPair && { swapped: swapPair(blanked, start) }) });
  });
  for (const { hash, start, end } of concepts.find(blanked))
    terms.push({ hash, kind: 'concept', weight: CONCEPT_WEIGHT, start, end });
  if (isHeard) addHeard(terms, blanked);
  const typed = addTyped(terms, blanked);
  const distinct = keepDistinct(terms).slice(-MAX_TERMS);
  return {
    normalised,
    blanked,
    terms: distinct,
    phrase: hashPhrase(normalised),
    letters: keepLetters(normalised),
    typed,
  };
}

function swapPair(text: string, start: number): number {
  return hashPair('pair', text.charCodeAt(start + 1), text.charCodeAt(start));
}

function keepDistinct(terms: readonly QueryTerm[]): QueryTerm[] {
  const distinct = new Map<number, QueryTerm>();
  for (const term of terms) {
    const known = distinct.get(term.hash);
    if (!known || known.weight < term.weight) distinct.set(term.hash, term);
  }
  return [...distinct.values()];
}

/** What written characters sound like: 退宽 finds 退款. */
function addHeard(terms: QueryTerm[], blanked: string): void {
  for (const { 0: run, index } of blanked.matchAll(/\p{Script=Han}{2,}/gu)) {
    const characters = Array.from(run);
    let start = index;
    characters.forEach((character, at) => {
      const next = characters[at + 1];
      if (next) addPair(terms, [character, next], start);
      start += character.length;
    });
  }
}

function addPair(terms: QueryTerm[], [first, second]: [string, string], start: number): void {
  const hashes = listReadings(first).flatMap(({ sound }) =>
    listReadings(second).map((reading) => hashSoundPair(sound, reading.sound)),
  );
  const end = start + first.length + second.length;
  for (const hash of hashes)
    terms.push({ hash, kind: 'syllables', weight: SOUND_WEIGHT / hashes.length, start, end });
}

interface Span {
  start: number;
  end: number;
}

/** Letters as pinyin (tuikuan, tui kuan, tuik) or as initials (tk). */
function addTyped(terms: QueryTerm[], blanked: string): TypedLetters {
  const pairs = new Set<number>();
  const initials: string[] = [];
  for (const { 0: letters, index } of blanked.matchAll(/[a-z]+(?:[' ]+[a-z]+)*/g)) {
    const words = letters.split(/[' ]+/);
    const readings = words.map((word) => readPinyin(word));
    const span = { start: index, end: index + letters.length };
    if (readings.every((reading) => reading.length > 0)) addPinyin(terms, readings, span);
    for (const [reading] of readings) addPairs(pairs, reading);
    initials.push(...words.flatMap(listRuns));
    for (const run of words.flatMap(listRuns))
      terms.push({ hash: hashInitials(run), kind: 'initials', weight: TYPED_INITIALS_WEIGHT, ...span });
  }
  return { pairs, initials };
}

function addPairs(pairs: Set<number>, reading: PinyinReading | undefined): void {
  const syllables = reading?.syllables.map(numberSyllable) ?? [];
  syllables.forEach((syllable, at) => {
    const next = syllables[at + 1];
    if (next) pairs.add(pairNumbers(syllable, next));
  });
}

function addPinyin(terms: QueryTerm[], words: readonly PinyinReading[][], span: Span): void {
  const alternatives = Math.max(...words.map((readings) => readings.length));
  for (let choice = 0; choice < alternatives; choice += 1) {
    const chosen = words.flatMap((readings) => readings[Math.min(choice, readings.length - 1)] ?? []);
    addReading(terms, chosen, span);
  }
}

function addReading(terms: QueryTerm[], chosen: readonly PinyinReading[], span: Span): void {
  const weight = TYPED_PINYIN_WEIGHT;
  const sounds = chosen.flatMap(({ syllables }) => syllables.map(foldSyllable));
  sounds.forEach((sound, at) => {
    const next = sounds[at + 1];
    if (next) terms.push({ hash: hashSoundPair(sound, next), kind: 'syllables', weight, ...span });
  });
  const last = sounds.at(-1);
  const initial = chosen.at(-1)?.rest.charAt(0);
  if (!last || !initial) return;
  terms.push({ hash: hashSoundAndInitial(last, initial), kind: 'syllableAndInitial', weight, ...span });
}

/** No syllable begins with i, u or v. */
const INITIALS = /^[a-hj-tw-z]{2,8}$/;
const LONGEST_RUN = 4;

function listRuns(word: string): string[] {
  if (!INITIALS.test(word)) return [];
  const count = Math.max(1, word.length - LONGEST_RUN + 1);
  return Array.from({ length: count }, (_, start) => word.slice(start, start + LONGEST_RUN));
}
