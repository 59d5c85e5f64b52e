/**
 * Traditional characters to simplified ones, by OpenCC's tables for Taiwan and Hong Kong. Articles and questions
 * are both folded, so either script finds the other. Words that differ (簡訊, 短信) are synonyms: as replacements
 * they would also change simplified text, where 呼叫 is a call and not a function's.
 */
import { Converter } from 'opencc-js/t2cn';

// Built when first needed: most teams write one script only.
let convert: ((text: string) => string) | null = null;

function createConverter() {
  const fromHongKong = Converter({ from: 'hk', to: 'cn' });
  const fromTaiwan = Converter({ from: 'tw', to: 'cn' });
  return (text: string) => fromTaiwan(fromHongKong(text));
}

/** Common in simplified text too: they prove nothing. */
const USED_IN_BOTH = new Set('么著乾覆藉');

const UNKNOWN = 0;
const OTHER = 1;
const TRADITIONAL = 2;
const FIRST_HAN = 0x34_00;
const LAST_HAN = 0x9f_ff;
/** One byte per character of the basic plane: asked for every character of every article. */
const scripts = new Uint8Array(0x1_00_00);

export function simplify(text: string): string {
  // 么 and 麼 both become 幺 or 么, depending on the table; one of them will do.
  return hasTraditional(text) ? convertText(text).replaceAll('幺', '么') : text;
}

function convertText(text: string): string {
  convert ??= createConverter();
  return convert(text);
}

function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_HAN && code <= LAST_HAN && isTraditional(code)) return true;
  }
  return false;
}

function isTraditional(code: number): boolean {
  if (scripts[code] === UNKNOWN) {
    const character = String.fromCharCode(code);
    const isOther = USED_IN_BOTH.has(character) || convertText(character) === character;
    scripts[code] = isOther ? OTHER : TRADITIONAL;
  }
  return scripts[code] === TRADITIONAL;
}
