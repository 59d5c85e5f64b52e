/** What an agent's message promises, in Chinese or English, with the time it is due. Told apart by wording, not by a model. */
import { removeMasks } from '../privacy/index.ts';
import { foldChinese } from '../../utils/text/fold-chinese.ts';
import type { Said } from './due/due-span.ts';
import { readChinesePromises } from './read-chinese.ts';
import { readEnglishPromises } from './read-english.ts';
import type { PromiseSpan } from './promise-span.ts';

export interface PromiseRead extends PromiseSpan {
  /** As written: `text.slice(start, end)`. */
  words: string;
}

/** Longer is no message of a chat, and need not be read to its end. */
const MAX_LENGTH = 4_000;

/** Masked text comes in, masked words go out. */
export function readPromises(text: string, said: Said): PromiseRead[] {
  const folded = foldChinese(text.slice(0, MAX_LENGTH));
  const spans = isChinese(folded) ? readChinesePromises(folded, said) : readEnglishPromises(folded, said);
  return spans.map(({ start, end, dueAt, action }) => ({
    words: text.slice(start, end),
    start,
    end,
    dueAt,
    action,
  }));
}

/** An English message can hold a mask or a name in Chinese, a Chinese one names of products. */
function isChinese(text: string): boolean {
  const words = removeMasks(text);
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = words.match(/[a-z]+/giu)?.length ?? 0;
  return han > 0 && han * 2 >= latin;
}
