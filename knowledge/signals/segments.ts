/** A message in the pieces within which words speak of one another. Text is folded; places are places in it. */

export interface Sentence {
  start: number;
  text: string;
}

/** Texts without any full stop are cut, so that no rule runs over thousands of characters. */
const MAX_SENTENCE = 300;
/** A point ends a sentence when it is not inside a number or a name such as 3.15. */
const SENTENCE = /[^。!?;\n…]*?(?:[。!?;\n…]+|\.(?=\s|$)|$)/g;

export function splitSentences(text: string): Sentence[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: found, index }) => {
    const pieces: Sentence[] = [];
    for (let at = 0; at < found.length; at += MAX_SENTENCE)
      pieces.push({ start: index + at, text: found.slice(at, at + MAX_SENTENCE) });
    return pieces;
  });
}

/** Where the clause begins in which this place of a sentence lies. A space parts clauses in Chinese. */
export function findClauseStart(sentence: string, place: number): number {
  for (let at = place - 1; at >= 0; at -= 1) if (isClauseEnd(sentence, at)) return at + 1;
  return 0;
}

function isClauseEnd(sentence: string, at: number): boolean {
  const character = sentence[at] ?? '';
  return /[,、:]/.test(character) || (character === ' ' && !/[a-z0-9'.)]/.test(sentence[at - 1] ?? ''));
}

const QUOTES = /“[^“”\n]{1,200}”|「[^「」\n]{1,200}」|『[^『』\n]{1,200}』|"[^"\n]{1,200}"|‘[^‘’\n]{1,200}’/g;
/** More of the message than this in quotation marks: then it is what the customer says. */
const MOST_QUOTED = 0.8;

/** The stretches of a message that quote somebody. */
export function findQuotes(text: string): { start: number; end: number }[] {
  return [...text.matchAll(QUOTES)]
    .filter(([quote]) => quote.length < MOST_QUOTED * text.length)
    .map(({ 0: quote, index }) => ({ start: index, end: index + quote.length }));
}

const TITLES = /《[^《》\n]{1,60}》/g;

/** Titles of books and the like: none of their words is the customer's. */
export function findTitles(text: string): { start: number; end: number }[] {
  return [...text.matchAll(TITLES)].map(({ 0: title, index }) => ({
    start: index,
    end: index + title.length,
  }));
}

const IMITATION =
  /^\s*[[【<(「*]*\s*(?:系统|客服|管理员|机器人|官方|平台|后台|system|admin|administrator|agent|support|bot|assistant|developer)[^\]】>):,。!?\n]{0,8}(?:[\]】>)」*]|:)/;

/** Lines a customer wrote that look like a notice of the console or like the other side's words. */
export function findImitations(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (IMITATION.test(line)) found.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return found;
}
