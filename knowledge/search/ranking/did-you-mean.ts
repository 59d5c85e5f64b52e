/** What was probably meant: a mistyped Latin word mended, a same-sound character replaced. */
import { readPinyin } from '../pinyin/syllables.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { rateTerm, type Corpus } from './corpus.ts';
import { listSounds, readUnits, type Units } from './units.ts';
import type { FoundArticle } from './search-clauses.ts';

const LATIN_WORD = /[a-z]{4,24}/g;
/** Looking for a near word takes milliseconds, and who mistypes more than this looks at the screen. */
const MAX_MENDED = 2;

/** @returns the question with its unknown Latin words mended; null if there is nothing to mend */
export function mendWords(normalised: string, vocabulary: Vocabulary): string | null {
  let left = MAX_MENDED;
  const mended = normalised.replace(LATIN_WORD, (word) => {
    if (left === 0 || vocabulary.has(word) || readPinyin(word).length > 0) return word;
    left -= 1;
    return vocabulary.mend(word) ?? word;
  });
  return mended === normalised ? null : mended;
}

const MIN_STRETCH = 2;

/**
 * 退宽 → 退款: where the best article's title sounds like a stretch of the question that no article writes so.
 *
 * @returns the question rewritten; null if everything in it is written as articles write it
 */
export function suggestSpelling(corpus: Corpus, best: FoundArticle | undefined): string | null {
  if (!best) return null;
  const { question } = best.asked;
  const unknown = question.terms.filter(({ kind, hash }) => kind === 'pair' && rateTerm(corpus, hash) === 0);
  if (unknown.length === 0) return null;
  for (const title of listNames(best)) {
    const stretch = findHeardStretch(readUnits(question.normalised), readUnits(title));
    const isUnknown =
      stretch &&
      unknown.some(({ start, end }) => {
        const written = question.normalised.slice(start, end);
        return stretch.asked.includes(written);
      });
    // What punctuation interrupts is heard as one stretch, and is not in the question as such.
    if (stretch && isUnknown && question.normalised.includes(stretch.asked))
      return question.normalised.replace(stretch.asked, stretch.written);
  }
  return null;
}

function listNames({ segment: { names }, position }: FoundArticle): string[] {
  const texts: string[] = [];
  for (let at = names.firsts[position] ?? 0; at < (names.firsts[position + 1] ?? 0); at += 1)
    texts.push(names.text.slice(names.starts[at], names.starts[at + 1]));
  return texts;
}

/** The longest stretch of both that sounds the same and is written differently. */
function findHeardStretch(asked: Units, named: Units): { asked: string; written: string } | null {
  let best = { at: 0, to: 0, length: 0 };
  for (let at = 0; at < asked.codes.length; at += 1) {
    for (let to = 0; to < named.codes.length; to += 1) {
      const length = countAlike(asked, at, { named, to });
      if (length > best.length && isWrittenOtherwise(asked, named, { at, to, length }))
        best = { at, to, length };
    }
  }
  if (best.length < MIN_STRETCH) return null;
  return {
    asked: String.fromCharCode(...asked.codes.slice(best.at, best.at + best.length)),
    written: String.fromCharCode(...named.codes.slice(best.to, best.to + best.length)),
  };
}

function countAlike(asked: Units, at: number, { named, to }: { named: Units; to: number }): number {
  let length = 0;
  while (soundsAlike(asked, at + length, { named, to: to + length })) length += 1;
  return length;
}

function soundsAlike(asked: Units, at: number, { named, to }: { named: Units; to: number }): boolean {
  // Words in Latin script have no sound: a stretch of Han characters ends there.
  if (!asked.readings[at]?.length || !named.readings[to]?.length) return false;
  const heard = listSounds(named, to);
  return listSounds(asked, at).some((sound) => heard.includes(sound));
}

function isWrittenOtherwise(
  asked: Units,
  named: Units,
  { at, to, length }: { at: number; to: number; length: number },
): boolean {
  for (let step = 0; step < length; step += 1)
    if (asked.codes[at + step] !== named.codes[to + step]) return true;
  return false;
}
