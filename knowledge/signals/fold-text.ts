/** One form for what looks or means the same, that knows where each character stood. */
import table from './bundled/traditional-characters.json' with { type: 'json' };

/** A conversation's messages are cut at 4,000 already. */
const MAX_TEXT = 4_000;

const simplified = new Map<string, string>();
for (const [at, character] of [...table.traditional].entries())
  simplified.set(character, table.simplified[at] ?? character);

export interface FoldedText {
  text: string;
  /** For each place in `text`, and for its end, the place in the original. */
  places: Uint16Array;
}

const HAN = /\p{Script=Han}/u;
/** Cannot be seen, so it cannot be meant to part a word. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/**
 * Full width, case, traditional characters, as in search. One character at a time, so that evidence can be shown in
 * the text as it was written; what is lost by that (marks that combine) is in no rule.
 */
export function foldText(original: string): FoldedText {
  const characters: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const character of original.slice(0, MAX_TEXT)) {
    for (const unit of foldCharacter(character)) {
      characters.push(unit);
      places.push(at);
    }
    at += character.length;
  }
  places.push(at);
  return dropSpacesInWords(characters, places);
}

function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (character === '’') return "'";
  const folded = character.normalize('NFKC').toLowerCase();
  return simplified.get(folded) ?? folded;
}

/** 投 诉 is 投诉: single characters with spaces between are one word, written so by people who fear a filter. */
function dropSpacesInWords(characters: readonly string[], places: readonly number[]): FoldedText {
  const kept = characters.map((_, at) => !isSpaceInWord(characters, at));
  return {
    text: characters.filter((_, at) => kept[at]).join(''),
    places: Uint16Array.from(places.filter((_, at) => at === characters.length || kept[at])),
  };
}

function isSpaceInWord(characters: readonly string[], at: number): boolean {
  return (
    characters[at] === ' ' &&
    isHan(characters[at - 1]) &&
    isHan(characters[at + 1]) &&
    isEdge(characters[at - 2]) &&
    isEdge(characters[at + 2])
  );
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && HAN.test(character);
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || character === ' ';
}
