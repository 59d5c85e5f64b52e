/**
 * Phrases as people write them in data: `理解|明白…心情|感受` is one of the first words, then, a little further in the
 * same sentence, one of the second. `^` stands for the beginning of a clause, `$` for its end, `*` ends a Latin word
 * as it likes. `/…/` is a regular expression, which must be bounded. Nothing here can hang.
 */
import { isBoundedPattern, MAX_PATTERN_INPUT } from '../../utils/text/bounded-pattern.ts';
import { fail, succeed, type Result } from '../../utils/errors/result.ts';
import { foldChinese } from '../../utils/text/fold-chinese.ts';

export type PhraseProblem = 'empty-phrase' | 'long-phrase' | 'slow-pattern';

export interface Span {
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

export interface Phrase {
  find(text: string): Span | null;
  /** The same in a text that `foldCase` has folded already. */
  findFolded(text: string): Span | null;
}

const MAX_PHRASE_LENGTH = 500;
const MAX_PARTS = 4;
/** How much may stand between two parts; English words are longer. */
const GAP = 14;
const LATIN_GAP = 40;
const SENTENCE_END = /[。！？!?\n；;]/;
const CLAUSE_END = /[。！？!?\n；;，,、~～…：:.\s"“”「」()（）]/;
const LATIN = /[a-z0-9]/;

export function compilePhrase(source: string): Result<Phrase, PhraseProblem> {
  if (source.trim() === '') return fail('empty-phrase');
  if (source.length > 2 && source.startsWith('/') && source.endsWith('/'))
    return compilePattern(source.slice(1, -1));
  if (source.length > MAX_PHRASE_LENGTH) return fail('long-phrase');
  const isAnchored = source.startsWith('^');
  const isEnding = source.endsWith('$');
  const body = source.slice(isAnchored ? 1 : 0, isEnding ? -1 : undefined);
  const parts = body.split('…').map((part) => part.split('|').map(foldCase));
  if (parts.length > MAX_PARTS) return fail('long-phrase');
  if (parts.some((words) => words.some((word) => word.replace('*', '') === ''))) return fail('empty-phrase');
  return succeed(createPhrase((text) => findParts(text, { parts, isAnchored, isEnding })));
}

function compilePattern(source: string): Result<Phrase, PhraseProblem> {
  if (!isBoundedPattern(source)) return fail('slow-pattern');
  const pattern = new RegExp(source, 'i');
  return succeed(
    createPhrase((text) => {
      for (let at = 0; at < text.length; at += MAX_PATTERN_INPUT) {
        const found = pattern.exec(text.slice(at, at + MAX_PATTERN_INPUT));
        if (found) return { start: at + found.index, end: at + found.index + found[0].length };
      }
      return null;
    }),
  );
}

function createPhrase(findFolded: Phrase['findFolded']): Phrase {
  return { findFolded, find: (text) => findFolded(foldCase(text)) };
}

interface Parts {
  parts: string[][];
  isAnchored: boolean;
  isEnding: boolean;
}

function findParts(text: string, { parts, isAnchored, isEnding }: Parts): Span | null {
  const [first = [], ...rest] = parts;
  for (const { start, end } of listPlaces(text, first)) {
    if (isAnchored && !isClauseEdge(text, start - 1)) continue;
    const last = matchRest(text, { from: end, rest, isEnding });
    if (last !== null) return { start, end: last };
  }
  return null;
}

/** @returns where the last part ends */
function matchRest(
  text: string,
  { from, rest, isEnding }: { from: number; rest: string[][]; isEnding: boolean },
): number | null {
  const [words, ...others] = rest;
  if (!words) return isEnding && !isClauseEdge(text, from) ? null : from;
  for (const { end } of listPlacesNear(text, from, words)) {
    const last = matchRest(text, { from: end, rest: others, isEnding });
    if (last !== null) return last;
  }
  return null;
}

/** Places that begin within the gap, before the sentence ends. */
function listPlacesNear(text: string, from: number, words: readonly string[]): Span[] {
  const gap = words.some((word) => LATIN.test(word)) ? LATIN_GAP : GAP;
  const near = text.slice(from, from + gap + MAX_PHRASE_LENGTH);
  const until = Math.min(gap, endOfSentence(near));
  return listPlaces(near, words)
    .filter(({ start }) => start <= until)
    .map(({ start, end }) => ({ start: from + start, end: from + end }));
}

function endOfSentence(text: string): number {
  const at = text.search(SENTENCE_END);
  return at < 0 ? text.length : at;
}

/** Every place of every word, in the order of the text. */
function listPlaces(text: string, words: readonly string[]): Span[] {
  const places = words.flatMap((word) => {
    const isOpen = word.endsWith('*');
    const bare = isOpen ? word.slice(0, -1) : word;
    const found: Span[] = [];
    for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
      const end = isOpen ? findEndOfWord(text, at + bare.length) : at + bare.length;
      if (isWholeWord(text, { start: at, end })) found.push({ start: at, end });
    }
    return found;
  });
  return places.toSorted((one, other) => one.start - other.start || other.end - one.end);
}

/** “ok” is not in “book”. Characters of Chinese need no edges. */
function isWholeWord(text: string, { start, end }: Span): boolean {
  const touchesBefore = LATIN.test(text[start] ?? '') && LATIN.test(text[start - 1] ?? '');
  const touchesAfter = LATIN.test(text[end - 1] ?? '') && LATIN.test(text[end] ?? '');
  return !touchesBefore && !touchesAfter;
}

function findEndOfWord(text: string, from: number): number {
  let end = from;
  while (LATIN.test(text[end] ?? '')) end += 1;
  return end;
}

function isClauseEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || CLAUSE_END.test(text[at] ?? '');
}

/**
 * Small letters, ordinary width, straight apostrophes, simplified characters; every character keeps its place. What is
 * written in simplified characters is found in traditional ones too.
 */
export function foldCase(text: string): string {
  return foldChinese(text)
    .replace(/[Ａ-Ｚａ-ｚ０-９]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[’‘]/g, "'")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
